import { expect } from 'chai'
import { createChance } from '../../../adapters/config/chance.ts'
import { createMemoryPlace } from '../../../adapters/memory/place.ts'
import { openSharedLog } from '../../../adapters/programs/shared-log.ts'
import type { Instant } from '../../../machines/time.ts'
import { begun, CLINIC, commit, unbegun } from '../../bot/evidence/log/parts.ts'

const MINUTES = 5 * 60_000

/** One of several instances, whose clock is so far from the right one, and which leads when it asks. */
async function instance(parts: Awaited<ReturnType<typeof begun>>, ahead: number) {
  let asked = 0
  const wall = () => new Date(Date.now() + ahead).toISOString() as Instant
  const leads = async () => (asked += 1) > 0
  const around = { shared: { leads }, clinic: CLINIC, chance: createChance(), mayBegin: false }
  const { log } = await openSharedLog({ ...parts, wall }, around)
  return { log, asked: () => asked }
}

const codeOf = (error: unknown) => (error as { code?: string }).code

describe('the log of a clinic with several instances', () => {
  it('is not opened where the second place is gone, or knows more, or nothing has begun', async () => {
    const parts = await begun()
    const open = (other: object) => instance({ ...parts, ...other }, 0).catch(codeOf)
    expect(await open({ second: createMemoryPlace() })).to.equal('log/disagrees')
    const older = await begun({ second: createMemoryPlace(), keys: parts.keys })
    expect(await open({ store: older.store })).to.equal('log/disagrees')
    expect(await open(unbegun())).to.equal('log/not-begun')
    expect(await open({})).to.have.property('log')
  })

  it('is left to another by one whose clock is minutes behind, which goes on', async () => {
    const parts = await begun()
    const ahead = await instance(parts, MINUTES)
    await commit(parts.all, 2)
    await ahead.log.round()
    const behind = await instance(parts, 0)
    const [record = ''] = await commit(parts.all, 1)
    for (let n = 0; n < 10; n += 1) await behind.log.round()
    expect(behind.asked(), 'so often it would have led').to.equal(1)
    expect(await behind.log.standing(record)).to.equal('recorded')
    // The first finds out that another has written, the second opens the log again.
    for (let n = 0; n < 2; n += 1) await ahead.log.round()
    expect(await behind.log.standing(record)).to.equal('sealed')
  })

  it('is opened by nobody where only one of its two places knows of it, or none does', async () => {
    const parts = await begun()
    const why = (one: typeof parts) => instance(one, 0).then(() => 'opened', String)
    expect(await why({ ...parts, second: createMemoryPlace() })).to.contain('nothing in the second')
    const { second } = parts
    expect(await why(unbegun({ second }))).to.contain('a log that the database does not')
    expect(await why(unbegun())).to.contain('log/not-begun')
    expect(await why(parts)).to.equal('opened')
  })
})
