import { expect } from 'chai'
import type { Store } from '../../bot/ports.ts'
import { at, fresh, link, turn } from './turns.ts'

/** What every store promises of links, of words, of work that falls due, and of the clock. */
export function describeLinksAndTime(get: () => Store): void {
  let store: Store
  let id: string
  beforeEach(() => {
    store = get()
    id = fresh('consultation')
  })

  it('gives a link to exactly one of fifty who redeem it at once', async () => {
    const row = link(id)
    await store.commit(turn(id, 0, { links: [row] }))
    const fifty = Array.from({ length: 50 }, () => store.redeem(row.hash, at(59)))
    const got = (await Promise.all(fifty)).filter((one) => one !== undefined)
    expect(got).to.deep.equal([row])
    expect(await store.link(row.hash)).to.equal(undefined)
    expect(await store.redeem(row.hash, at(59))).to.equal(undefined)
  })

  it('looks at a link without using it up', async () => {
    const row = link(id)
    await store.commit(turn(id, 0, { links: [row] }))
    expect(await store.link(row.hash)).to.deep.equal(row)
    expect(await store.link(row.hash)).to.deep.equal(row)
    expect(await store.redeem(row.hash, at(1))).to.deep.equal(row)
  })

  it('redeems a link until a millisecond before it expires', async () => {
    const [early, late] = [link(id), link(id)]
    await store.commit(turn(id, 0, { links: [early, late] }))
    const just = '2026-03-01T09:00:59.999Z' as typeof early.expires
    expect(await store.redeem(early.hash, just)).to.deep.equal(early)
    expect(await store.redeem(late.hash, at(60))).to.equal(undefined)
    expect(await store.redeem('unknown', at(1))).to.equal(undefined)
  })

  it('says what is due by a moment, the longest waiting first, and no more than asked for', async () => {
    const [later, sooner, never] = [fresh('c'), fresh('c'), fresh('c')]
    await store.commit(turn(later, 0, { due: at(20) }))
    await store.commit(turn(sooner, 0, { due: at(10) }))
    await store.commit(turn(never, 0, { due: null }))
    const due = async (seconds: number, most = 9) =>
      (await store.due(at(seconds), most)).map((one) => one.id)
    expect(await due(9)).to.deep.equal([])
    expect(await due(10)).to.deep.equal([sooner])
    expect(await due(20)).to.deep.equal([sooner, later])
    expect(await due(20, 1)).to.deep.equal([sooner])
    await store.commit(turn(sooner, 1, { due: null }))
    expect(await due(20)).to.deep.equal([later])
  })

  it('keeps a bundle of words by its digest, and never changes it', async () => {
    expect(await store.bundle('digest')).to.equal(undefined)
    await store.keepBundle('digest', 'the words – “as they were”')
    await store.keepBundle('digest', 'other words')
    expect(await store.bundle('digest')).to.equal('the words – “as they were”')
  })

  it('moves the clock forward only', async () => {
    expect(await store.offset()).to.equal(0)
    await store.moveClock(3_600_000)
    await store.moveClock(1000)
    expect(await store.offset()).to.equal(3_600_000)
    await Promise.all([store.moveClock(7_200_000), store.moveClock(4_000_000)])
    expect(await store.offset()).to.equal(7_200_000)
  })
}
