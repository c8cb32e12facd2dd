import type {
  Actor,
  Command,
  Consultation,
  FactName,
  FactValues,
  Known,
  KnownFacts,
  PathwayEvent,
  RecordDraft,
  Refusal,
  Transition,
} from '../machines/contract.ts'
import type { Instant } from '../machines/time.ts'
import type { House } from './house.ts'

/** One command being taken: what it has changed so far, and what it will put on record. */
export interface Work {
  readonly house: House
  readonly command: Command
  readonly at: Instant
  /** As it was before the command. */
  readonly was: Consultation
  now: Consultation
  readonly transitions: Transition[]
  readonly opened: string[]
  readonly closed: { open: string; outcome: string }[]
  readonly changed: Map<FactName, unknown>
  readonly say: string[]
  /** Set when the true command may only stand in the restricted stream. */
  hidden?: Pick<RecordDraft, 'transitions' | 'opened' | 'closed' | 'facts'> & {
    /** What the open stream says in its place. */
    readonly instead: Command['act']
  }
  /** Set when the turn is the restricted stream's alone. */
  alone?: Work
}

/** Thrown inside `advance` to leave everything as it was. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refused: Refusal['refused'], detail: string) {
    super(detail)
    this.refusal = { refused, detail }
  }
}

export function refuse(refused: Refusal['refused'], detail: string): never {
  throw new Refused(refused, detail)
}

export function onlyPatient({ command }: Work): void {
  if (command.by.role !== 'patient') refuse('not-you', 'only the patient may do this')
}

export function knownOf(now: Consultation, at: Instant): Known {
  const questionsOpen = now.questions.filter(({ settled }) => !settled).length
  return { facts: values(now.facts), team: now.team, questionsOpen, at }
}

/** Asked for at every gate of every turn, of facts that never change where they stand. */
const known = new WeakMap<KnownFacts, FactValues>()

export function values(facts: KnownFacts): FactValues {
  const before = known.get(facts)
  if (before) return before
  const entries = Object.entries(facts).map(([name, fact]) => [name, fact.value])
  const found = Object.freeze(Object.fromEntries(entries)) as FactValues
  known.set(facts, found)
  return found
}

/** What follows by itself, from a day or from the clinic's own data. */
export const CANDOUR: Actor = { id: 'candour', role: 'system', assurance: 'system' }

/** Sets a fact, or retracts it with `undefined`. True when that changed anything. */
export function setFact(
  work: Work,
  name: FactName,
  value: unknown,
  by: Actor = work.command.by,
): boolean {
  const before = work.now.facts[name]?.value
  if (same(before, value)) return false
  const { [name]: _, ...others } = work.now.facts
  const known = { value, by, at: work.at, record: work.now.seq }
  const facts = (value === undefined ? others : { ...others, [name]: known }) as KnownFacts
  work.now = { ...work.now, facts }
  work.changed.set(name, value)
  return true
}

/** Facts are plain JSON, written in one order. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** An event of a pathway, as this command brings it. */
export function eventOf({ at, command }: Work): (type: string) => PathwayEvent {
  return (type) => ({ type, at, by: command.by, private: command.where.private })
}

export function patch(work: Work, change: Partial<Consultation>): void {
  work.now = { ...work.now, ...change }
}
