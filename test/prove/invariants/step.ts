/** The forms that an invariant over paths takes, and what most of them speak of. */
import type {
  Advanced,
  Command,
  Consultation,
  FactName,
  FactValues,
  Pinned,
  Refusal,
} from '../../../machines/contract.ts'
import type { PathwayEvent } from '../../../machines/contract.ts'

/** One command, and what it made of the consultation. */
export interface Taken {
  readonly before: Consultation
  readonly command: Command
  readonly after: Consultation
  readonly refused?: Refusal
  /** What goes on record of it, where something does. */
  readonly drafts?: Pick<Advanced, 'open' | 'restricted'>
}

/** The step that a command was, as the engine answered it. */
export function stepOf(before: Consultation, command: Command, result: Advanced | Refusal): Taken {
  if ('refused' in result) return { before, command, after: before, refused: result }
  return { before, command, after: result.next, drafts: result }
}

/** Of every path of the journey. */
export interface OfJourney {
  readonly id: `I${number}` | `D${number}`
  readonly says: string
  /** Where it says anything at all; an invariant that never does fails. */
  when(taken: Taken): boolean
  then(taken: Taken): boolean
}

/** One answer, and what the statechart made of it. */
export interface Answered {
  readonly from: string
  readonly event: PathwayEvent
  readonly to: string
  readonly before: FactValues
  readonly after: FactValues
}

/** Of every path of one pathway. */
export interface OfPathway {
  readonly id: `I${number}` | `D${number}`
  readonly says: string
  readonly pathway: Pinned
  when(step: Answered): boolean
  then(step: Answered): boolean
}

export const known = ({ facts }: Consultation): FactValues =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, value]))

/** Consent has just been taken. */
export const consents = ({ before, after }: Taken): boolean =>
  after.facts['consent-taken-at'] !== undefined &&
  after.facts['consent-taken-at'].at !== before.facts['consent-taken-at']?.at

/** All that comes before treatment is done: it may begin. */
export const treats = ({ before, after }: Taken): boolean =>
  before.stage === 'treatment-day' && after.stage === 'aftercare' && after.state === 'active'

export const consentsOrTreats = (taken: Taken): boolean => consents(taken) || treats(taken)

/** Whole years, counted without the product's own arithmetic. */
export function yearsOn(birth: string, on: string): number {
  const [year = 0, month = 0, date = 0] = on.split('-').map(Number)
  const [bornYear = 0, bornMonth = 0, bornDate = 0] = birth.split('-').map(Number)
  const had = month > bornMonth || (month === bornMonth && date >= bornDate)
  return year - bornYear - (had ? 0 : 1)
}

/** The day in London, from the calendar of the runtime. */
const calendar = new Intl.DateTimeFormat('en-CA', {
  ...{ timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' },
})
const days = new Map<string, string>()
export function dayIn(at: string): string {
  const found = days.get(at) ?? calendar.format(new Date(at))
  days.set(at, found)
  return found
}

/** Both days on which age counts. */
export const youngest = ({ command, after }: Taken): number => {
  const { 'date-of-birth': birth, plan } = known(after)
  if (birth === undefined || plan === undefined) return Number.NaN
  return Math.min(yearsOn(birth, dayIn(command.at)), yearsOn(birth, plan.date))
}

export const has =
  (...names: FactName[]) =>
  ({ after }: Taken) =>
    names.every((name) => after.facts[name] !== undefined)
