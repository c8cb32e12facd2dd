import { expect } from 'chai'
import { createMemoryPlace } from '../../../../adapters/memory/place.ts'
import { createMemoryStore } from '../../../../adapters/memory/store.ts'
import { signCheckpoint } from '../../../../bot/evidence/log/checkpoint.ts'
import { inception, openLog } from '../../../../bot/evidence/log/log.ts'
import { signerOf } from '../../../../bot/evidence/log/note.ts'
import { createChance } from '../../../../adapters/config/chance.ts'
import { begun, CLINIC, commit, type Kept } from './parts.ts'

const why = (promise: Promise<unknown>) =>
  promise.then(
    () => 'it was taken',
    (error: { code?: string; details?: { why?: string } }) => `${error.code} ${error.details?.why}`,
  )

/** A log of so many records, sealed. */
async function sealed(records: number): Promise<Kept> {
  const parts = await begun()
  await commit(parts.all, records)
  await (await openLog(parts)).settled()
  return parts
}

describe('a database that was put back, with the second place as it was', () => {
  it('is refused when its tail is gone', async () => {
    const parts = await begun()
    const log = await openLog(parts)
    await commit(parts.all, 3)
    await log.settled()
    const old = (await parts.store.head())!
    await commit(parts.all, 2)
    await log.settled()
    const rolledBack = { ...parts.store, head: async () => old }
    expect(await why(openLog({ ...parts, store: rolledBack }))).to.equal(
      'log/disagrees the second place knows 5 records, the database 3',
    )
  })

  it('is refused when its tail is another one, as long or longer', async () => {
    for (const length of [3, 4]) {
      const parts = await sealed(3)
      const other = createMemoryStore()
      const rewritten = { ...parts, store: other.log(CLINIC), second: createMemoryPlace() }
      const origin = (await parts.store.head())!.signed.split('\n')[0]!
      // Somebody with the real key begins the same log again, and seals other records.
      const id = origin.split('/').at(-1)!
      await inception(rewritten, CLINIC, { ...createChance(), id: () => id })
      await commit(other, length)
      await (await openLog(rewritten)).settled()
      expect((await other.log(CLINIC).head())!.signed.split('\n')[0]).to.equal(origin)
      expect(await why(openLog({ ...rewritten, second: parts.second }))).to.equal(
        `log/disagrees ${length} records do not begin with the 3 known before`,
      )
    }
  })

  it('is refused when it is empty', async () => {
    const { second, keys } = await sealed(3)
    const parts = { ...(await begun()), second, keys }
    expect(await why(openLog({ ...parts, store: createMemoryStore().log(CLINIC) }))).to.equal(
      'log/disagrees the second place knows a log that the database does not',
    )
  })
})

describe('a second place', () => {
  it('that is empty is refused, and never filled again by itself', async () => {
    const parts = await sealed(3)
    const second = createMemoryPlace()
    expect(await why(openLog({ ...parts, second }))).to.equal(
      'log/disagrees there is nothing in the second place',
    )
    expect(await second.read()).to.equal(undefined)
  })

  it('that holds what this log has not signed is refused', async () => {
    const parts = await sealed(3)
    const signed = (await parts.second.read())!
    const forged = signCheckpoint(
      { origin: signed.split('\n')[0]!, size: 0, root: new Uint8Array(32) },
      signerOf(signed.split('\n')[0]!, 'log', new Uint8Array(32).fill(1)),
    )
    for (const text of [forged, 'nonsense', signed.replace('\n3\n', '\n2\n')])
      expect(await why(openLog({ ...parts, second: createMemoryPlace(text) }))).to.equal(
        'log/disagrees the second place has no checkpoint that this log has signed',
      )
  })

  it('that somebody else changes under way stops the log', async () => {
    const parts = await sealed(3)
    const log = await openLog(parts)
    await parts.second.swap(await parts.second.read(), 'something else')
    await commit(parts.all, 1)
    expect(await why(log.settled())).to.equal(
      'log/disagrees the second place was changed by somebody else',
    )
    expect(await why(log.settled())).to.contain('log/disagrees')
  })

  it('that a crash has left one checkpoint behind is brought up to date', async () => {
    const parts = await sealed(3)
    const old = await parts.second.read()
    await commit(parts.all, 2)
    await (await openLog(parts)).settled()
    const second = createMemoryPlace(old)
    await openLog({ ...parts, second })
    expect(await second.read()).to.equal((await parts.store.head())?.signed)
  })
})

describe('records or hashes that were changed in the database', () => {
  it('are found at the start, and the first is named', async () => {
    const parts = await sealed(5)
    const leaves = async (from: number, to: number) =>
      (await parts.store.leaves(from, to)).map((leaf, n) => (from + n === 2 ? 'changed' : leaf))
    const error: unknown = await openLog({ ...parts, store: { ...parts.store, leaves } }).catch(
      (reason: unknown) => reason,
    )
    expect(error).to.have.property('code', 'log/does-not-hold')
    expect(error).to.have.nested.property('details.index', 2)
  })
})
