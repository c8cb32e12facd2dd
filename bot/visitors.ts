import { createHash } from 'node:crypto'
import type { Command } from '../machines/commands.ts'
import type { Advanced } from '../machines/contract.ts'
import { advance } from './advance.ts'
import type { Parts, Step } from './case.ts'
import type { Cases } from './cases.ts'
import { exchange } from './echo.ts'
import { CandourError } from './errors.ts'
import { isOver } from './limits.ts'
import { messageDigest } from './message-digest.ts'
import type { Activity, Claim, Incoming, SittingRow, Taken } from './ports.ts'
import { reply } from './reply.ts'
import { answered, type Talk } from './talk.ts'
import { decideMessage, type Decided, repeat } from './turn.ts'
import type { Words } from './words.ts'

/** Somebody of whom nothing is kept: no person, no key and no row before a first accepted answer. */
interface Visitor {
  readonly began: Advanced
  /** What will go on record with a first answer. */
  readonly steps: readonly Step[]
  readonly row: SittingRow
  readonly activities: readonly Activity[]
  /** Of each message taken, by its key: a digest of what it said. */
  readonly bodies: ReadonlyMap<string, string>
}

const MOST = 5000

export interface Place {
  readonly clinic: string
  readonly journey: string
  readonly mode: 'demo' | 'pilot' | 'production'
  readonly given: Readonly<Record<string, unknown>>
}

export type Visitors = ReturnType<typeof createVisitors>

/** Visitors are remembered only here, and forgotten with the process. */
export function createVisitors(parts: Parts, cases: Cases, talk: Talk, place: Place) {
  const here = new Map<string, Visitor>()
  const ended = new Set<string>()

  function meet(claim: Claim): Visitor | undefined {
    if (ended.has(claim.sitting) || isOver(claim, parts.clocks.wall())) return undefined
    const known = here.get(claim.sitting)
    if (known) return known
    const made = arrive(parts, talk, claim, place)
    here.set(claim.sitting, made)
    const oldest = here.keys().next()
    if (here.size > MOST && !oldest.done) here.delete(oldest.value)
    return made
  }

  /** `elsewhere`: another instance has kept a first answer in this sitting. */
  async function take(claim: Claim, message: Incoming): Promise<Taken | 'elsewhere'> {
    const visitor = meet(claim)
    if (!visitor) return { ok: false, why: 'gone' }
    const repeated = visitor.activities.filter(({ key }) => key === message.key)
    const before = visitor.bodies.get(message.key)
    if (repeated.length > 0) return repeat(repeated, before === bodyOf(message))
    const { decided, activities } = decideFor(parts, talk, visitor, message)
    const met = heard(visitor, message, activities)
    if (isAnswer(decided)) {
      const kept = await keepVisitor(parts, cases, talk, met, decided, message)
      here.delete(claim.sitting)
      if (!kept) return 'elsewhere'
    } else {
      here.set(claim.sitting, spoken(met, decided))
    }
    talk.tell(claim.sitting, activities)
    return { ok: true, activities }
  }

  return {
    take,
    activities: (claim: Claim, from: number) => since(meet(claim)?.activities, from),
    end(claim: Claim): void {
      here.delete(claim.sitting)
      ended.add(claim.sitting)
    },
  }
}

/** Somebody who chose a language has begun in it; still nothing of them is kept. */
function spoken(visitor: Visitor, { steps }: Decided): Visitor {
  const chosen = steps.filter(({ advanced }) => advanced.open?.command.act.type === 'language')
  const [first] = chosen
  if (!first) return visitor
  return { ...visitor, began: first.advanced, steps: [...visitor.steps, first] }
}

function heard(visitor: Visitor, message: Incoming, activities: readonly Activity[]): Visitor {
  const bodies = new Map([...visitor.bodies, [message.key, bodyOf(message)]])
  return { ...visitor, activities: [...visitor.activities, ...activities], bodies }
}

function decideFor(parts: Parts, talk: Talk, visitor: Visitor, message: Incoming) {
  const { began, row } = visitor
  const decided = decideMessage(parts, began.next, row, message)
  const told = messagesOf(parts.words, decided, visitor)
  const said = exchange(parts.words, began.next, message, told)
  return { decided, activities: talk.next(after(visitor.activities), said) }
}

