import { expect } from 'chai'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { checkSafe, connect, connectToWrite, makeSafe } from '../../adapters/sqlite/connection.ts'
import { createSqliteReader } from '../../adapters/sqlite/reader.ts'
import { createSqliteStore } from '../../adapters/sqlite/store.ts'
import { newFolder } from './folder.ts'
import { describeStore } from './store.contract.ts'
import { fresh, record, sitting, sealed, turn } from './turns.ts'

const newPath = () => join(newFolder(), 'candour.db')

describeStore('the SQLite store', async () => {
  const path = newPath()
  return {
    store: createSqliteStore({ path }),
    reopen: async () => createSqliteStore({ path }),
  }
})

describe('the SQLite file', () => {
  it('is made safe whatever the connection was like before', () => {
    const db = new DatabaseSync(newPath())
    db.exec('PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF')
    makeSafe(db)
    expect(db.prepare('PRAGMA synchronous').get()?.synchronous).to.equal(2)
    expect(() => checkSafe(db)).to.not.throw()
    db.close()
  })

  for (const unsafe of [
    'synchronous = NORMAL',
    'synchronous = OFF',
    'journal_mode = DELETE',
    'foreign_keys = OFF',
    'recursive_triggers = OFF',
    'fullfsync = OFF',
  ]) {
    it(`is refused on a connection with ${unsafe}`, () => {
      const db = new DatabaseSync(newPath())
      makeSafe(db)
      db.exec(`PRAGMA ${unsafe}`)
      expect(() => checkSafe(db))
        .to.throw()
        .with.property('code', 'store/unsafe')
      db.close()
    })
  }

  it('is safe on the connection that the store writes with, the first time and the second', () => {
    const path = newPath()
    for (const time of ['first', 'second']) {
      const { close } = connect(path)
      const db = connectToWrite(path)
      expect(db.prepare('PRAGMA synchronous').get()?.synchronous, time).to.equal(2)
      expect(db.prepare('PRAGMA journal_mode').get()?.journal_mode).to.equal('wal')
      db.close()
      close()
    }
  })

  it('is not written by the connection that reads beside the writer', () => {
    const { db, close } = connect(newPath())
    expect(() => db.exec('UPDATE clock SET ahead = 1')).to.throw('readonly')
    close()
  })

  it('cannot be made safe where SQLite has no write-ahead log', () => {
    const db = new DatabaseSync(':memory:')
    makeSafe(db)
    expect(() => checkSafe(db))
      .to.throw()
      .with.property('code', 'store/unsafe')
  })

  it('is readable by its owner alone', function () {
    if (process.platform === 'win32') return
    const path = newPath()
    const { close } = connect(path)
    for (const end of ['', '-wal', '-shm']) expect(statSync(path + end).mode & 0o077).to.equal(0)
    close()
  })

  it('is not opened when another program wrote it', () => {
    const path = newPath()
    const db = new DatabaseSync(path)
    db.exec('CREATE TABLE other (x)')
    db.close()
    expect(() => createSqliteStore({ path }))
      .to.throw()
      .with.property('code', 'store/another-format')
    writeFileSync(path, 'this is not a database, nor anything like it')
    expect(() => createSqliteStore({ path })).to.throw('not a database')
  })

  it('is not opened by a version that does not know its format', () => {
    const path = newPath()
    const { close } = connect(path)
    const db = connectToWrite(path)
    db.exec('PRAGMA user_version = 99')
    db.close()
    close()
    expect(() => createSqliteStore({ path }))
      .to.throw()
      .with.property('code', 'store/another-format')
  })

  it('keeps the text of no idempotency key', async () => {
    const path = newPath()
    const store = createSqliteStore({ path })
    const key = { sitting: 's', key: 'my-telephone-number', reply: sealed() }
    await store.commit(turn('c', 0, { key, sittings: [sitting('s', 'c')] }))
    const db = new DatabaseSync(path, { readOnly: true })
    const rows = JSON.stringify(db.prepare('SELECT * FROM reply').all())
    expect(rows).to.not.contain('telephone')
    db.close()
    await store.close()
  })
})

describe('a record in SQLite', () => {
  const path = newPath()
  const { close } = connect(path)
  const db = connectToWrite(path)
  before(() => {
    db.exec(`INSERT INTO consultation VALUES (7, 'c', 'clinic', 'person', NULL)`)
    insert('INSERT', 0, 'first')
  })
  after(() => (db.close(), close()))

  function insert(how: string, seq: number, id: string): void {
    db.exec(`${how} INTO record (consultation, stream, seq, record_id, leaf, key, iv, body)
      VALUES (7, 'open', ${seq}, '${id}', 'leaf', 'key', zeroblob(12), x'00')`)
  }

  for (const [what, go] of [
    ['changed', () => db.exec(`UPDATE record SET leaf = 'other'`)],
    ['moved', () => db.exec('UPDATE record SET seq = 1')],
    ['deleted', () => db.exec('DELETE FROM record')],
    ['deleted with its consultation', () => db.exec('DELETE FROM consultation')],
    ['replaced in its place', () => insert('INSERT OR REPLACE', 0, 'second')],
    ['replaced under its id', () => insert('INSERT OR REPLACE', 1, 'first')],
    ['followed by a gap', () => insert('INSERT', 2, 'third')],
  ] as const) {
    it(`is never ${what}`, () => {
      expect(go).to.throw()
      expect(
        db
          .prepare('SELECT seq, record_id, leaf FROM record')
          .all()
          .map((row) => ({ ...row })),
      ).to.deep.equal([{ seq: 0, record_id: 'first', leaf: 'leaf' }])
    })
  }
})

describe('the reader of a SQLite store', () => {
  it('reads what is committed while the store writes', async () => {
    const path = newPath()
    const store = createSqliteStore({ path })
    const [a, b] = [fresh('c'), fresh('c')]
    const first = turn(a, 0, { records: [record('open', 0), record('restricted', 0)] })
    await store.commit(first)
    const reader = createSqliteReader({ path })
    expect(reader.consultations()).to.deep.equal([a])
    await store.commit(turn(b))
    expect(reader.consultations()).to.deep.equal([a, b])
    expect(reader.load(a)).to.deep.equal(first.records)
    await store.commit(turn(b, 1))
    expect(reader.load(b)).to.have.length(2)
    reader.close()
    await store.close()
    expect(createSqliteReader({ path }).consultations()).to.deep.equal([a, b])
  })

  it('reads nothing where an index leads past a record, which would be missing unnoticed', async () => {
    const path = newPath()
    const store = createSqliteStore({ path })
    const id = fresh('c')
    for (let seq = 0; seq < 3; seq += 1) await store.commit(turn(id, seq))
    await store.close()
    expect(createSqliteReader({ path }).load(id)).to.have.length(3)
    const file = readFileSync(path)
    const cells = pageOf(path, 'sqlite_autoindex_record_2') + 8
    file.copy(file, cells, cells + 2, cells + 4)
    writeFileSync(path, file)
    expect(() => createSqliteReader({ path }))
      .to.throw()
      .with.property('code', 'store/torn')
  })

  it('makes nothing where there is nothing', () => {
    expect(() => createSqliteReader({ path: newPath() })).to.throw('There is no')
  })
})

/** Where the only page of an index begins. */
function pageOf(path: string, index: string): number {
  const db = new DatabaseSync(path, { readOnly: true })
  const found = db.prepare('SELECT pageno FROM dbstat WHERE name = ?').get(index)
  db.close()
  return ((found?.pageno as number) - 1) * 4096
}
