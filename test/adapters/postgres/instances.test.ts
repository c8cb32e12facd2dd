import { expect } from 'chai'
import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '../../../adapters/postgres/database.ts'
import { EVIDENCE } from '../../../adapters/postgres/schema.ts'
import { createPostgresStore, type PostgresStore } from '../../../adapters/postgres/store.ts'
import type { Committed, Turn } from '../../../bot/ports.ts'
import { cluster, type TestDatabase } from '../../support/postgres.ts'
import { at, fresh, link, sealed, sitting, turn } from '../turns.ts'

describe('two instances on one PostgreSQL', function () {
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

  it('let exactly one of two turns win that meet, a hundred times', async () => {
    const id = fresh('c')
    for (let seq = 0; seq < 100; seq += 1) {
      const [one, other] = [turn(id, seq), turn(id, seq)]
      const results = await Promise.all([a.commit(one), b.commit(other)])
      expect(results).to.have.members(['committed', 'conflict'])
      const won = results[0] === 'committed' ? one : other
      expect((await a.load(id)).at(-1)).to.deep.equal(won.records[0])
    }
    expect(await b.load(id)).to.have.length(100)
  })

  it('keep nothing of the turn that lost, whatever else it would have written', async () => {
    const id = fresh('c')
    const of = (who: string): Partial<Turn> => ({
      sittings: [sitting(who, id)],
      activities: [{ sitting: who, n: 0, sealed: sealed(who) }],
      key: { sitting: who, key: 'k', reply: sealed(who) },
      links: [link(id, { hash: who })],
      due: at(who === 'a' ? 1 : 2),
    })
    const results = await Promise.all([
      a.commit(turn(id, 0, of('a'))),
      b.commit(turn(id, 0, of('b'))),
    ])
    const [won, lost] = results[0] === 'committed' ? ['a', 'b'] : ['b', 'a']
    expect(await a.sitting(won)).to.not.equal(undefined)
    expect(await a.sitting(lost)).to.equal(undefined)
    expect(await a.activities(lost, 0)).to.deep.equal([])
    expect(await a.reply(lost, 'k')).to.equal(undefined)
    expect(await a.link(lost)).to.equal(undefined)
  })

  it('take a message once that was sent to both at once', async () => {
    const id = fresh('c')
    await a.commit(turn(id, 0, { sittings: [sitting('s', id)] }))
    for (let n = 1; n <= 30; n += 1) {
      const key = { sitting: 's', key: `message ${n}`, reply: sealed() }
      const results = await Promise.all([a, b].map((one) => one.commit(turn(id, n, { key }))))
      expect(results).to.have.members(['committed', 'repeated'])
    }
  })

  it('begin again where PostgreSQL found them waiting for each other', async () => {
    // In one line, and so in one statement.
    const [one, other] = [`a${fresh('c')}0`, `b${fresh('c')}0`]
    await Promise.all([one, other].map((id) => a.commit(turn(id))))
    const owner = openDatabase({ url: made.owner })
    const lock = 'SELECT FROM consultation WHERE id = $1 FOR UPDATE'
    let both: Promise<unknown> | undefined
    await owner.within(async (query) => {
      // It is the instance that PostgreSQL then sends back, not this.
      await query(`SET LOCAL deadlock_timeout = '20s'`)
      await query(lock, [other])
      both = Promise.all([one, other].map((id) => a.commit(turn(id, 1))))
      const waits = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%take_%'`
      while ((await owner.query(waits)).length === 0) await pause(5)
      await query(lock, [one])
    })
    expect(await both).to.deep.equal(['committed', 'committed'])
    await owner.close()
  })

  it('wait for each other across consultations, and neither is stuck', async () => {
    const ids = Array.from({ length: 8 }, () => fresh('c'))
    for (let seq = 0; seq < 25; seq += 1) {
      const there = ids.map((id) => a.commit(turn(id, seq)))
      const back = ids.toReversed().map((id) => b.commit(turn(id, seq)))
      const results = await Promise.all([...there, ...back.toReversed()])
      ids.forEach((_, n) =>
        expect([results[n], results[n + ids.length]]).to.have.members(['committed', 'conflict']),
      )
    }
  })

  it('give a link to one of fifty who redeem it at both', async () => {
    const row = link(fresh('c'))
    await a.commit(turn(row.consultation, 0, { links: [row] }))
    const all = Array.from({ length: 50 }, (_, n) => (n % 2 ? a : b).redeem(row.hash, at(1)))
    expect((await Promise.all(all)).filter(Boolean)).to.deep.equal([row])
  })

  it('spend what may be used once at one of them, and both know', async () => {
    const until = new Date(Date.now() + 60_000).toISOString() as ReturnType<typeof at>
    const all = Array.from({ length: 20 }, (_, n) => (n % 2 ? a : b).shared!.spend('ticket', until))
    expect((await Promise.all(all)).filter(Boolean)).to.have.length(1)
    expect(await b.shared!.wasSpent('ticket')).to.equal(true)
    expect(await b.shared!.wasSpent('another')).to.equal(false)
  })

  it('never end a sitting and write to it at the same time', async () => {
    const id = fresh('c')
    await a.commit(turn(id))
    for (let n = 0; n < 40; n += 1) {
      const row = sitting(`s${n}`, id)
      if (n % 2) await a.putSitting(row)
      const done: readonly [void, Committed] = await Promise.all([
        a.endSitting(row.id),
        b.commit(turn(id, 1, { records: [], sittings: [row] })),
      ])
      expect(done[1]).to.be.oneOf(['committed', 'conflict'])
      expect(await a.sitting(row.id), `sitting ${n}`).to.equal(undefined)
      expect(await b.wasEnded(row.id)).to.equal(true)
    }
  })

  it('take nothing more for what the other erases at that moment', async () => {
    for (let n = 0; n < 20; n += 1) {
      const id = fresh('c')
      await a.commit(turn(id, 0, { sittings: [sitting(id, id)] }))
      await Promise.all([a.erase([id]), b.commit(turn(id, 1, { sittings: [sitting(id, id)] }))])
      expect(await a.sitting(id)).to.equal(undefined)
      const { open } = await b.heads(id)
      expect(await b.commit(turn(id, open))).to.equal('conflict')
    }
  })

  it('share out what is due: each has a part, both together all of it, nobody the same', async () => {
    const ids = Array.from({ length: 40 }, () => fresh('c'))
    await Promise.all(ids.map((id) => a.commit(turn(id, 0, { due: at(1) }))))
    const [mine, yours] = await Promise.all([a.due(at(1), 20), b.due(at(1), 20)])
    const all = [...mine, ...yours].map(({ id }) => id)
    expect(all).to.have.length(40)
    expect(new Set(all)).to.have.property('size', 40)
    expect(await a.due(at(1), 40), 'its own, again').to.have.length(20)
  })

  it('take over what was due with an instance that is gone', async () => {
    const id = fresh('c')
    await a.commit(turn(id, 0, { due: at(1) }))
    expect(await a.due(at(1), 9)).to.have.length(1)
    expect(await b.due(at(1), 9)).to.have.length(0)
    const past = `UPDATE consultation SET claimed_until = now() - interval '1 second'`
    await (await cluster()).admin(past, made.name)
    expect(await b.due(at(1), 9)).to.have.length(1)
    expect(await a.due(at(1), 9)).to.have.length(0)
  })

  it('have one that leads the log, and another when that is gone', async () => {
    expect(await a.shared!.leads('clinic-1')).to.equal(true)
    expect(await b.shared!.leads('clinic-1')).to.equal(false)
    expect(await a.shared!.leads('clinic-1')).to.equal(true)
    const gone = `UPDATE log SET leads_until = now() - interval '1 second'`
    await (await cluster()).admin(gone, made.name)
    expect(await b.shared!.leads('clinic-1')).to.equal(true)
    expect(await a.shared!.leads('clinic-1')).to.equal(false)
  })

  it('list each record once for the log, in an order that no chain contradicts', async () => {
    const ids = Array.from({ length: 6 }, () => fresh('c'))
    const log = a.log('clinic-1')
    const lease = await log.lease()
    await log.append(lease, { from: 0, records: [], nodes: [], signed: '0', at: at(0) })
    let writing = true
    const write = async (store: PostgresStore, mine: readonly string[]) => {
      for (let seq = 0; seq < 40; seq += 1)
        await Promise.all(mine.map((id) => store.commit(turn(id, seq))))
    }
    const seen: string[] = []
    const drain = async () => {
      for (;;) {
        const last = !writing
        const records = (await log.waiting(1000)).map(({ recordId }) => recordId)
        const what = { from: seen.length, records, nodes: [], signed: 'x', at: at(1) }
        if (records.length > 0) expect(await log.append(lease, what)).to.equal('written')
        seen.push(...records)
        if (last) return
        await pause(2)
      }
    }
    const drained = drain()
    await Promise.all([write(a, ids.slice(0, 3)), write(b, ids.slice(3))])
    writing = false
    await drained
    expect(seen).to.have.length(6 * 40)
    for (const id of ids) {
      const chain = (await a.load(id)).map(({ recordId }) => seen.indexOf(recordId))
      expect(chain).to.deep.equal(chain.toSorted((x, y) => x - y))
    }
  })

  it('share a flush among turns that arrive together', async () => {
    const flushed: number[] = []
    const store = await createPostgresStore({ url: made.url, onFlush: (n) => flushed.push(n) })
    await Promise.all(Array.from({ length: 100 }, () => store.commit(turn(fresh('c')))))
    expect(flushed.reduce((sum, one) => sum + one)).to.equal(100)
    expect(flushed.length).to.be.at.most(6)
    await store.close()
  })

  it('tell each other of a sitting, and neither of its own', async () => {
    const heard = { a: new Set<string>(), b: new Set<string>() }
    const [ears, others] = [
      a.shared!.news((told) => void (told === 'all' ? 0 : told.forEach((id) => heard.a.add(id)))),
      b.shared!.news((told) => void (told === 'all' ? 0 : told.forEach((id) => heard.b.add(id)))),
    ]
    await Promise.all([ears.ready, others.ready])
    const id = fresh('c')
    const activities = [{ sitting: 'here', n: 0, sealed: sealed() }]
    await a.commit(turn(id, 0, { sittings: [sitting('here', id)], activities }))
    await b.endSitting('there')
    while (!heard.b.has('here') || !heard.a.has('there')) await pause(5)
    expect([...heard.a]).to.deep.equal(['there'])
    expect([...heard.b]).to.deep.equal(['here'])
    await Promise.all([ears.stop(), others.stop()])
  })
})
