import { expect } from 'chai'
import { type Database, openDatabase } from '../../../adapters/postgres/database.ts'
import { EVIDENCE } from '../../../adapters/postgres/schema.ts'
import { createPostgresStore, type PostgresStore } from '../../../adapters/postgres/store.ts'
import type { Turn } from '../../../bot/ports.ts'
import { cluster } from '../../support/postgres.ts'
import { at, fresh, link, record, sealed, sitting, turn } from '../turns.ts'

/** What a turn of a conversation is: it only adds. */
function plain(id: string, seq: number, rest: Partial<Turn> = {}): Turn {
  return turn(id, seq, {
    sittings: [sitting(`s ${id}`, id, { activities: seq + 1 })],
    activities: [{ sitting: `s ${id}`, n: seq, sealed: sealed() }],
    key: { sitting: `s ${id}`, key: `message ${seq}`, reply: sealed() },
    due: at(seq),
    ...rest,
  })
}

describe('turns that PostgreSQL is given together', function () {
  this.timeout(60_000)
  let store: PostgresStore
  let flushes: number[]
  let ids: string[]
  let db: Database

  before(async () => {
    const { url, owner } = await (await cluster()).emptied(EVIDENCE)
    db = openDatabase({ url: owner })
    store = await createPostgresStore({ url, onFlush: (turns) => flushes.push(turns) })
  })
  after(() => Promise.all([store.close(), db.close()]))
  beforeEach(async () => {
    flushes = []
    ids = Array.from({ length: 20 }, () => fresh('c'))
    await Promise.all(ids.map((id) => store.commit(plain(id, 0))))
    flushes = []
  })

  it('are there as they are when each is taken alone', async () => {
    const turns = ids.map((id) =>
      plain(id, 1, { records: [record('open', 1), record('restricted', 0), record('open', 2)] }),
    )
    const results = await Promise.all(turns.map((one) => store.commit(one)))
    expect(new Set(results)).to.deep.equal(new Set(['committed']))
    expect(Math.max(...flushes)).to.be.greaterThan(1)
    for (const { consultation, records, sittings, activities, key } of turns) {
      expect((await store.load(consultation)).slice(1)).to.have.deep.members([...records])
      expect(await store.heads(consultation)).to.deep.equal({ open: 3, restricted: 1 })
      const [row] = sittings
      expect(await store.sitting(row!.id)).to.deep.equal(row)
      expect(await store.activities(row!.id, 1)).to.deep.equal(
        activities.map(({ n, sealed: body }) => ({ n, sealed: body })),
      )
      expect(await store.reply(row!.id, 'message 1')).to.deep.equal(key?.reply)
    }
    expect((await store.due(at(1), 100)).map(({ id }) => id)).to.include.members(ids)
  })

  const troubles: Readonly<Record<string, (id: string) => readonly [Turn, string]>> = {
    'has a head that is not the head': (id) => [plain(id, 2), 'conflict'],
    'was taken before': (id) => [
      plain(id, 1, { key: { sitting: `s ${id}`, key: 'message 0', reply: sealed() } }),
      'repeated',
    ],
    'says again what was said': (id) => [
      plain(id, 1, { activities: [{ sitting: `s ${id}`, n: 0, sealed: sealed() }] }),
      'conflict',
    ],
    'answers in a sitting that is not there': (id) => [
      plain(id, 1, { sittings: [], activities: [{ sitting: 'nobody', n: 0, sealed: sealed() }] }),
      'conflict',
    ],
    'has a link, and is taken alone anyway': (id) => [
      plain(id, 1, { links: [link(id)] }),
      'committed',
    ],
  }
  for (const [trouble, make] of Object.entries(troubles)) {
    it(`are told each for itself where one of them ${trouble}`, async () => {
      const [odd = '', ...others] = ids
      const [wrong, result] = make(odd)
      const all = await Promise.all(
        [wrong, ...others.map((id) => plain(id, 1))].map((one) => store.commit(one)),
      )
      expect(all).to.deep.equal([result, ...others.map(() => 'committed')])
      expect((await store.heads(odd)).open).to.equal(result === 'committed' ? 2 : 1)
      for (const id of others) expect((await store.heads(id)).open).to.equal(2)
    })
  }

  it('are told each for itself where a sitting has ended, or a consultation was erased', async () => {
    const [ended = '', erased = '', ...others] = ids
    await store.endSitting(`s ${ended}`)
    await store.erase([erased])
    const all = await Promise.all(ids.map((id) => store.commit(plain(id, 1))))
    expect(all).to.deep.equal(['conflict', 'conflict', ...others.map(() => 'committed')])
  })

  it('are told each for itself where one was erased that nobody was talking in', async () => {
    const [erased = '', ...others] = ids
    await store.erase([erased])
    const silent = { sittings: [], activities: [], key: undefined as never }
    const all = await Promise.all(ids.map((id) => store.commit(plain(id, 1, silent))))
    expect(all).to.deep.equal(['conflict', ...others.map(() => 'committed')])
  })

  it('keep their order within a consultation', async () => {
    const [id = ''] = ids
    const all = [1, 2, 3].map((seq) => store.commit(plain(id, seq)))
    expect(await Promise.all(all)).to.deep.equal(['committed', 'committed', 'committed'])
    expect(await store.heads(id)).to.deep.equal({ open: 4, restricted: 0 })
  })

  it('need nothing of what takes them one by one', async () => {
    const rename = (from: string, to: string) =>
      db.query(`ALTER FUNCTION ${from}(jsonb, boolean) RENAME TO ${to}`)
    await rename('take_turns', 'put_away')
    try {
      const all = await Promise.allSettled(ids.map((id) => store.commit(plain(id, 1))))
      expect(new Set(all.map(({ status }) => status))).to.deep.equal(new Set(['fulfilled']))
    } finally {
      await rename('put_away', 'take_turns')
    }
  })
})
