import type { Act, Actor } from '../machines/commands.ts'
import type { Consultation, Reminder } from '../machines/contract.ts'
import { mayBeReminded, nextReminder } from '../machines/parameters/reminders.ts'
import type { Instant } from '../machines/time.ts'
import { patch, refuse, values, type Work } from './work.ts'

/** What an email says to a patient: the same to everybody, of whatever it tells. */
export const MESSAGE_WAITS = 'consultation/message-waits'

/** Who told them, where no person did. */
export const MAIL: Actor = { id: 'mail', role: 'system', assurance: 'system' }

/** A tick notes that somebody is to be reminded; who does it and how is recorded when it is done. */
export function noteReminder(work: Work): void {
  const due = reminderDue(work.now)
  if (work.command.act.type !== 'tick' || due === undefined || due > work.at) return
  const { reminders } = work.now
  const next: Reminder = { id: `reminder-${reminders.length + 1}`, at: work.at }
  patch(work, { reminders: [...reminders, next] })
}

/** When a tick is to note one; nothing while another waits to be told, or once they said no more. */
export function reminderDue(now: Consultation): Instant | undefined {
  const { reminders } = now
  if (!isReminded(now) || reminders.some(({ done }) => !done || done.how === 'not-wanted'))
    return undefined
  return nextReminder(
    values(now.facts),
    reminders.map(({ at }) => at),
  )
}

/** What waits to be told now. What has become needless waits for nobody. */
export function waitingReminder(now: Consultation): Reminder | undefined {
  return isReminded(now) ? now.reminders.find(({ done }) => !done) : undefined
}

export function remind(work: Work, { reminder: id, how }: Extract<Act, { type: 'remind' }>): void {
  const waiting = waitingReminder(work.now)
  if (waiting?.id !== id) return refuse('not-now', 'nobody is to be reminded of this')
  const done = { how, by: work.command.by, at: work.at }
  const reminders = work.now.reminders.map((one) => (one.id === id ? { ...one, done } : one))
  patch(work, { reminders })
}

function isReminded(now: Consultation): boolean {
  const thinking = now.open.find(({ pathway }) => pathway.startsWith('cooling-off@'))
  return mayBeReminded({
    ...{ facts: values(now.facts), active: now.state === 'active' },
    thinking: thinking?.stage === now.stage ? thinking.snapshot.value : undefined,
  })
}
