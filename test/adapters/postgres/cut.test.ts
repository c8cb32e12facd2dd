import { expect } from 'chai'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../../adapters/postgres/database.ts'
import { EVIDENCE } from '../../../adapters/postgres/schema.ts'
import { createPostgresStore, type PostgresStore } from '../../../adapters/postgres/store.ts'
import { cluster, ROLE, type TestDatabase } from '../../support/postgres.ts'
import { fresh, record, sealed, sitting, turn } from '../turns.ts'

describe('two instances whose connections to PostgreSQL are cut', function () {
  this.timeout(60_000)
  let made: TestDatabase
  let a: PostgresStore
  let b: PostgresStore
  beforeEach(async () => {
    made = await (await cluster()).emptied(EVIDENCE)
    a = await createPostgresStore({ url: made.url })
    b = await createPostgresStore({ url: made.url })
  })
  afterEach(() => Promise.all([a.close(), b.close()]))

  it('are not ended by a connection that breaks while it is used', async () => {
    const db = openDatabase({ url: made.url, connections: 1 })
    const work = db.within(async (query) => {
      const [row] = await query('SELECT pg_backend_pid() AS pid')
      await (await cluster()).admin(`SELECT pg_terminate_backend(${String(row?.['pid'])})`)
      // Longer than the news of it takes.
      await pause(200)
      await query('SELECT 1')
    })
    expect(await work.catch(() => 'refused')).to.equal('refused')
    expect(await db.query('SELECT 1 AS one')).to.deep.equal([{ one: 1 }])
    await db.close()
  })

  it('go on after every connection was cut: nothing that was acknowledged is lost or doubled', async () => {
    const counts = new Map<string, number>()
    let [stop, cuts, doubtful] = [false, 0, 0]
    let told = 0
    const ears = b.shared!.news((heard) => (told += heard === 'all' ? 1 : 0))
    await ears.ready
    const write = async (store: PostgresStore) => {
      const id = fresh('c')
      const key = (n: number) => ({ sitting: id, key: String(n), reply: sealed() })
      counts.set(id, 0)
      for (let n = 0; !stop;) {
        const rest = { key: key(n), sittings: [sitting(id, id)], records: [record('open', n)] }
        const result = await store.commit(turn(id, n, rest)).catch(() => 'doubtful')
        if (result === 'doubtful') doubtful += 1
        else {
          expect(result).to.be.oneOf(['committed', 'repeated'])
          counts.set(id, ++n)
        }
      }
    }
    const writers = [a, b, a, b, a, b].map(write)
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '${ROLE}'`
    for (; cuts < 15; cuts += 1) {
      await pause(60)
      await (await cluster()).admin(cut)
    }
    stop = true
    await Promise.all(writers)
    expect(doubtful).to.be.greaterThan(0)
    for (const [id, many] of counts) expect(await a.load(id), id).to.have.length(many)
    while (told < 2) await pause(20)
    await ears.stop()
  })
})
