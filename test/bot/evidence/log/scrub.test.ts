import { expect } from 'chai'
import { peek } from '../../../../bot/evidence/log/checkpoint.ts'
import { openLog } from '../../../../bot/evidence/log/log.ts'
import { scrub } from '../../../../bot/evidence/log/scrub.ts'
import type { Instant } from '../../../../machines/time.ts'
import { begun, commit } from './parts.ts'

const found = (promise: Promise<unknown>) =>
  promise.then(
    () => 'holds',
    (error: { code?: string; details?: { index?: number } }) =>
      `${error.code} at ${error.details?.index}`,
  )

async function sealed(records: number) {
  const parts = await begun()
  await commit(parts.all, records)
  await (await openLog(parts)).settled()
  const tree = peek((await parts.store.head())!.signed)
  return { parts, tree, store: parts.store }
}

describe('the scrubber', () => {
  it('finds every single leaf that was changed, lost or moved, and names the first', async () => {
    const { store, tree } = await sealed(23)
    expect(await found(scrub(store, tree))).to.equal('holds')
    const all = await store.leaves(0, 23)
    const over = (leaves: readonly string[]) => ({
      ...store,
      leaves: async (from: number, to: number) => leaves.slice(from, to),
    })
    for (let n = 0; n < 23; n++) {
      const changed = all.map((leaf, at) => (at === n ? `${leaf}.` : leaf))
      expect(await found(scrub(over(changed), tree))).to.equal(`log/does-not-hold at ${n}`)
      const lost = all.filter((_, at) => at !== n)
      expect(await found(scrub(over(lost), tree))).to.match(/^log\/does-not-hold at \d+$/)
      if (n === 0) continue
      const moved = [...all]
      ;[moved[n - 1], moved[n]] = [moved[n]!, moved[n - 1]!]
      expect(await found(scrub(over(moved), tree))).to.equal(`log/does-not-hold at ${n - 1}`)
    }
  })

  it('finds every hash of a subtree that was changed', async () => {
    const { store, tree } = await sealed(23)
    for (let level = 0; level < 5; level++)
      for (let n = 0; n < Math.floor(23 / 2 ** level); n++) {
        const nodes: typeof store.nodes = async (spots) =>
          (await store.nodes(spots)).map((hash, at) => {
            const spot = spots[at]!
            return spot.level === level && spot.n === n ? hash.map((byte) => byte ^ 1) : hash
          })
        expect(await found(scrub({ ...store, nodes }, tree))).to.contain('log/does-not-hold')
      }
  })

  it('starts anywhere, and holds only under the root that was signed', async () => {
    const { store, tree } = await sealed(23)
    for (let from = 0; from <= 23; from++)
      expect(await found(scrub(store, tree, from))).to.equal('holds')
    const other = { ...tree, root: new Uint8Array(32) }
    expect(await found(scrub(store, other))).to.equal('log/does-not-hold at 23')
  })
})

describe('a running log', () => {
  it('hashes its last thousand records again at the start, and all of them a week after the last time', async () => {
    const hashed: [number, number][] = []
    let now = '2026-03-01T09:00:00.000Z' as Instant
    const parts = await begun({ wall: () => now })
    await commit(parts.all, 1500)
    await (await openLog(parts)).settled()
    const leaves = async (from: number, to: number) => {
      hashed.push([from, to])
      return parts.store.leaves(from, to)
    }
    const log = await openLog({ ...parts, store: { ...parts.store, leaves } })
    expect(hashed).to.deep.equal([[500, 1500]])
    hashed.length = 0
    now = '2026-03-08T08:59:59.999Z' as Instant
    await log.settled()
    expect(hashed).to.deep.equal([])
    now = '2026-03-08T09:00:00.000Z' as Instant
    await log.settled()
    expect(hashed).to.deep.equal([
      [0, 1000],
      [1000, 1500],
    ])
    await log.settled()
    expect(hashed, 'once').to.have.length(2)
    expect((await parts.store.head())?.scrubbed).to.equal(now)
  })
})
