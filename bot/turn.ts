import {
  type Act,
  type Actor,
  type Command,
  command as commandSchema,
} from '../machines/commands.ts'
import type { Advanced, Consultation, Refusal } from '../machines/contract.ts'
import { advance } from './advance.ts'
import type { Case, Parts, Step } from './case.ts'
import type { Cases, Rest } from './cases.ts'
import { latest, notBefore } from './moment.ts'
import { exchange } from './echo.ts'
import { CandourError } from './errors.ts'
import { createLink } from './links.ts'
import { messageDigest } from './message-digest.ts'
import type { Activity, Committed, Incoming, LinkRow, SittingRow, Taken } from './ports.ts'
import { reply } from './reply.ts'
import { isFull } from './stop-only.ts'
import { answered, type Talk } from './talk.ts'
import { patientAsked, understand } from './understand.ts'
import type { PatientMessage } from './views/patient.ts'
import { givenInWriting } from './written.ts'

/** How often a turn is decided again before it gives up. */
const TRIES = 5

export interface Decided {
  readonly steps: readonly Step[]
  readonly messages: readonly PatientMessage[]
  readonly links: readonly LinkRow[]
  readonly row?: Partial<SittingRow>
  readonly ends?: true
  /** Other sittings that end with this turn, in the same commit. */
  readonly ended?: readonly string[]
}

/**
 * One message of a patient: looked up, understood, decided, durable, and only then
 * answered. Runs in the consultation's lane.
 */
export async function takeMessage(
  parts: Parts,
  cases: Cases,
  talk: Talk,
  begun: SittingRow,
  message: Incoming,
  decide: (found: Case, row: SittingRow) => Decided | Promise<Decided>,
): Promise<Taken> {
  let row = begun
  const digest = await messageDigest(parts.keys, row, message)
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await cases.recall(row.consultation)
    if (!found) return { ok: false, why: 'gone' }
    const decided = await decide(found, row)
    const before = row.door === 'open' ? found.now : undefined
    const said = exchange(found.words, before, message, decided.messages)
    const activities = talk.next(row.activities, said)
    const again = async () => {
      const stored = await talk.reply(row.id, message.key)
      return stored && repeat(stored.activities, stored.message === digest)
    }
    const rest = () => writes(parts, talk, row, message.key, { digest, activities, decided })
    const result = await committed(cases, found, decided.steps, rest, again)
    if (typeof result !== 'string') return result
    if (result === 'repeated') return (await again()) ?? { ok: false, why: 'gone' }
    if (result === 'conflict') {
      // Another instance may have answered in this sitting: what it has now is asked again.
      const now = await parts.store.sitting(row.id)
      if (!now) return { ok: false, why: 'gone' }
      row = now
      continue
    }
    talk.tell(row.id, activities)
    for (const id of decided.ended ?? []) talk.tell(id, 'ended')
    if (decided.ends) talk.tell(row.id, 'ended')
    return { ok: true, activities }
  }
  throw new CandourError('store/conflict', { tries: TRIES })
}

/** What was taken before has its reply, also where there is no room for more. */
async function committed(
  cases: Cases,
  found: Case,
  steps: readonly Step[],
  rest: () => Promise<Rest>,
  again: () => Promise<Taken | undefined>,
): Promise<Committed | Taken> {
  try {
    return (await cases.commit(found, steps, rest)).result
  } catch (error) {
    const taken = isFull(error) ? await again() : undefined
    if (!taken) throw error
    return taken
  }
}

export function repeat(activities: readonly Activity[], same: boolean): Taken {
  return same ? { ok: true, activities } : { ok: false, why: 'other-body' }
}

async function writes(
  parts: Parts,
  talk: Talk,
  row: SittingRow,
  key: string,
  turn: { digest: string; activities: readonly Activity[]; decided: Decided },
) {
  const { activities, decided, digest } = turn
  const dataKey = await parts.keys.stream(row.person, row.consultation, 'open')
  const next: SittingRow = {
    ...{ ...row, ...decided.row, last: parts.clocks.wall() },
    activities: row.activities + activities.length,
  }
  // Written once more as it ends: of two instances that both hear a last try, one finds it gone.
  if (decided.ends) {
    return { sittings: [next], ended: [row.id], activities: [], links: decided.links }
  }
  return {
    key: { sitting: row.id, key, reply: answered(dataKey) },
    ...{ sittings: [next], ended: decided.ended ?? [], links: decided.links },
    activities: talk.pieces(row.id, activities, dataKey, digest),
  }
}

/** What a message does to a consultation, and what is said to it. Pure but for the new link. */
export function decideMessage(
  parts: Parts,
  now: Consultation,
  row: SittingRow,
  message: Incoming,
): Decided {
  const { words } = parts
  const understood = understand(words, now, message)
  const say = (says: readonly string[], next = now) => reply(words, next, says, row.id)
  if ('say' in understood) {
    return { steps: [], messages: say([understood.say]).messages, links: [] }
  }
  const command = commandSchema.safeParse(patientCommand(parts, now, row, understood.act))
  const result: Advanced | Refusal = command.success
    ? advance(words.house, now, command.data)
    : { refused: 'not-an-answer', detail: 'not a command' }
  if ('refused' in result) {
    return { steps: [], messages: say(refusalWords(now, result.refused)).messages, links: [] }
  }
  const later = understood.act.type === 'continue-later'
  const says = [
    ...result.say.map((one) => one.say),
    ...(later ? ['consultation/continue-later'] : []),
  ]
  const { messages, shown } = say(says, result.next)
  const written = givenInWriting(words, now, result.next)
  const steps = [{ advanced: result, shown: [...shown, ...written] }]
  if (!later) return { steps, messages, links: [] }
  const { secret, link } = createLink(parts, now.id, 'continue')
  const withLink = messages.map((one, at) => (at === 0 ? { ...one, link: `/c/${secret}` } : one))
  return { steps, messages: withLink, links: [link] }
}

export function patientCommand(
  { clocks }: Parts,
  now: Consultation,
  row: SittingRow,
  act: Act,
): Command {
  const by: Actor = { id: row.person, role: 'patient', assurance: row.assurance }
  const where = { channel: row.channel, private: row.private, sitting: row.id }
  return { at: notBefore(clocks.clock(), latest(now)), by, where, act }
}

/** Content that says why nothing changed; what is asked now follows it. */
function refusalWords(now: Consultation, refused: string): string[] {
  if (refused === 'not-an-answer') {
    const kind = now.prompt ? 'choice' : (patientAsked(now)?.question?.asks.kind ?? 'choice')
    const known = kind === 'number' ? 'text' : kind === 'private' ? 'choice' : kind
    return [`consultation/not-an-answer-${known}`]
  }
  return refused === 'not-in-this-state' ? [] : ['consultation/stale']
}
