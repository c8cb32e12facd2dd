import { expect } from 'chai'
import type { Store, Turn } from '../../bot/ports.ts'
import { describeLinksAndTime } from './links.contract.ts'
import { describeLogStore, empty } from './log.contract.ts'
import { describeErasure } from './erasure.contract.ts'
import { describeSittings } from './sittings.contract.ts'
import { at, fresh, link, record, sealed, sitting, turn } from './turns.ts'

/** A store to try, and how to open again what it kept; `undefined` where nothing is kept. */
export interface Kept {
  readonly store: Store
  readonly reopen?: () => Promise<Store>
}

/** What holds for every store: each sentence of the port, on both sides. */
export function describeStore(name: string, create: () => Promise<Kept>): void {
  describe(name, () => {
    let kept: Kept
    let store: Store
    const opened: Store[] = []

    beforeEach(async () => {
      kept = await create()
      store = kept.store
      opened.push(store)
    })
    afterEach(async () => {
      await Promise.all(opened.splice(0).map((one) => one.close()))
    })

    describe('turns', () => describeCommit(() => store))
    describe('sittings', () => describeSittings(() => store))
    describe('links and time', () => describeLinksAndTime(() => store))
    describe('the log', () => describeLogStore(() => store))

    describe('erasure', () => describeErasure(() => store))

    it('has everything again when it is opened again, if it keeps anything', async function () {
      if (!kept.reopen) return
      const id = fresh('consultation')
      const told = turn(id, 0, { sittings: [sitting('s', id)], links: [link(id)], due: at(9) })
      await store.commit(told)
      await store.endSitting('gone')
      await store.moveClock(5000)
      await store.keepBundle('digest', 'words')
      const lease = await store.log(told.clinic).lease()
      await store.log(told.clinic).append(lease, empty)
      const erased = fresh('consultation')
      await store.commit(turn(erased))
      await store.erase([erased])
      await store.close()
      const again = await kept.reopen()
      opened.splice(0, 1, again)
      expect(await again.load(id)).to.deep.equal(told.records)
      expect(await again.sitting('s')).to.deep.equal(told.sittings[0])
      expect(await again.link(told.links[0]!.hash)).to.deep.equal(told.links[0])
      expect(await again.due(at(9), 9)).to.have.length(1)
      expect(await again.offset()).to.equal(5000)
      expect(await again.bundle('digest')).to.equal('words')
      const log = again.log(told.clinic)
      expect(await log.head()).to.deep.equal({ size: 0, signed: empty.signed, at: empty.at })
      expect(await log.lease()).to.be.greaterThan(lease)
      expect(await log.waiting(9)).to.have.length(told.records.length + 1)
      expect(await again.wasErased(erased)).to.equal(true)
      expect(await again.commit(turn(erased, 1))).to.equal('conflict')
      await again.putSitting(sitting('gone', id))
      expect(await again.sitting('gone')).to.equal(undefined)
    })
  })
}

