import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createChance } from '../../../adapters/config/chance.ts'
import { listBackups } from '../../../adapters/keys/backup.ts'
import { KEY_STEPS, openToWrite } from '../../../adapters/keys/database.ts'
import { createSqliteKeyReader, createSqliteKeys } from '../../../adapters/keys/sqlite.ts'
import { newFolder } from '../folder.ts'

const RELEASED = readFileSync(new URL('released-3.sql', import.meta.url), 'utf8')

/** What 0.1.0 sealed its keys with, and nobody else ever may. */
const kek = Uint8Array.from({ length: 32 }, (_, n) => n)
const chance = createChance()
const newPath = () => join(newFolder(), 'keys.sqlite')

function written(path: string, sql: string): void {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

/** Every row, every table, and how far it was brought. */
function contents(path: string): unknown {
  const db = new DatabaseSync(path, { readOnly: true })
  const all = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2').all()
  const tables = all.filter(({ type }) => type === 'table').map(({ name }) => String(name))
  const rows = tables.map((name) => db.prepare(`SELECT * FROM ${name}`).all())
  const version = db.prepare('PRAGMA user_version').get()
  db.close()
  return [all, rows, version]
}

/** The ids by their place, as they were written. */
function idsIn(path: string): readonly { id: string; consultation: string; stream: string }[] {
  const db = new DatabaseSync(path, { readOnly: true })
  const rows = db.prepare('SELECT id, consultation, stream FROM stream_key').all()
  db.close()
  return rows as unknown as ReturnType<typeof idsIn>
}

describe('a file of keys of 0.1.0', () => {
  let path: string
  beforeEach(() => {
    path = newPath()
    written(path, RELEASED)
  })

  it('opens with its KEK, and gives every key that it gave, the first time and the second', async () => {
    const before = idsIn(path)
    expect(before).to.have.length(6)
    const given = new Set<string>()
    for (const time of ['first', 'second']) {
      const keys = await createSqliteKeys({ path, kek, chance })
      for (const { id, consultation, stream } of before) {
        const key = await keys.find(id)
        expect(key?.bytes, time).to.have.length(32)
        given.add(Buffer.from(key!.bytes).toString('hex'))
        const again = await keys.stream(
          `person of ${consultation}`,
          consultation,
          stream as 'open' | 'restricted',
        )
        expect(again).to.deep.equal(key)
      }
      const seed = await keys.signing('candour/elsewhere/1')
      expect(seed.id).to.equal('a5b1f15584a7aa21ef8af14761df8f1f')
      expect(await keys.destroyed()).to.deep.equal(['consultation-before'])
      expect(await keys.backups())
        .to.deep.equal(listBackups(path))
        .and.to.have.length(1)
      await keys.close()
    }
    expect(given.size).to.equal(6)
  })

  it('can be read before somebody has written to it', async () => {
    const before = contents(path)
    const reader = await createSqliteKeyReader({ path, kek })
    for (const { id } of idsIn(path)) expect(await reader.find(id)).to.have.property('id', id)
    await reader.close()
    expect(contents(path)).to.deep.equal(before)
  })

  it('has the tables of a new one afterwards', () => {
    const tables = (of: string) => (contents(of) as unknown[])[0]
    const fresh = newPath()
    for (const one of [path, fresh]) openToWrite(one).close()
    expect(tables(path)).to.deep.equal(tables(fresh))
  })

  it('is left as it was when it cannot be brought forward', async () => {
    for (const [from, table] of [
      [1, 'destroyed'],
      [2, 'signing_key'],
    ] as const) {
      const older = newPath()
      for (const step of KEY_STEPS.slice(0, from)) written(older, step)
      written(
        older,
        `INSERT INTO canary SELECT 1, zeroblob(12), zeroblob(48);
        CREATE TABLE ${table} (is_in_the_way TEXT)`,
      )
      const before = contents(older)
      expect(() => openToWrite(older)).to.throw(table)
      expect(contents(older)).to.deep.equal(before)
      written(older, `DROP TABLE ${table}`)
      openToWrite(older).close()
      expect((contents(older) as unknown[])[2]).to.deep.equal({ user_version: KEY_STEPS.length })
    }
  })
})
