import type { Activity } from '../../../bot/ports.ts'
import type { PatientMessage } from '../../../bot/views/patient.ts'

/** What a page shows: where the patient stands, and what was said since they last answered. */
export interface Now {
  readonly message: PatientMessage
  readonly told: readonly { readonly text: string; readonly link?: string }[]
  /** Something is kept, so it can be continued with. */
  readonly kept: boolean
}

/** Nothing of what was asked before is on a page, so a private question is gone once it is answered. */
export function nowOf(activities: readonly Activity[], visitor: boolean): Now | undefined {
  const answered = activities.findLastIndex(({ from }) => from === 'patient')
  const since = activities.slice(answered + 1).map(({ message }) => message)
  const at = since.findLastIndex((one) => tellsWhereWeAre(one) || one === since.at(-1))
  const message = since[at]
  if (!message) return undefined
  const told = since.slice(0, at).filter((one) => !tellsWhereWeAre(one) && one.text !== '')
  const kept = visitor
    ? activities.some((one) => (one.message.answers?.length ?? 0) > 0)
    : message.state !== 'door'
  return { message, told, kept }
}

function tellsWhereWeAre({ question, progress, private: isPrivate }: PatientMessage): boolean {
  return question !== undefined || progress !== undefined || isPrivate === true
}
