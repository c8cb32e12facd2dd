import { z } from 'zod'
import { day, FACTS, type FactName, instant, text } from './facts.ts'
import type { Instant } from './time.ts'

const id = z.string().min(1).max(100)

export const ROLES = [
  'patient',
  'practitioner',
  'performer',
  'supervisor',
  'prescriber',
  'reception',
  'safeguarding',
  'auditor',
  'administrator',
  'system',
] as const

/** Who acts. `assurance` says how we know, never more than we know. */
export const actor = z.strictObject({
  id,
  role: z.enum(ROLES),
  name: z.string().max(200).optional(),
  assurance: z.enum([
    ...(['none', 'link', 'link-and-birth-date'] as const),
    // by the code that the performer showed, in the room
    ...(['room-link', 'room-link-and-birth-date'] as const),
    // an account of the clinic's own sign-in, or of its tenant as Teams' own channel vouched for it
    ...(['openid', 'teams', 'demo-sign-in', 'system'] as const),
  ]),
  /** When they last gave their password, by the clock of who asked for it. */
  signedIn: instant.optional(),
})

/** Where the words appeared. `private` is the channel's own declaration. */
export const where = z.strictObject({
  channel: z.enum(['widget', 'direct-line', 'desk', 'teams', 'terminal', 'system']),
  private: z.boolean(),
  sitting: id.optional(),
})

const given = z.partialRecord(z.enum(Object.keys(FACTS) as [FactName, ...FactName[]]), z.unknown())

const acts = [
  /** A visitor's first accepted answer, or a member of staff who invites somebody. */
  z.strictObject({
    type: z.literal('start'),
    consultation: id,
    clinic: id,
    person: id,
    journey: id,
    via: z.enum(['public', 'invited']),
    mode: z.enum(['demo', 'pilot', 'production']),
    given,
  }),
  /** An answer to the question that was asked: `open` and `ask` name the very asking. */
  z.strictObject({
    type: z.literal('answer'),
    open: id,
    ask: z.int().positive(),
    event: id,
    value: z.unknown().optional(),
  }),
  /** An answer to a question of the consultation itself, see `Prompt`. */
  z.strictObject({ type: z.literal('choose'), prompt: id, choice: id }),
  z.strictObject({ type: z.literal('change'), open: id, state: id }),
  z.strictObject({ type: z.literal('identify'), 'birth-date': day }),
  z.strictObject({ type: z.literal('stop') }),
  z.strictObject({ type: z.literal('pause') }),
  z.strictObject({ type: z.literal('resume'), 'on-word-of-patient': z.boolean().optional() }),
  z.strictObject({ type: z.literal('withdraw'), 'on-word-of-patient': z.boolean().optional() }),
  /** Words that were no answer; offered to a person before they are passed on. */
  z.strictObject({ type: z.literal('say'), words: text }),
  z.strictObject({ type: z.literal('ask'), words: text }),
  z.strictObject({ type: z.literal('reply'), question: id, words: text }),
  z.strictObject({ type: z.literal('ask-for-a-person'), urgent: z.boolean() }),
  z.strictObject({ type: z.literal('attend'), request: id }),
  /** The patient wants what was talked about in writing; in which way is asked each time. */
  z.strictObject({ type: z.literal('ask-for-summary') }),
  /** A copy of it is made at the desk, by whoever may read all that it holds. */
  z.strictObject({ type: z.literal('summary') }),
  /** In the words of `consultation/reminder` and by the way that the patient chose as safe. */
  z.strictObject({
    type: z.literal('remind'),
    reminder: id,
    how: z.enum(['told', 'not-reached', 'not-wanted']),
  }),
  z.strictObject({ type: z.literal('assign'), role: z.enum(ROLES), to: id, name: text }),
  /** `reflection-hours`: what the treatment's own data asks for, filled in at the desk. */
  z.strictObject({
    type: z.literal('propose'),
    class: FACTS['treatment-class'],
    name: text,
    'reflection-hours': FACTS['reflection-hours'].optional(),
  }),
  z.strictObject({ type: z.literal('plan'), plan: FACTS.plan }),
  /** A person corrects the date of birth having seen a document, in any state. */
  z.strictObject({ type: z.literal('correct'), 'birth-date': day, seen: FACTS['age-document'] }),
  z.strictObject({ type: z.literal('decline'), reason: text }),
  /** What the open stream says of every decline, whatever its reason; see `decline`. */
  z.strictObject({ type: z.literal('declined-by-practitioner') }),
  /** Asks once more what ended waiting: a patient who could not be seen alone, a form put off. */
  z.strictObject({ type: z.literal('again'), open: id }),
  z.strictObject({ type: z.literal('open-signing') }),
  z.strictObject({ type: z.literal('stand-in'), gates: z.array(id).min(1).max(40) }),
  /** `earlier-health`: filled in at the desk, from what that person told the clinic before. */
  z.strictObject({
    type: z.literal('link'),
    person: id,
    identifiers: z.array(text).min(2).max(6),
    'earlier-health': FACTS['earlier-health'].optional(),
  }),
  z.strictObject({ type: z.literal('continue-later') }),
  /** The patient reads on in another language: on record, with what was then shown in it. */
  z.strictObject({ type: z.literal('language'), locale: z.string().regex(/^[a-z]{2}-[A-Z]{2}$/) }),
  z.strictObject({
    type: z.literal('make-link'),
    purpose: z.enum(['invite', 'continue', 'sign', 'tablet']),
  }),
  /** The clinic's own minimum has grown since: the longer of then and now holds. */
  z.strictObject({ type: z.literal('policy'), 'reflection-hours': FACTS['reflection-hours'] }),
  /** A file of the open stream is made for somebody outside. */
  z.strictObject({ type: z.literal('pack') }),
  /** One of the restricted stream takes two people: who asks, and another who makes it. */
  z.strictObject({ type: z.literal('ask-restricted-pack'), reason: text }),
  z.strictObject({ type: z.literal('restricted-pack'), asked: id }),
  z.strictObject({ type: z.literal('tick') }),
  z.strictObject({ type: z.literal('end') }),
] as const

