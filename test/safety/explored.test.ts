import { expect } from 'chai'
import { PATHWAYS } from '../../machines/index.ts'
import { listOf } from '../prove/lists.ts'
import { counted, invariants, page } from './explored.ts'
import { PAGE, read } from './pages.ts'

/** How much there is, of which a run says how much it visited. */
function total(text: string): Record<string, readonly (string | undefined)[]> {
  const rows = Object.entries(counted(text))
  return Object.fromEntries(rows.map(([id, all]) => [id, all.map((one) => one.split('/')[1])]))
}

function asTheyAre(): Record<string, readonly string[]> {
  const all = Object.values(PATHWAYS).map((pathway) => {
    const { states, ways } = listOf(pathway)
    return [pathway.id, [String(states.length), String(ways.length)]] as const
  })
  return Object.fromEntries(all)
}

describe('what the safety case says was explored', () => {
  const kept = read(PAGE)

  it('is of the statecharts as they are: else npm run explored', () => {
    expect(total(kept)).to.deep.equal(asTheyAre())
  })

  it('has the invariants as they are in the ledger: else npm run explored', () => {
    expect(kept).to.include(invariants())
  })

  it('is a run that found nothing wrong', () => {
    expect(kept).to.match(/^0 faults, [\d.]+ s$/m)
  })

  it('would be told from a run over another statechart', () => {
    const other = kept.replace(/^(age@1 +)\d+\/\d+/m, '$199/99')
    expect(total(other)).not.to.deep.equal(asTheyAre())
    expect(page('')).not.to.match(/^0 faults/m)
  })
})