function describeCommit(get: () => Store): void {
  let store: Store
  beforeEach(() => (store = get()))

  it('has no records of a consultation that it does not know', async () => {
    expect(await store.load('unknown')).to.deep.equal([])
    expect(await store.heads('unknown')).to.deep.equal({ open: 0, restricted: 0 })
    expect(await store.consultations('unknown')).to.deep.equal([])
  })

  it('gives back what was committed, byte for byte, each stream in order', async () => {
    const id = fresh('consultation')
    const first = [record('open', 0), record('restricted', 0), record('open', 1)]
    expect(await store.commit(turn(id, 0, { records: first }))).to.equal('committed')
    const second = [record('open', 2), record('restricted', 1)]
    const expects = { open: 2, restricted: 1 }
    expect(await store.commit(turn(id, 2, { expect: expects, records: second }))).to.equal(
      'committed',
    )
    const [o0, r0, o1] = first
    expect(await store.load(id)).to.deep.equal([o0, o1, second[0], r0, second[1]])
    expect(await store.heads(id)).to.deep.equal({ open: 3, restricted: 2 })
  })

  it('lists consultations by clinic, with the person that each has now', async () => {
    const [a, b, other] = [fresh('c'), fresh('c'), fresh('c')]
    await store.commit(turn(a, 0, { person: 'first' }))
    await store.commit(turn(b))
    await store.commit(turn(other, 0, { clinic: 'clinic-2' }))
    await store.commit(turn(a, 1, { person: 'second' }))
    const listed = await store.consultations('clinic-1')
    expect(listed).to.have.deep.members([
      { id: a, person: 'second' },
      { id: b, person: `person of ${b}` },
    ])
  })

  for (const expects of [
    { open: 0, restricted: 0 },
    { open: 2, restricted: 0 },
    { open: 1, restricted: 1 },
  ]) {
    it(`writes nothing of a turn that expects ${JSON.stringify(expects)} after one open record`, async () => {
      const id = fresh('consultation')
      const before = turn(id, 0, { sittings: [sitting('s', id)], due: at(5) })
      await store.commit(before)
      const rest = {
        expect: expects,
        person: 'somebody else',
        sittings: [sitting('s', id, { tries: 3 }), sitting('t', id)],
        activities: [{ sitting: 's', n: 0, sealed: sealed() }],
        key: { sitting: 's', key: 'k', reply: sealed() },
        links: [link(id)],
        ended: ['s'],
        due: at(1),
      }
      const refused = turn(id, expects.open, rest)
      expect(await store.commit(refused)).to.equal('conflict')
      expect(await store.load(id)).to.deep.equal(before.records)
      expect(await store.sitting('s')).to.deep.equal(before.sittings[0])
      expect(await store.sitting('t')).to.equal(undefined)
      expect(await store.activities('s', 0)).to.deep.equal([])
      expect(await store.reply('s', 'k')).to.equal(undefined)
      expect(await store.link(rest.links[0]!.hash)).to.equal(undefined)
      expect(await store.due(at(1), 9)).to.deep.equal([])
      expect(await store.due(at(5), 9)).to.deep.equal([{ id, person: before.person }])
    })
  }

  it('takes a turn without records, and leaves alone what it does not name', async () => {
    const id = fresh('consultation')
    await store.commit(turn(id, 0, { due: at(5) }))
    const silent: Partial<Turn> = turn(id, 1, { records: [], sittings: [sitting('s', id)] })
    delete (silent as { due?: unknown }).due
    expect(await store.commit(silent as Turn)).to.equal('committed')
    expect(await store.heads(id)).to.deep.equal({ open: 1, restricted: 0 })
    expect(await store.sitting('s')).to.not.equal(undefined)
    expect(await store.due(at(5), 9)).to.have.length(1)
  })

  it('answers a key that was used with "repeated", and writes nothing', async () => {
    const id = fresh('consultation')
    const key = { sitting: 's', key: 'message 1', reply: sealed('the first reply') }
    await store.commit(turn(id, 0, { key, sittings: [sitting('s', id)] }))
    const again = turn(id, 1, { key: { ...key, reply: sealed('another') } })
    expect(await store.commit(again)).to.equal('repeated')
    expect(await store.commit(turn(id, 0, { key }))).to.equal('repeated')
    expect(await store.heads(id)).to.deep.equal({ open: 1, restricted: 0 })
    expect(await store.reply('s', 'message 1')).to.deep.equal(key.reply)
    expect(await store.reply('s', 'message 2')).to.equal(undefined)
    expect(await store.reply('t', 'message 1')).to.equal(undefined)
  })

  it('takes the same key in another sitting', async () => {
    const id = fresh('consultation')
    const sittings = [sitting('s', id), sitting('t', id)]
    const key = (of: string) => ({ sitting: of, key: 'message 1', reply: sealed(of) })
    await store.commit(turn(id, 0, { sittings, key: key('s') }))
    expect(await store.commit(turn(id, 1, { key: key('t') }))).to.equal('committed')
    expect(await store.reply('t', 'message 1')).to.deep.equal(sealed('t'))
  })

  it('lets one of two turns of a consultation win that arrive together, the first', async () => {
    const id = fresh('consultation')
    const [first, second] = [turn(id), turn(id)]
    const results = await Promise.all([store.commit(first), store.commit(second)])
    expect(results).to.deep.equal(['committed', 'conflict'])
    expect(await store.load(id)).to.deep.equal(first.records)
  })

  it('shows a turn the earlier ones that arrived with it', async () => {
    const id = fresh('consultation')
    const three = [turn(id, 0), turn(id, 1), turn(id, 2)]
    const results = await Promise.all(three.map((one) => store.commit(one)))
    expect(results).to.deep.equal(['committed', 'committed', 'committed'])
    expect(await store.load(id)).to.deep.equal(three.flatMap(({ records }) => records))
  })

  it('gives one of two repeats that arrive together the turn, and the other "repeated"', async () => {
    const id = fresh('consultation')
    const rest = {
      key: { sitting: 's', key: 'k', reply: sealed() },
      sittings: [sitting('s', id)],
    }
    const results = await Promise.all([
      store.commit(turn(id, 0, rest)),
      store.commit(turn(id, 0, rest)),
    ])
    expect(results).to.deep.equal(['committed', 'repeated'])
  })

  it('commits a hundred turns that arrive together, and a conflict among them is alone', async () => {
    const ids = Array.from({ length: 100 }, () => fresh('consultation'))
    const turns = ids.map((id, n) => turn(id, n === 50 ? 7 : 0))
    const results = await Promise.all(turns.map((one) => store.commit(one)))
    expect(results.filter((result) => result === 'conflict')).to.have.length(1)
    expect(results[50]).to.equal('conflict')
    for (const [n, id] of ids.entries()) {
      expect(await store.load(id)).to.deep.equal(n === 50 ? [] : turns[n]!.records)
    }
  })

  it('refuses a turn that numbers its records wrongly, and goes on', async () => {
    const id = fresh('consultation')
    const wrong = turn(id, 0, { records: [record('open', 1)] })
    const gap = turn(id, 0, { records: [record('open', 0), record('open', 2)] })
    for (const bad of [wrong, gap]) {
      const error: unknown = await store.commit(bad).catch((reason: unknown) => reason)
      expect(error).to.have.property('code', 'evidence/broken-chain')
    }
    expect(await store.commit(turn(id))).to.equal('committed')
  })
}
