import type { Consultation, FactValues } from '../machines/contract.ts'
import { lastDayOf } from '../machines/parameters/feedback.ts'
import { addDays, birthdayOf, type Day, dayOf, type Instant, startOfDay } from '../machines/time.ts'
import { reminderDue } from './reminders.ts'
import { values } from './work.ts'

/** When the day alone next changes anything. */
export function dueOf(now: Consultation, at: Instant): Instant | undefined {
  if (now.state !== 'active' && now.state !== 'paused') return undefined
  const days = daysThatMatter(values(now.facts))
  const ends = now.facts['reflection-ends-at']?.value
  const reminder = reminderDue(now)
  // A day that has begun is over for this, and luxon looks the clocks up for each that is not.
  const midnights = days.filter((day) => day > dayOf(at)).map(startOfDay)
  const coming = [...midnights, ...(ends && ends > at ? [ends] : [])]
  // One that is due already waits for the next tick, whatever was done meanwhile.
  return [...coming, ...(reminder ? [reminder] : [])].sort()[0]
}

const mattering = new WeakMap<FactValues, readonly Day[]>()

/** Asked at every turn of facts that seldom change. */
function daysThatMatter(facts: FactValues): readonly Day[] {
  const known = mattering.get(facts)
  if (known) return known
  const { 'date-of-birth': birth, plan, 'reconfirmed-on': reconfirmed } = facts
  const treated = reconfirmed?.day
  const days = [
    ...(birth ? [birthdayOf(birth, 16), birthdayOf(birth, 18)] : []),
    ...(plan ? [plan.date] : []),
    ...(treated ? [addDays(lastDayOf(treated), 1)] : []),
  ]
  mattering.set(facts, days)
  return days
}
