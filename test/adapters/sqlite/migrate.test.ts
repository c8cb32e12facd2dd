import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { putBack } from '../../../adapters/sqlite/backup.ts'
import { connect, connectToRead } from '../../../adapters/sqlite/connection.ts'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import { newFolder } from '../folder.ts'
import { at } from '../turns.ts'

const newPath = () => join(newFolder(), 'candour.sqlite')
const RELEASED = readFileSync(new URL('released-3.sql', import.meta.url), 'utf8')

describe('a SQLite file of 0.1.0', () => {
  let path: string
  beforeEach(() => {
    path = newPath()
    written(path, RELEASED)
  })

  it('has everything in it when this version opens it, the first time and the second', async () => {
    const before = readings(path)
    for (const time of ['first', 'second']) {
      const store = createSqliteStore({ path })
      const talks = await Promise.all(
        ['sitting-a', 'sitting-b'].map(async (id) => ({
          row: await store.sitting(id),
          said: (await store.activities(id, 0)).map(({ n, sealed }) => [n, sealedAs(sealed)]),
          replies: [
            sealedAs(await store.reply(id, 'first')),
            sealedAs(await store.reply(id, 'second')),
          ],
        })),
      )
      expect(
        talks.map(({ row, said, replies }) => [row?.began, row?.activities, said, replies]),
        time,
      ).to.deep.equal(before.talks)
      expect((await store.load('consultation-a')).map(({ recordId }) => recordId)).to.deep.equal(
        before.records,
      )
      const log = store.log('clinic-1')
      const entries = await Promise.all(before.entries.map(([id]) => log.entry(id)))
      expect(entries.map((entry) => entry?.index)).to.deep.equal(before.entries.map(([, n]) => n))
      expect((await log.head())?.size).to.equal(before.entries.length)
      expect(await log.leaves(0, 2)).to.deep.equal(
        before.entries.slice(0, 2).map(([id]) => `leaf of ${id}`),
      )
      expect(await log.waiting(99)).to.have.length(before.waiting)
      expect(await store.due(at(9), 9)).to.have.length(2)
      expect(await store.wasErased('consultation-gone')).to.equal(true)
      expect(await store.wasEnded('sitting-over')).to.equal(true)
      expect(await store.offset()).to.equal(5000)
      expect(await store.bundle('digest')).to.equal('words')
      await store.close()
    }
  })

  it('becomes the same tables as a new one, with nothing torn', () => {
    connect(path).close()
    const fresh = newPath()
    connect(fresh).close()
    expect(shape(path)).to.deep.equal(shape(fresh))
    const db = connectToRead(path)
    expect(db.prepare('PRAGMA foreign_key_check').all()).to.deep.equal([])
    expect(db.prepare('PRAGMA integrity_check').get()?.integrity_check).to.equal('ok')
    db.close()
  })

  it('is left as it was when it cannot be brought forward', () => {
    written(path, 'CREATE TABLE log_entry_3 (is_in_the_way TEXT)')
    const before = [shape(path), readings(path)]
    expect(() => connect(path)).to.throw('log_entry_3')
    expect([shape(path), readings(path)]).to.deep.equal(before)
    written(path, 'DROP TABLE log_entry_3')
    connect(path).close()
  })

  it('is not read as if it were of this version', () => {
    expect(() => connectToRead(path))
      .to.throw()
      .with.property('code', 'store/another-format')
  })

  it('may be a copy that is put back, and is brought forward when it is opened', async () => {
    const place = newPath()
    putBack(path, place, '2026-03-01T09:00:00Z')
    const store = createSqliteStore({ path: place })
    expect(await store.activities('sitting-a', 0)).to.have.length(4)
    await store.close()
  })
})

function written(path: string, sql: string): void {
  const db = new DatabaseSync(path)
  db.exec(sql)
  db.close()
}

const hex = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString('hex')
const sealedAs = (row: Readonly<Partial<Record<'key' | 'iv' | 'body', unknown>>> | undefined) =>
  row && [row.key, hex(row.iv), hex(row.body)]

/** What the file says in the tables that it was written with. */
function readings(path: string) {
  const db = new DatabaseSync(path, { readOnly: true })
  const all = (sql: string) => db.prepare(sql).all()
  const talks = ['sitting-a', 'sitting-b'].map((id) => [
    ...all(`SELECT began, activities FROM sitting WHERE id = '${id}'`).flatMap((row) =>
      Object.values(row),
    ),
    all(`SELECT n, key, iv, body FROM activity WHERE sitting = '${id}' ORDER BY n`).map((row) => [
      row.n,
      sealedAs(row),
    ]),
    all(`SELECT key, iv, body FROM reply WHERE sitting = '${id}'
      ORDER BY length(body), body`).map(sealedAs),
  ])
  const records = all(`SELECT record_id FROM record WHERE consultation = 'consultation-a'
    ORDER BY stream, seq`).map((row) => row.record_id)
  const entries = all('SELECT record_id, n FROM log_entry ORDER BY n').map(
    (row) => [row.record_id as string, row.n as number] as const,
  )
  const count = all('SELECT count(*) AS n FROM record')[0]?.n as number
  db.close()
  return { talks, records, entries, waiting: count - entries.length }
}

function shape(path: string): unknown {
  const db = new DatabaseSync(path, { readOnly: true })
  const all = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2').all()
  const version = db.prepare('PRAGMA user_version').get()
  db.close()
  return [all, version]
}
