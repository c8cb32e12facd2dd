import { unwell, type Unwell } from '../after-treatment.ts'
import { CLINICIANS } from '../show/who.ts'
import { patch, refuse, type Work } from '../work.ts'

/** Somebody has seen to it: to whoever asked for a person, or said that it was not well. */
export function attend(work: Work, id: string): void {
  const told = unwell(work.now)
  if (told?.id === id) return seenTo(work, told)
  const wanted = work.now.wanted.find((one) => one.id === id && !one.attended)
  if (!wanted) return refuse('not-asked', id)
  const attended = { ...wanted, attended: { by: work.command.by, at: work.at } }
  patch(work, { wanted: work.now.wanted.map((one) => (one === wanted ? attended : one)) })
}

/** What it was about is health: whoever may not read that cannot see to it. */
function seenTo(work: Work, { id, since }: Unwell): void {
  const { by } = work.command
  if (!CLINICIANS.includes(by.role)) refuse('not-you', 'a clinician talks with them')
  const done = { id, urgent: false, at: since, attended: { by, at: work.at } }
  patch(work, { wanted: [...work.now.wanted, done] })
}
