import { expect } from 'chai'
import { skip } from '../support/skip.ts'
import { campaigns, isSound, runOne } from './faults.ts'

/**
 * Their trials are many by night; here each is tried, and its sabotage noticed. A3 is left to the
 * night: test/adapters/sqlite/crash.test.ts kills at random moments.
 */
const ROWS = [
  'A1',
  'A2',
  'A3',
  'B1',
  'B2',
  'B3',
  'B4',
  'B5',
  'B6',
  'B7',
  'E1',
  'E3',
  'E4',
  'E5',
  'E6',
]

describe('faults of the machine, its disk and its clock', function () {
  this.timeout(300_000)

  for (const row of ROWS)
    it(`${row}: nothing acknowledged is lost, and a sabotaged build is caught`, async function () {
      const [campaign] = await campaigns([row])
      const missing = await campaign?.lacks?.()
      if (missing) skip.call(this, missing)
      const outcome = campaign && (await runOne(campaign, 'short', 1))
      expect(outcome && isSound(outcome), JSON.stringify(outcome)).to.equal(true)
    })
})
