import { expect } from 'chai'
import { setImmediate as nextRound } from 'node:timers/promises'
import { createFew, type Few } from '../../../adapters/http/few.ts'

describe('requests that come all at once', () => {
  it('are let in a few in each round of the event loop, in the order that they came in', async () => {
    const few = createFew(2)
    expect(await roundsOf(few, 5)).to.deep.equal([[0, 1], [2, 3], [4]])
  })

  it('are half of those who wait, or all of four', async () => {
    const few = createFew(8)
    expect((await roundsOf(few, 14)).map((round) => round.length)).to.deep.equal([7, 4, 3])
  })

  it('are fewer in the round in which somebody new comes, who is one in each round', async () => {
    const few = createFew(3, 1)
    few.came()
    expect(await roundsOf(few, 5)).to.deep.equal([[0], [1, 2, 3], [4]])
  })

  it('leave nobody outside who comes when all others have entered', async () => {
    const few = createFew(1)
    await few.enter()
    await few.enter()
  })
})

/** Who entered in which round. */
async function roundsOf(few: Few, many: number): Promise<number[][]> {
  const entered: number[] = []
  const all = Array.from({ length: many }, async (_, n) => {
    await few.enter()
    entered.push(n)
  })
  const rounds: number[][] = []
  while (rounds.flat().length < many) {
    await nextRound()
    rounds.push(entered.slice(rounds.flat().length))
  }
  await Promise.all(all)
  return rounds
}
