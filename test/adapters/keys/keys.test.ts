import { expect } from 'chai'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createChance } from '../../../adapters/config/chance.ts'
import { checkSafe, makeSafe, openToWrite } from '../../../adapters/keys/database.ts'
import { createMemoryKeys } from '../../../adapters/keys/memory.ts'
import { createSqliteKeyReader, createSqliteKeys } from '../../../adapters/keys/sqlite.ts'
import { newFolder } from '../folder.ts'
import { describeKeys } from './contract.ts'

const chance = createChance()
const kek = chance.bytes(32)
const newPath = () => join(newFolder(), 'keys.db')

describeKeys('the memory keys', async () => createMemoryKeys({ chance }))
describeKeys('the SQLite keys', async () => createSqliteKeys({ path: newPath(), kek, chance }))

describe('the SQLite key file', () => {
  it('has its keys again when it is opened again', async () => {
    const path = newPath()
    const before = await createSqliteKeys({ path, kek, chance })
    const key = await before.stream('p', 'c', 'open')
    await before.close()
    const after = await createSqliteKeys({ path, kek, chance })
    expect(await after.find(key.id)).to.deep.equal(key)
    expect(await after.stream('p', 'c', 'open')).to.deep.equal(key)
    expect((await after.stream('p', 'c', 'restricted')).id).to.not.equal(key.id)
    await after.close()
  })

  it('refuses another KEK when it is opened, not when a key is needed', async () => {
    const path = newPath()
    await (await createSqliteKeys({ path, kek, chance })).close()
    const other = { path, kek: chance.bytes(32), chance }
    expect(await failure(createSqliteKeys(other))).to.have.property('code', 'keys/wrong-kek')
    expect(await failure(createSqliteKeyReader(other))).to.have.property('code', 'keys/wrong-kek')
  })

  it('has no key in clear, in any of its files', async () => {
    const path = newPath()
    const keys = await createSqliteKeys({ path, kek, chance })
    const { bytes } = await keys.stream('p', 'c', 'open')
    for (const end of ['', '-wal']) {
      expect(readFileSync(path + end).includes(Buffer.from(bytes))).to.equal(false)
      expect(readFileSync(path + end).includes(Buffer.from(kek))).to.equal(false)
    }
    await keys.close()
  })

  it('is readable by its owner alone', async function () {
    if (process.platform === 'win32') return
    const path = newPath()
    const keys = await createSqliteKeys({ path, kek, chance })
    for (const end of ['', '-wal', '-shm']) expect(statSync(path + end).mode & 0o077).to.equal(0)
    await keys.close()
  })

  for (const [what, sql] of [
    ['is another stream’s', `UPDATE stream_key SET stream = 'restricted'`],
    ['is another consultation’s', `UPDATE stream_key SET consultation = 'd'`],
    ['has another id', `UPDATE stream_key SET id = 'given'`],
    ['has a changed byte', `UPDATE stream_key SET body = zeroblob(48)`],
    ['is under another person’s', `UPDATE person_key SET person = 'q'`],
    ['is too short', `UPDATE stream_key SET body = x'0102'`],
  ] as const) {
    it(`does not give out a key that ${what}`, async () => {
      const path = newPath()
      const keys = await createSqliteKeys({ path, kek, chance })
      await keys.stream('p', 'c', 'open')
      const db = new DatabaseSync(path)
      db.exec(sql)
      const { id } = db.prepare('SELECT id FROM stream_key').get() as { id: string }
      db.close()
      expect(await failure(keys.find(id))).to.have.property('code', 'keys/wrong-kek')
      expect(await keys.stream('another', 'another', 'open'), 'another key').to.have.property('id')
      await keys.close()
    })
  }

  it('says that a key is gone when it was destroyed', async () => {
    const path = newPath()
    const keys = await createSqliteKeys({ path, kek, chance })
    const { id } = await keys.stream('p', 'c', 'open')
    const db = new DatabaseSync(path)
    db.exec('DELETE FROM stream_key; DELETE FROM person_key')
    db.close()
    expect(await keys.find(id)).to.equal(undefined)
    await keys.close()
  })

  it('can be read beside the server that makes keys', async () => {
    const path = newPath()
    const keys = await createSqliteKeys({ path, kek, chance })
    const reader = await createSqliteKeyReader({ path, kek })
    const key = await keys.stream('p', 'c', 'open')
    expect(await reader.find(key.id)).to.deep.equal(key)
    await Promise.all([reader.close(), keys.close()])
    const later = await createSqliteKeyReader({ path, kek })
    expect(await later.find(key.id)).to.deep.equal(key)
    await later.close()
  })

  it('gives out no key that may not be on disk, and none after that', async () => {
    const path = newPath()
    let broken = false
    const bytes = (length: number) => {
      if (broken) throw new Error('no randomness')
      return chance.bytes(length)
    }
    const keys = await createSqliteKeys({ path, kek, chance: { ...chance, bytes } })
    const { id } = await keys.stream('p', 'c', 'open')
    broken = true
    expect(await failure(keys.stream('p', 'd', 'open'))).to.have.property('code', 'store/failed')
    broken = false
    expect(await failure(keys.stream('p', 'd', 'open'))).to.have.property('code', 'store/failed')
    expect(await keys.find(id)).to.not.equal(undefined)
    await keys.close()
  })

  it('is made safe whatever the connection was like before, and refused when it is not', () => {
    const path = newPath()
    openToWrite(path).close()
    const db = new DatabaseSync(path)
    db.exec('PRAGMA synchronous = NORMAL')
    makeSafe(db)
    expect(db.prepare('PRAGMA synchronous').get()?.synchronous).to.equal(2)
    checkSafe(db)
    db.exec('PRAGMA synchronous = NORMAL')
    expect(() => checkSafe(db))
      .to.throw()
      .with.property('code', 'store/unsafe')
    db.close()
  })

  it('is not opened when another program wrote it', async () => {
    const path = newPath()
    const db = new DatabaseSync(path)
    db.exec('CREATE TABLE other (x)')
    db.close()
    const error = await failure(createSqliteKeys({ path, kek, chance }))
    expect(error).to.have.property('code', 'store/another-format')
  })
})

function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('it was taken'),
    (reason: unknown) => reason,
  )
}
