import { expect } from 'chai'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createChance } from '../../../adapters/config/chance.ts'
import { backupKeys, listBackups, readStamp } from '../../../adapters/keys/backup.ts'
import { createSqliteKeyReader, createSqliteKeys } from '../../../adapters/keys/sqlite.ts'
import { newFolder } from '../folder.ts'

const chance = createChance()
const kek = chance.bytes(32)
const NOON = Date.parse('2026-03-01T12:00:00.000Z')
const DAY = 86_400_000

describe('a copy of the keys', () => {
  let path: string
  let folder: string
  const backup = (now = NOON, days = 30) => backupKeys({ path, kek, folder, days, now, chance })
  const open = (at = path) => createSqliteKeys({ path: at, kek, chance })

  beforeEach(() => {
    path = join(newFolder(), 'keys.sqlite')
    folder = join(newFolder(), 'copies')
  })

  it('opens by itself, with every key that there was, beside a server that makes more', async () => {
    const server = await open()
    const before = await server.stream('p', 'c', 'open')
    const { file } = backup()
    const after = await server.stream('p', 'd', 'open')
    const copy = await createSqliteKeyReader({ path: file, kek })
    expect(await copy.find(before.id)).to.deep.equal(before)
    expect(await copy.find(after.id)).to.equal(undefined)
    expect(await server.find(after.id)).to.deep.equal(after)
    await Promise.all([copy.close(), server.close()])
  })

  it('says when it was made and until when it may be kept, and so does the original', async () => {
    await (await open()).close()
    const { file } = backup()
    const stamp = { made: '2026-03-01T12:00:00.000Z', until: '2026-03-31T12:00:00.000Z' }
    expect(readStamp(file)).to.deep.equal(stamp)
    expect(readStamp(path), 'the original is no copy').to.equal(undefined)
    backup(NOON + DAY, 7)
    const next = { made: '2026-03-02T12:00:00.000Z', until: '2026-03-09T12:00:00.000Z' }
    expect(listBackups(path)).to.deep.equal([next, stamp])
  })

  it('is deleted by the next one in its folder when its time is over, not before', async () => {
    await (await open()).close()
    const first = backup().file
    expect(backup(NOON + 30 * DAY - 1).deleted).to.deep.equal([])
    expect(existsSync(first)).to.equal(true)
    expect(backup(NOON + 30 * DAY).deleted).to.deep.equal([first])
    expect(existsSync(first)).to.equal(false)
    expect(readdirSync(folder)).to.have.length(2)
  })

  it('leaves alone what is no copy of keys', async () => {
    await (await open()).close()
    backup()
    const other = join(folder, 'keys-of-somebody-else.sqlite')
    copyFileSync(path, other)
    backup(NOON + 99 * DAY)
    expect(existsSync(other)).to.equal(true)
  })

  it('has no key in clear, not the KEK, and is for its owner alone', async () => {
    const server = await open()
    const { bytes } = await server.stream('p', 'c', 'open')
    const { file } = backup()
    await server.close()
    const copied = readFileSync(file)
    expect(copied.includes(Buffer.from(bytes))).to.equal(false)
    expect(copied.includes(Buffer.from(kek))).to.equal(false)
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).to.equal(0o400)
  })

  it('is not made with another KEK, and nothing is left of the try', async () => {
    await (await open()).close()
    const other = { path, kek: chance.bytes(32), folder, days: 30, now: NOON, chance }
    expect(() => backupKeys(other)).to.throw('keys/wrong-kek')
    expect(readdirSync(folder)).to.deep.equal([])
    expect(listBackups(path)).to.deep.equal([])
  })

  it('does not hold what was destroyed before it was made', async () => {
    const server = await open()
    const { id } = await server.stream('p', 'c', 'open')
    const db = new DatabaseSync(path)
    const body = db.prepare('SELECT body FROM stream_key').get()?.body as Uint8Array
    db.exec('DELETE FROM stream_key')
    db.close()
    const { file } = backup()
    expect(await server.find(id)).to.equal(undefined)
    expect(readFileSync(file).includes(Buffer.from(body))).to.equal(false)
    await server.close()
  })

  it('is made of keys that an earlier version wrote', async () => {
    await (await open()).close()
    const db = new DatabaseSync(path)
    db.exec(
      'DROP TABLE this_copy; DROP TABLE backup; DROP TABLE destroyed; DROP TABLE signing_key; PRAGMA user_version = 1',
    )
    db.close()
    const reader = await createSqliteKeyReader({ path, kek })
    await reader.close()
    expect(readStamp(backup().file)).to.have.property('made')
  })
})