/** Only an answer makes a record; all else is said again from where the visitor stands. */
const isAnswer = ({ steps }: Decided) =>
  steps.some(({ advanced }) => advanced.open?.command.act.type === 'answer')

/** Nothing is kept yet, so nothing can be stopped, passed on or continued elsewhere. */
const INSTEAD: Readonly<Record<string, string>> = {
  stop: 'consultation/nothing-kept',
  'ask-for-a-person': 'consultation/person-by-phone',
  'ask-for-summary': 'consultation/nothing-kept',
}

function messagesOf(words: Words, decided: Decided, { began, row }: Visitor) {
  const act = decided.steps[0]?.advanced.open?.command.act
  if (act === undefined || act.type === 'answer' || act.type === 'language') {
    return decided.messages
  }
  const urgent = act.type === 'ask-for-a-person' && act.urgent
  const instead = INSTEAD[act.type] ?? 'consultation/not-understood'
  const say = urgent ? 'consultation/help-now' : instead
  return reply(words, began.next, [say], row.id).messages
}

function arrive(parts: Parts, talk: Talk, claim: Claim, place: Place): Visitor {
  const { chance, clocks, words } = parts
  const row: SittingRow = {
    ...{ id: claim.sitting, consultation: chance.id(), person: chance.id() },
    ...{ channel: claim.channel, private: claim.channel === 'widget', began: claim.began },
    ...{ last: clocks.wall(), activities: 0, door: 'open', tries: 0, assurance: 'none' },
  }
  const command: Command = {
    at: clocks.clock(),
    by: { id: row.person, role: 'patient', assurance: 'none' },
    where: { channel: row.channel, private: row.private, sitting: row.id },
    act: {
      ...{ type: 'start', consultation: row.consultation, person: row.person, via: 'public' },
      ...{ clinic: place.clinic, journey: place.journey, mode: place.mode, given: place.given },
    },
  }
  const began = advance(words.house, undefined, command)
  if ('refused' in began) throw new Error(began.detail)
  const { messages, shown } = reply(words, began.next, [], row.id)
  const first = messages.map((message) => ({ from: 'candour' as const, message }))
  const step = { advanced: began, shown }
  const activities = talk.next(firstNumber(claim, row.last), first)
  return { began, row, steps: [step], activities, bodies: new Map() }
}

/**
 * Nobody else knows what a visitor has heard before a first answer. Whoever begins again with
 * another instance, or after a restart, is numbered beyond all of that, so that it is heard.
 */
function firstNumber({ began }: Claim, now: string): number {
  const seconds = (Date.parse(now) - Date.parse(began)) / 1000
  return seconds <= AT_ONCE ? 0 : Math.ceil(seconds) * FASTEST
}

const AT_ONCE = 10
/** More activities in a second than anybody could bring about. */
const FASTEST = 100

const since = (activities: readonly Activity[] | undefined, from: number) =>
  activities?.filter(({ n }) => n >= from)
const after = (activities: readonly Activity[]): number => (activities.at(-1)?.n ?? -1) + 1

const bodyOf = ({ text, value }: Incoming): string =>
  createHash('sha256').update(JSON.stringify({ text, value })).digest('base64url')

async function keepVisitor(
  { keys, clocks, store }: Parts,
  cases: Cases,
  talk: Talk,
  { row, steps, activities }: Visitor,
  decided: Decided,
  message: Incoming,
): Promise<boolean> {
  if (await store.isFull?.()) throw new CandourError('store/full')
  const key = await keys.stream(row.person, row.consultation, 'open')
  const digest = await messageDigest(keys, row, message)
  const { result } = await cases.commit(undefined, [...steps, ...decided.steps], async () => ({
    key: { sitting: row.id, key: message.key, reply: answered(key) },
    sittings: [{ ...row, last: clocks.wall(), activities: after(activities) }],
    activities: talk.pieces(row.id, activities, key, digest),
    ...{ ended: [], links: [] },
  }))
  return result === 'committed'
}
