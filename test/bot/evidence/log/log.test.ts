import { expect } from 'chai'
import { createChance } from '../../../../adapters/config/chance.ts'
import { createMemoryPlace } from '../../../../adapters/memory/place.ts'
import { openCheckpoint, peek } from '../../../../bot/evidence/log/checkpoint.ts'
import { inception, openLog } from '../../../../bot/evidence/log/log.ts'
import { hashLeaf } from '../../../../bot/evidence/log/merkle.ts'
import { readVkey } from '../../../../bot/evidence/log/note.ts'
import { includes } from '../../../../bot/evidence/log/prove.ts'
import { at } from '../../../adapters/turns.ts'
import { begun, CLINIC, commit, commitBoth, unbegun } from './parts.ts'

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'it was taken',
    (error: { code?: string }) => error.code,
  )

describe('the log of a clinic', () => {
  it('does not begin by itself, even where database and second place are empty', async () => {
    expect(await codeOf(openLog(unbegun()))).to.equal('log/not-begun')
  })

  it('begins once', async () => {
    const parts = await begun()
    expect(await codeOf(inception(parts, CLINIC, createChance()))).to.equal('log/begun-already')
    const log = await openLog(parts)
    expect(peek((await log.checkpoint()) ?? '')).to.include({ size: 0 })
    expect(await log.policy()).to.match(/^log candour\/clinic-1\/[0-9a-f]{16}\+.*\nquorum none\n$/)
  })

  it('does not begin again over an empty database when the second place knows a log', async () => {
    const { second } = await begun()
    const emptied = unbegun({ second })
    expect(await codeOf(openLog(emptied))).to.equal('log/disagrees')
    expect(await codeOf(inception(emptied, CLINIC, createChance()))).to.equal('log/disagrees')
  })

  it('says "recorded" of a record until it is under a checkpoint, then "sealed"', async () => {
    const parts = await begun()
    const log = await openLog(parts)
    const [open, restricted] = await commitBoth(parts.all)
    expect(await log.standing(open)).to.equal('recorded')
    expect(await log.proof(open)).to.equal(undefined)
    await log.settled()
    expect(await log.standing(open)).to.equal('sealed')
    expect(await log.standing(restricted)).to.equal('sealed')
    expect(await log.standing('unknown')).to.equal('recorded')
  })

  it('proves every record under the latest checkpoint, signed with the key of its policy', async () => {
    const parts = await begun()
    const log = await openLog(parts)
    const ids = await commit(parts.all, 37)
    await log.settled()
    const key = readVkey(/^log (\S+)/.exec(await log.policy())?.[1] ?? '')
    const tree = openCheckpoint((await log.checkpoint()) ?? '', key)
    expect(tree.size).to.equal(37)
    for (const [n, id] of ids.entries()) {
      const proof = await log.proof(id)
      const { leaf } = (await parts.store.entry(id))!
      expect(proof?.index).to.equal(n)
      expect(includes(tree, n, hashLeaf(leaf), proof?.hashes ?? [])).to.equal(true)
    }
  })

  it('proves a record under an earlier checkpoint too, and none that came later', async () => {
    const parts = await begun()
    const log = await openLog(parts)
    const [first] = await commit(parts.all, 3)
    await log.settled()
    const earlier = await log.checkpoint()
    const [later] = await commit(parts.all, 5)
    await log.settled()
    expect((await log.proof(first!, earlier))?.checkpoint).to.equal(earlier)
    expect((await log.proof(first!))?.checkpoint).to.equal(await log.checkpoint())
    expect(await log.proof(later!, earlier)).to.equal(undefined)
  })

  it('gives no proof that does not hold', async () => {
    const parts = await begun()
    const log = await openLog(parts)
    const [first] = await commit(parts.all, 3)
    await log.settled()
    const lying = {
      ...parts.store,
      entry: async () => ({ index: 0, leaf: 'another leaf' }),
    }
    const broken = await openLog({ ...parts, store: lying })
    expect(await codeOf(broken.proof(first!))).to.equal('log/does-not-hold')
  })

  it('takes 1,100 records in one go, five hundred a checkpoint, in the order of their commits', async () => {
    const parts = await begun()
    const signed: string[] = []
    const second = createMemoryPlace(await parts.second.read())
    const swap = async (expected: string | undefined, next: string) => {
      signed.push(next)
      return second.swap(expected, next)
    }
    const log = await openLog({ ...parts, second: { read: second.read, swap } })
    const ids = await commit(parts.all, 1100)
    await log.settled()
    expect(signed.map((note) => peek(note).size)).to.deep.equal([500, 1000, 1100])
    expect((await log.proof(ids[1040]!))?.index).to.equal(1040)
  })

  it('waits for what was committed before, also while it is busy', async () => {
    const parts = await begun()
    const log = await openLog(parts)
    await commit(parts.all, 5)
    const busy = log.settled()
    const ids = await commit(parts.all, 5)
    await log.settled()
    expect(await log.standing(ids[4]!)).to.equal('sealed')
    await busy
  })

  it('goes on from where it was', async () => {
    const parts = await begun()
    const before = await openLog(parts)
    await commit(parts.all, 5)
    await before.settled()
    await commit(parts.all, 6)
    const log = await openLog(parts)
    await log.settled()
    expect(peek((await log.checkpoint()) ?? '').size).to.equal(11)
  })
})

describe('a clock that is behind the log', () => {
  for (const [seconds, how] of [
    [0, 'goes on'],
    [-2, 'is waited for'],
  ] as const) {
    it(`${how} when it is ${-seconds} seconds behind the last record`, async () => {
      const parts = await begun({ wall: () => at(0) })
      const log = await openLog({ ...parts, wall: () => at(seconds) })
      await commit(parts.all, 1)
      await log.settled()
      expect((await parts.store.head())?.at).to.equal(at(0))
    })
  }

  it('is fatal beyond two seconds, for good, and nothing is signed', async () => {
    const parts = await begun()
    let now = at(-3)
    const log = await openLog({ ...parts, wall: () => now })
    await commit(parts.all, 1)
    expect(await codeOf(log.settled())).to.equal('clock/went-back')
    now = at(9)
    expect(await codeOf(log.settled())).to.equal('clock/went-back')
    expect(peek((await log.checkpoint()) ?? '').size).to.equal(0)
  })
})

describe('two that write one log', () => {
  it('are one: the second takes over, and the first writes nothing any more', async () => {
    const parts = await begun()
    const first = await openLog(parts)
    const second = await openLog(parts)
    await commit(parts.all, 3)
    expect(await codeOf(first.settled())).to.equal('log/fenced')
    await second.settled()
    expect(peek((await second.checkpoint()) ?? '').size).to.equal(3)
  })
})
