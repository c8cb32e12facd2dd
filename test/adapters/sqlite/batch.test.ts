import { expect } from 'chai'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createBatch } from '../../../adapters/sqlite/batch.ts'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import type { CandourError } from '../../../bot/errors.ts'
import { newFolder } from '../folder.ts'
import { link, turn } from '../turns.ts'

describe('writes that arrive together', () => {
  it('share flushes, and one that comes later has its own', async () => {
    const flushes: number[] = []
    const path = join(newFolder(), 'candour.db')
    const store = createSqliteStore({ path, onFlush: (writes) => flushes.push(writes) })
    const together = Array.from({ length: 100 }, (_, n) => store.commit(turn(`c${n}`)))
    await Promise.all([...together, store.moveClock(5), store.redeem('x', '' as never)])
    await store.commit(turn('alone'))
    expect(flushes.reduce((sum, writes) => sum + writes, 0)).to.equal(103)
    expect(flushes.at(-1)).to.equal(1)
    expect(flushes.length).to.be.at.most(10)
    await store.close()
  })

  it('are all done before the store closes', async () => {
    const path = join(newFolder(), 'candour.db')
    const store = createSqliteStore({ path })
    const late = store.commit(turn('c'))
    await store.close()
    expect(await late).to.equal('committed')
    expect(await failure(store.commit(turn('d')))).to.have.property('code', 'store/failed')
    expect(await failure(store.load('c'))).to.have.property('code', 'store/failed')
  })
})

describe('a store in doubt', () => {
  let db: DatabaseSync
  let failing: string | undefined
  let fatal: CandourError[]

  function open() {
    const exec = (sql: string) => {
      if (sql === failing) throw new Error(`disk I/O error at ${sql}`)
      db.exec(sql)
    }
    return createBatch({ db: { exec }, onFatal: (error) => fatal.push(error) })
  }
  const add = (n: number) => () => void db.exec(`INSERT INTO t VALUES (${n})`)
  const kept = () =>
    db
      .prepare('SELECT n FROM t ORDER BY n')
      .all()
      .map(({ n }) => n)

  beforeEach(() => {
    db = new DatabaseSync(':memory:')
    db.exec('CREATE TABLE t (n INTEGER PRIMARY KEY) STRICT')
    failing = undefined
    fatal = []
  })
  afterEach(() => db.close())

  for (const statement of ['BEGIN IMMEDIATE', 'COMMIT']) {
    it(`acknowledges nothing of a batch when ${statement} fails, and nothing ever again`, async () => {
      const batch = open()
      await batch.write(add(0))
      failing = statement
      const errors = await Promise.all([1, 2, 3].map((n) => failure(batch.write(add(n)))))
      for (const error of errors) expect(error).to.have.property('code', 'store/failed')
      expect(kept()).to.deep.equal([0])
      failing = undefined
      expect(await failure(batch.write(add(4)))).to.have.property('code', 'store/failed')
      expect(kept()).to.deep.equal([0])
      expect(fatal).to.have.length(1)
    })
  }

  it('comes of one write that fails unexpectedly, whose neighbours are undone with it', async () => {
    const batch = open()
    const errors = await Promise.all([1, 2, 1, 3].map((n) => failure(batch.write(add(n)))))
    for (const error of errors) expect(error).to.have.property('code', 'store/failed')
    expect(kept()).to.deep.equal([])
    expect(fatal).to.have.length(1)
  })

  it('is what a real store is after a statement that should not have failed', async () => {
    const path = join(newFolder(), 'candour.db')
    const store = createSqliteStore({ path, onFatal: (error) => fatal.push(error) })
    const row = link('c')
    await store.commit(turn('c', 0, { links: [row] }))
    const both = [store.commit(turn('d')), store.commit(turn('c', 1, { links: [row] }))]
    for (const one of both) expect(await failure(one)).to.have.property('code', 'store/failed')
    expect(await failure(store.heads('c'))).to.have.property('code', 'store/failed')
    expect(fatal).to.have.length(1)
    await store.close()
    const again = createSqliteStore({ path })
    expect(await again.heads('c')).to.deep.equal({ open: 1, restricted: 0 })
    expect(await again.heads('d')).to.deep.equal({ open: 0, restricted: 0 })
    await again.close()
  })
})

function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('it was taken'),
    (reason: unknown) => reason,
  )
}
