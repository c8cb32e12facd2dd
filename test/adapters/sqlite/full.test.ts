import { expect } from 'chai'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createBallast } from '../../../adapters/sqlite/ballast.ts'
import { createBatch } from '../../../adapters/sqlite/batch.ts'
import type { CandourError } from '../../../bot/errors.ts'
import { newFolder } from '../folder.ts'

/** SQLite itself says that there is no room, as it does on a full disk. */
describe('a store whose disk is full', () => {
  const LARGE = 'x'.repeat(100_000)
  let db: DatabaseSync
  let room: number
  let fatal: CandourError[]

  beforeEach(() => {
    db = new DatabaseSync(join(newFolder(), 'candour.db'))
    db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER, text TEXT) STRICT')
    room = 0
    fatal = []
  })
  afterEach(() => db.close())

  const allow = (pages: number) => void db.exec(`PRAGMA max_page_count = ${pages}`)
  const add = (n: number, text: string) => () =>
    void db.prepare('INSERT INTO t VALUES (?, ?)').run(n, text)
  const kept = () =>
    db
      .prepare('SELECT n FROM t ORDER BY n')
      .all()
      .map(({ n }) => n)

  function open(withinReserve: number) {
    allow(10)
    room = withinReserve
    let held = true
    const give = () => {
      if (!held) return false
      held = false
      allow(10 + room)
      return true
    }
    const ballast = { held: () => held, give }
    return createBatch({ db, ballast, onFatal: (error) => fatal.push(error) })
  }

  it('refuses what can wait, keeps what cannot, and goes on', async () => {
    const batch = open(100)
    const [answer, stop] = [batch.write(add(1, LARGE), true), batch.write(add(2, LARGE))]
    expect(await codeOf(answer)).to.equal('store/full')
    await stop
    expect(kept()).to.deep.equal([2])
    expect(await codeOf(batch.write(add(3, 'small'), true))).to.equal('store/full')
    await batch.write(add(4, 'small'))
    expect(kept()).to.deep.equal([2, 4])
    expect(fatal).to.deep.equal([])
  })

  it('acknowledges nothing that finds no room in what was kept for it either', async () => {
    const batch = open(5)
    expect(await codeOf(batch.write(add(1, LARGE)))).to.equal('store/full')
    await batch.write(add(2, 'small'))
    expect(kept()).to.deep.equal([2])
    expect(fatal).to.deep.equal([])
  })

  it('is in doubt where nothing was kept for it', async () => {
    allow(10)
    const batch = createBatch({ db, onFatal: (error) => fatal.push(error) })
    expect(await codeOf(batch.write(add(1, LARGE)))).to.equal('store/failed')
    expect(fatal).to.have.length(1)
  })
})

describe('room that is kept for a full disk', () => {
  it('is there from the start, is given up once, and is taken again when there is enough', () => {
    const path = join(newFolder(), 'candour.db')
    const ballast = createBallast(path, 1_500_000)
    expect([ballast.held(), existsSync(`${path}.ballast`)]).to.deep.equal([true, true])
    expect([ballast.give(), ballast.held(), existsSync(`${path}.ballast`)]).to.deep.equal([
      ...[true, false, false],
    ])
    expect(ballast.give()).to.equal(false)
    ballast.look()
    expect(ballast.held()).to.equal(true)
  })

  it('is not held on a disk without room for it', () => {
    const path = join(newFolder(), 'candour.db')
    expect(createBallast(path, 1e15).held()).to.equal(false)
    expect(existsSync(`${path}.ballast`)).to.equal(false)
  })
})

function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'taken',
    (error: CandourError) => error.code,
  )
}
