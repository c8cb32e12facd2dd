import { expect } from 'chai'
import { campaigns, isSound, runOne } from './rows.ts'

/**
 * Their trials are many by night; here each is tried, and its sabotage noticed. What traces system
 * calls, fills a disk or takes minutes is left to the night: `npm run faults`.
 */
const ROWS = ['A1', 'B1', 'B5', 'B6', 'E1', 'E3', 'E4', 'E5', 'E6']

describe('faults of the machine, its disk and its clock', function () {
  this.timeout(300_000)

  for (const row of ROWS)
    it(`${row}: nothing acknowledged is lost, and a sabotaged build is caught`, async () => {
      const [campaign] = await campaigns([row])
      const outcome = campaign && (await runOne(campaign, 'short', 1))
      expect(outcome && isSound(outcome), JSON.stringify(outcome)).to.equal(true)
    })
})
