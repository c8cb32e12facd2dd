import type { Decline, Pinned } from '../../machines/contract.ts'
import { patch, type Work } from '../work.ts'

/**
 * A person's decision not to go on. Reason, guards and outcome go to the restricted
 * stream; the open one says the same of every decline.
 */
export function decline(
  work: Work,
  from: { readonly reason?: string; readonly pathway?: Pinned; readonly outcome?: string },
): void {
  const { by } = work.command
  const reason = from.reason ?? reasonGiven(work)
  const entry: Decline = { ...from, by, at: work.at, reason }
  const { restricted } = work.was
  const { transitions, closed, changed, opened } = work
  work.hidden = {
    instead: { type: 'declined-by-practitioner' },
    ...{ transitions: [...transitions], opened: [...opened], closed: [...closed] },
    facts: Object.fromEntries([...changed].filter(([, value]) => value !== undefined)),
  }
  transitions.length = 0
  closed.length = 0
  changed.clear()
  opened.length = 0
  // What led to it is in the restricted stream alone, so the open state must not show it either.
  work.now = work.was
  declined(work)
  patch(work, { restricted: { ...restricted, declines: [...restricted.declines, entry] } })
}

/** The open half: all that anybody without the restricted stream may know. */
export function declined(work: Work): void {
  const { prompt: _, ...rest } = work.now
  work.now = { ...rest, state: 'refused', refusedFor: 'practitioner', open: [] }
}

function reasonGiven({ command: { act } }: Work): string {
  return act.type === 'answer' && typeof act.value === 'string' ? act.value : ''
}