/**
 * Everything that can be asked of a consultation. Stored in the evidence as it
 * was taken, and enough, with the earlier ones, to take it again.
 */
export const command = z.strictObject({
  at: instant,
  by: actor,
  where,
  act: z.discriminatedUnion('type', acts),
})

export type Role = (typeof ROLES)[number]
export type Actor = z.infer<typeof actor>
export type Where = z.infer<typeof where>
export type Act = z.infer<(typeof acts)[number]>
export type Command = z.infer<typeof command>

/** Somebody is to be told, in neutral words and by their safe way, that their consultation waits. */
export interface Reminder {
  readonly id: string
  readonly at: Instant
  readonly done?: {
    /** `not-wanted`: they would rather not hear of it again, and do not. */
    readonly how: 'told' | 'not-reached' | 'not-wanted'
    readonly by: Actor
    readonly at: Instant
  }
}

/** A file of the restricted stream that one person asked for, and made when a second agreed. */
export interface PackAsked extends Pick<Command, 'by' | 'at'> {
  readonly id: string
  readonly reason: string
  readonly made?: Pick<Command, 'by' | 'at'>
}

/** What was talked about, in writing: how the patient wants it, as they said last. */
export interface SummaryWanted {
  readonly way: 'show-it-here' | 'on-paper-at-the-clinic' | 'by-email'
  readonly at: Instant
  /** It is shown in the sitting that asked, and in no other. */
  readonly sitting?: string
  readonly made?: Pick<Command, 'by' | 'at'>
}

/** A request for a person: a call-back, or help now. */
export interface PersonWanted {
  readonly id: string
  readonly urgent: boolean
  readonly at: Instant
  readonly attended?: Pick<Command, 'by' | 'at'>
}
