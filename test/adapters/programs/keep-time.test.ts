import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'chai'
import { keepTime } from '../../../adapters/programs/keep-time.ts'
import { CandourError } from '../../../bot/errors.ts'

/** What ends a house whose log is taken in twice a second, and cannot be. */
async function endedBy(why: Error, store: object): Promise<readonly Error[]> {
  const ends: Error[] = []
  const house = { candour: {}, log: { round: () => Promise.reject(why) }, store }
  const timers = keepTime(
    house as never,
    async () => undefined,
    (error) => ends.push(error),
  )
  await pause(700)
  timers.forEach(clearInterval)
  return ends
}

describe('what a house does by itself, and cannot', () => {
  const behind = new CandourError('clock/went-back', {})
  const away = new CandourError('store/failed', {})
  const torn = new CandourError('evidence/broken-chain', {})

  it('ends it where its store is its own', async () => {
    for (const why of [behind, away, torn]) expect(await endedBy(why, {})).to.deep.equal([why])
  }).timeout(5000)

  it('is left to the other instances where its clock is behind or the database is away', async () => {
    for (const why of [behind, away]) expect(await endedBy(why, { shared: {} })).to.deep.equal([])
    expect(await endedBy(torn, { shared: {} })).to.deep.equal([torn])
  }).timeout(5000)
})
