import type { Open } from '../../machines/contract.ts'
import { pathwayOf } from '../house.ts'
import { openPathway, reopenReaders } from '../opening.ts'
import { asksAt } from '../statechart.ts'
import { CANDOUR, patch, setFact, type Work } from '../work.ts'

/** What may be shown of an earlier consultation, now that somebody has come in by their own door. */
export function beginEarlier(work: Work): void {
  putEarlier(work)
  for (const open of work.now.open.filter((one) => restsOnSitting(work, one))) {
    patch(work, { open: work.now.open.filter((one) => one !== open) })
    const earlier = open.carried.filter(
      ({ state }) => !open.given.some((one) => one.state === state),
    )
    openPathway(work, open.pathway, open.stage, [...earlier, ...open.given])
  }
}

/** Whoever has begun to tell it anew has nothing left to confirm. */
function putEarlier(work: Work): void {
  const { earlier, opened, open } = work.now
  const telling = open.find(({ pathway }) => pathway.startsWith('pre-consultation@'))
  const begun = telling ? telling.given.length > 0 : opened['pre-consultation'] !== undefined
  if (!earlier || begun) return
  if (setFact(work, 'earlier-health', earlier, CANDOUR)) reopenReaders(work, ['earlier-health'])
}

/** What was agreed to in another sitting says nothing of who can see this screen. */
function restsOnSitting({ house }: Work, { pathway, given }: Open): boolean {
  const { machine } = pathwayOf(house, pathway)
  return given.some(({ state }) => {
    const asks = asksAt(machine, state)
    return asks?.kind === 'choice' && asks.again === 'each-sitting'
  })
}
