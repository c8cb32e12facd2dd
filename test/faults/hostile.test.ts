import { expect } from 'chai'
import { campaigns, isSound, runOne } from './rows.ts'

describe('hostile input to the program, and to one that takes bodies and shows words as they come', function () {
  this.timeout(240_000)

  for (const row of ['G2', 'G3', 'G4', 'G5', 'I1', 'I1c'])
    it(`${row}: changes nothing here, and is noticed there`, async () => {
      const [campaign] = await campaigns([row])
      const outcome = campaign && (await runOne(campaign, 'short', 1))
      expect(outcome && isSound(outcome), JSON.stringify(outcome)).to.equal(true)
    })
})
