import { expect } from 'chai'
import { setImmediate as nextRound } from 'node:timers/promises'
import { createFew } from '../../../adapters/http/few.ts'

describe('requests that come all at once', () => {
  it('are let in a few in each round of the event loop, in the order that they came in', async () => {
    const few = createFew(2)
    const entered: number[] = []
    const all = [0, 1, 2, 3, 4].map(async (n) => {
      await few()
      entered.push(n)
    })
    const rounds: number[][] = []
    while (entered.length < all.length) {
      await nextRound()
      rounds.push([...entered])
    }
    expect(rounds).to.deep.equal([
      [0, 1],
      [0, 1, 2, 3],
      [0, 1, 2, 3, 4],
    ])
    await Promise.all(all)
  })

  it('leave nobody outside who comes when all others have entered', async () => {
    const few = createFew(1)
    await few()
    await few()
  })
})
