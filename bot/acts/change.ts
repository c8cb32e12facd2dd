import type { Act } from '../../machines/commands.ts'
import type { Pinned } from '../../machines/contract.ts'
import { type House, pathwayOf } from '../house.ts'
import { reopen } from '../opening.ts'
import { asksAt } from '../statechart.ts'
import { onlyPatient, patch, refuse, type Work } from '../work.ts'

/** Takes back one answer of the patient's own; what rests on it is asked again. */
export function change(work: Work, { open: key, state }: Extract<Act, { type: 'change' }>): void {
  onlyPatient(work)
  if (work.now.state !== 'active') refuse('not-in-this-state', work.now.state)
  if (work.now.prompt) refuse('not-asked', work.now.prompt.id)
  const closed = work.now.closed.find((one) => one.key === key && one.role === 'patient')
  const open = work.now.open.find((one) => one.key === key && one.role === 'patient')
  const given = (closed ?? open)?.given ?? []
  // Nobody who is told that they are too young may try another birthday here.
  const grown = work.now.facts['age-band']?.value === 'adult' && closed?.outcome === 'adult'
  if (!grown && key.startsWith('age#')) refuse('not-allowed', 'a person corrects a date of birth')
  if (!given.some((one) => one.state === state)) return refuse('not-asked', `${key}/${state}`)
  const pathway = (closed ?? open)?.pathway
  if (pathway && isFresh(work.house, pathway, state)) refuse('not-allowed', 'asked anew each time')
  // The rest is given again wherever it is asked the same way.
  const carried = given.filter((one) => one.state !== state)
  work.say.push('consultation/changing')
  if (closed) return reopen(work, closed, carried)
  if (open) {
    patch(work, { open: work.now.open.filter((one) => one !== open) })
    reopen(work, { ...open, outcome: '', wrote: [], at: work.at }, carried)
  }
}

/** What is asked anew each time, a signature above all, is no answer to be changed afterwards. */
export function isFresh(house: House, pathway: Pinned, state: string): boolean {
  const asks = asksAt(pathwayOf(house, pathway).machine, state)
  return asks?.kind === 'private' || asks?.fresh === true
}
