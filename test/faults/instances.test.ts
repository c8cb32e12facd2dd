import { expect } from 'chai'
import { campaigns, isSound, runOne } from './rows.ts'

/** Their trials are many by night; here each is tried, and its sabotage noticed. */
const ROWS = ['D1', 'D2', 'D3', 'D4', 'D5', 'H7', 'H7b']

describe('faults that meet several instances', function () {
  this.timeout(120_000)

  for (const row of ROWS)
    it(`${row}: nothing is lost or doubled, and a sabotaged build is caught`, async () => {
      const [campaign] = await campaigns([row])
      const outcome = campaign && (await runOne(campaign, 'short', 1))
      expect(outcome && isSound(outcome), JSON.stringify(outcome)).to.equal(true)
    })
})
