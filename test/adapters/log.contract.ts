import { expect } from 'chai'
import type { Appended, LogStore, Store } from '../../bot/ports.ts'
import { at, fresh, record, turn } from './turns.ts'

const CLINIC = 'clinic-1'
const hash = (byte: number) => new Uint8Array(32).fill(byte)
export const empty: Appended = { from: 0, records: [], nodes: [], signed: 'first', at: at(0) }

/** What holds for the log of every store. */
export function describeLogStore(get: () => Store): void {
  let store: Store
  let log: LogStore
  beforeEach(() => {
    store = get()
    log = store.log(CLINIC)
  })

  async function begun(): Promise<number> {
    const lease = await log.lease()
    expect(await log.append(lease, empty)).to.equal('written')
    return lease
  }

  it('has no head before somebody begins it, not even with records or a lease', async () => {
    await store.commit(turn(fresh('c')))
    await log.lease()
    expect(await log.head()).to.equal(undefined)
  })

  it('begins once, with no records and a checkpoint', async () => {
    const lease = await begun()
    expect(await log.head()).to.deep.equal({ size: 0, signed: 'first', at: at(0) })
    expect(await log.append(lease, { ...empty, signed: 'again' })).to.equal('conflict')
    expect((await log.head())?.signed).to.equal('first')
  })

  it('takes no record before it has begun, and publishes nothing', async () => {
    const one = turn(fresh('c'))
    await store.commit(one)
    const lease = await log.lease()
    const records = one.records.map(({ recordId }) => recordId)
    expect(await log.append(lease, { ...empty, records })).to.equal('conflict')
    expect(await log.publish(lease, { published: 'x' })).to.equal('conflict')
    expect(await log.waiting(9)).to.have.length(1)
  })

  it('lists what waits in the order of the commits, both streams alike, of this clinic only', async () => {
    const [a, b] = [fresh('c'), fresh('c')]
    const both = turn(a, 0, { records: [record('open', 0), record('restricted', 0)] })
    const second = turn(b)
    await store.commit(both)
    await store.commit(turn(fresh('c'), 0, { clinic: 'clinic-2' }))
    await store.commit(second)
    const expected = [...both.records, ...second.records].map(({ recordId, leaf }) => ({
      recordId,
      leaf,
    }))
    expect(await log.waiting(9)).to.deep.equal(expected)
    expect(await log.waiting(2)).to.deep.equal(expected.slice(0, 2))
    expect(await store.log('clinic-2').waiting(9)).to.have.length(1)
  })

  it('lists nothing of a turn that was refused', async () => {
    const id = fresh('c')
    await Promise.all([store.commit(turn(id)), store.commit(turn(id))])
    expect(await log.waiting(9)).to.have.length(1)
  })

  it('gives records their indices and keeps their leaves, hashes and checkpoint', async () => {
    const lease = await begun()
    const one = turn(fresh('c'), 0, { records: [record('open', 0), record('open', 1)] })
    const later = turn(fresh('c'))
    await store.commit(one)
    await store.commit(later)
    const [first, second] = one.records as [(typeof one.records)[0], (typeof one.records)[0]]
    const nodes = [
      { level: 0, n: 0, hash: hash(1) },
      { level: 0, n: 1, hash: hash(2) },
      { level: 1, n: 0, hash: hash(3) },
    ]
    const records = [first.recordId, second.recordId]
    const what = { from: 0, records, nodes, signed: 'second', at: at(1) }
    expect(await log.append(lease, what)).to.equal('written')
    expect(await log.head()).to.deep.equal({ size: 2, signed: 'second', at: at(1) })
    expect(await log.waiting(9)).to.have.length(1)
    expect(await log.entry(second.recordId)).to.deep.equal({ index: 1, leaf: second.leaf })
    expect(await log.entry(later.records[0]!.recordId)).to.equal(undefined)
    expect(await log.leaves(0, 2)).to.deep.equal([first.leaf, second.leaf])
    expect(await log.leaves(1, 9)).to.deep.equal([second.leaf])
    const spots = [
      { level: 1, n: 0 },
      { level: 0, n: 0 },
    ]
    expect((await log.nodes(spots)).map((one) => one[0])).to.deep.equal([3, 1])
    expect(await log.nodes([{ level: 2, n: 0 }]).catch(() => 'none')).to.equal('none')
    expect(await store.log('clinic-2').entry(first.recordId)).to.equal(undefined)
  })

  it('writes nothing at another size, and nothing that has an index', async () => {
    const lease = await begun()
    const two = [turn(fresh('c')), turn(fresh('c'))]
    for (const one of two) await store.commit(one)
    const [a, b] = two.map(({ records }) => records[0]!.recordId) as [string, string]
    const one = { ...empty, nodes: [{ level: 0, n: 0, hash: hash(1) }], signed: 'one' }
    expect(await log.append(lease, { ...one, from: 1, records: [a] })).to.equal('conflict')
    expect(await log.append(lease, { ...one, records: [a] })).to.equal('written')
    expect(await log.append(lease, { ...one, records: [b] })).to.equal('conflict')
    expect(await log.append(lease, { ...one, from: 1, records: [b, a] })).to.equal('conflict')
    expect(await log.head()).to.deep.equal({ size: 1, signed: 'one', at: at(0) })
    expect((await log.waiting(9)).map(({ recordId }) => recordId)).to.deep.equal([b])
  })

  it('refuses everything of whoever has lost the lease', async () => {
    const first = await begun()
    const one = turn(fresh('c'))
    await store.commit(one)
    const second = await log.lease()
    expect(second).to.be.greaterThan(first)
    const records = one.records.map(({ recordId }) => recordId)
    const what = { ...empty, records, nodes: [{ level: 0, n: 0, hash: hash(1) }], signed: 'late' }
    expect(await log.append(first, what)).to.equal('fenced')
    expect(await log.publish(first, { published: 'late' })).to.equal('fenced')
    expect(await log.scrubbed(first, at(1))).to.equal('fenced')
    expect(await log.head()).to.deep.equal({ size: 0, signed: 'first', at: at(0) })
    expect(await log.append(second, what)).to.equal('written')
  })

  it('keeps what was published, and the last that was witnessed', async () => {
    const lease = await begun()
    await log.publish(lease, { published: 'one' })
    expect(await log.head())
      .to.include({ published: 'one' })
      .and.not.have.property('witnessed')
    await log.publish(lease, { published: 'one, seen', witnessed: 'one, seen' })
    await log.publish(lease, { published: 'two' })
    await log.scrubbed(lease, at(7))
    const head = { published: 'two', witnessed: 'one, seen', scrubbed: at(7) }
    expect(await log.head()).to.include(head)
  })
}
