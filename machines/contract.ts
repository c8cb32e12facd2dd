/** The contract between the parts: types only. What each word means is in README.md. */
import type { AnyStateMachine } from 'xstate'
import type { z } from 'zod'
import type { Authority, Cited } from './cited.ts'
import type { ClauseId } from './clauses/ids.ts'
import type { Actor, Command, PackAsked, PersonWanted } from './commands.ts'
import type { Reminder, Role, SummaryWanted } from './commands.ts'
import type { FactName, FactValue, FactValues } from './facts.ts'
import type { Day, Instant } from './time.ts'

export type { Actor, Command, Reminder, Role } from './commands.ts'
export type { FactName, FactValue, FactValues } from './facts.ts'

/** `age@1`: a name and the version that a consultation is pinned to. */
export type Pinned = `${string}@${number}`

/** How a question is answered. Its choices are the event types that its state accepts. */
export type Asks =
  | {
      readonly kind: 'choice'
      readonly fresh?: true
      /** Carried over when something changes, but not when a person asks again. */
      readonly anew?: true
      /** It rests on who can see the screen, and is asked again in every sitting. */
      readonly again?: 'each-sitting'
      /** Shows what was said in an earlier consultation; it leaves the screen when answered. */
      readonly shows?: 'earlier-words'
    }
  | { readonly kind: 'date' | 'text' | 'number'; readonly fresh?: true }
  | { readonly kind: 'many'; readonly options: readonly string[]; readonly fresh?: true }
  /** Never carried over to a second asking, whatever stayed the same. */
  | { readonly kind: 'signature'; readonly fresh: true }
  /**
   * Asked privately. The options are values, not events, so that no machine of the
   * open stream can branch on what was said: every option leads to the same state.
   */
  | { readonly kind: 'private'; readonly options: readonly string[]; readonly fact: FactName }

/** What a state of a pathway may carry. A state without `asks` is passed through or final. */
export interface StateMeta {
  readonly asks?: Asks
}

/** One event of a pathway. `answered` carries a value that the pathway's schema has parsed. */
export interface PathwayEvent {
  readonly type: string
  readonly at: Instant
  readonly by: Actor
  /** The channel declares that it is private: our widget or the clinic's tablet, nothing else. */
  readonly private: boolean
  readonly value?: unknown
}

/** Where an outcome leaves the consultation. */
export type Then =
  | 'goes-on'
  /** The pathway is done but its gate stays closed until a fact changes. */
  | 'waits'
  /** The statutory bar on age: the only refusal that software makes alone. */
  | 'refused-for-age'
  /** A person's decision; its reason goes to the restricted stream. */
  | 'declined-by-practitioner'
  /** The patient said no; only the patient may say otherwise. */
  | 'withdrawn'

export interface Outcome {
  readonly then: Then
  /** One that waits is asked again on another day only. */
  readonly again?: 'another-day'
  readonly clauses: readonly ClauseId[]
  /** Holds for the facts written whenever the pathway ends this way. */
  ensures(written: FactValues): boolean
}

/**
 * The statechart of one guided decision. Its machine takes the facts that it reads
 * as input, and its output is the facts that it writes. The key of a final state is
 * the name of the outcome.
 */
export interface Pathway {
  readonly id: Pinned
  readonly role: Role
  /**
   * All of it is the restricted stream's: opened only by a journey's `apart`, never in a
   * stage. It may read restricted facts, and what it writes never reaches the open part.
   */
  readonly restricted?: true
  readonly reads: readonly FactName[]
  readonly writes: readonly FactName[]
  /** Of these, what stays known when a later round does not say it again. */
  readonly keeps?: readonly FactName[]
  readonly machine: AnyStateMachine
  /** What an `answered` event may carry, by the state that asks. */
  readonly answers: Readonly<Record<string, z.ZodType>>
  readonly outcomes: Readonly<Record<string, Outcome>>
}

/** What a gate or the opening of a pathway may look at. */
export interface Known {
  readonly facts: FactValues
  readonly team: Team
  /** Questions of the patient's own that are not settled yet. */
  readonly questionsOpen: number
  readonly at: Instant
}

export interface Gate {
  /** The register's own name for the guard. */
  readonly name: string
  readonly met: Cited<(known: Known) => boolean>
  /** Closed until its pathway is built; a demo may stand in for it, in the open. */
  readonly awaits?: string
  /** What a stand-in was for: when one of these changes, it falls. */
  readonly restsOn?: readonly FactName[]
}

export interface Stage {
  readonly name: string
  readonly opens: readonly {
    readonly pathway: Pinned
    readonly when: (known: Known) => boolean
  }[]
  /** Must hold before its pathways open, and all the while that they are answered. */
  readonly entry: readonly Gate[]
  /** Must hold before the next stage. */
  readonly gates: readonly Gate[]
}

export interface Journey {
  readonly id: Pinned
  readonly stages: readonly Stage[]
  /** Pathways of the restricted stream; when they open, nobody else can tell. */
  readonly apart?: Stage['opens']
}

/** A fact, with who said it, when, and in which record of the open stream. */
export interface KnownFact<name extends FactName = FactName> {
  readonly value: FactValue<name>
  readonly by: Actor
  readonly at: Instant
  readonly record: number
}
export type KnownFacts = { readonly [name in FactName]?: KnownFact<name> }

/** An answer as it was taken: enough to give it again if it is asked the same way. */
export interface Given {
  readonly state: string
  /** Digest of the words and choices that were answered. */
  readonly words: string
  readonly event: string
  readonly value?: unknown
  readonly at: Instant
  readonly by: Actor
  /** The sitting in which it was said; only there may it be shown again. */
  readonly sitting?: string
}

export interface Question {
  /** `age/date-of-birth`: the content that asks it. */
  readonly id: string
  readonly state: string
  readonly asks: Asks
  /** How many times this open pathway has asked anything: a new asking has a new number. */
  readonly ask: number
  readonly choices: readonly string[]
  readonly words: string
}

export interface Open {
  /** `gp-contact#2`: the second time this pathway was opened here. */
  readonly key: string
  readonly pathway: Pinned
  readonly role: Role
  readonly stage: string
  readonly since: Instant
  readonly input: FactValues
  readonly snapshot: { readonly value: string; readonly context: unknown }
  readonly question?: Question
  readonly given: readonly Given[]
  /** Answers of an earlier round, given again wherever they are asked the same way. */
  readonly carried: readonly Given[]
}

export interface Closed {
  readonly key: string
  readonly pathway: Pinned
  readonly role: Role
  readonly stage: string
  readonly outcome: string
  readonly input: FactValues
  readonly given: readonly Given[]
  readonly wrote: readonly FactName[]
  readonly at: Instant
}

export interface Member {
  readonly id: string
  readonly name: string
}
export type Team = { readonly [role in Role]?: Member }

/** A question that the patient typed. Only the patient closes it. */
export interface Asked {
  readonly id: string
  readonly words: string
  readonly at: Instant
  readonly reply?: { readonly words: string; readonly by: Actor; readonly at: Instant }
  readonly settled: boolean
}

/** A question of the consultation itself, asked before any pathway goes on. */
export type Prompt =
  | { readonly id: string; readonly kind: 'stopping' | 'paused' | 'summary' }
  | { readonly id: string; readonly kind: 'pass-on'; readonly words: string }
  | { readonly id: string; readonly kind: 'settle'; readonly question: string }

export type ConsultationState = 'active' | 'paused' | 'withdrawn' | 'refused' | 'ended'

export interface Consultation {
  readonly id: string
  readonly clinic: string
  readonly person: string
  readonly journey: Pinned
  readonly mode: 'demo' | 'pilot' | 'production'
  readonly via: 'public' | 'invited'
  readonly stage: string
  readonly state: ConsultationState
  readonly refusedFor?: 'age' | 'practitioner'
  /** Whoever stopped is who goes on. */
  readonly pausedBy?: 'patient' | 'staff'
  /** In which the patient reads, when it is not the usual language. */
  readonly language?: string
  readonly facts: KnownFacts
  /** What a linked person said of their health before; put to them only behind their own door. */
  readonly earlier?: FactValue<'earlier-health'>
  readonly open: readonly Open[]
  readonly closed: readonly Closed[]
  readonly opened: Readonly<Record<string, number>>
  readonly team: Team
  readonly questions: readonly Asked[]
  readonly wanted: readonly PersonWanted[]
  readonly reminders: readonly Reminder[]
  readonly summary?: SummaryWanted
  readonly prompt?: Prompt
  /** Gates of pathways not built yet that a demo act stood in for. */
  readonly stoodIn: readonly string[]
  /** When anything was last put on record. */
  readonly last: Instant
  /** How many records the open stream holds. */
  readonly seq: number
  /** Everything that folds from the restricted stream; all else folds from the open one alone. */
  readonly restricted: Restricted
}

/** The restricted stream's own part: its pathways see all facts and write only here. */
export interface Restricted {
  readonly facts: KnownFacts
  readonly open: readonly Open[]
  readonly closed: readonly Closed[]
  readonly opened: Readonly<Record<string, number>>
  readonly declines: readonly Decline[]
  /** Can only decline from where it is; `from`: the asking in the open stream that it left. */
  readonly leaning: readonly { readonly open: Open; readonly from: number; readonly by: string }[]
  /** Files of this stream that were asked for, and made when a second person agreed. */
  readonly packs?: readonly PackAsked[]
  readonly seq: number
  readonly last: Instant
}

export interface Decline {
  readonly by: Actor
  readonly at: Instant
  readonly reason: string
  readonly pathway?: Pinned
  readonly outcome?: string
}

/** One guard that was asked on the way, with its answer. */
export interface Consulted {
  readonly guard: string
  readonly held: boolean
  readonly clauses: readonly ClauseId[]
  readonly authority: Authority
}

export interface Transition {
  readonly open: string
  readonly pathway: Pinned
  readonly from: string
  readonly event: string
  readonly to: string
  readonly guards: readonly Consulted[]
  /** The answer was given in an earlier round and is still asked the same way. */
  readonly carried?: true
}

/** What a turn puts on record, before the words that were shown are added. */
export interface RecordDraft {
  readonly command: Command
  readonly transitions: readonly Transition[]
  readonly opened: readonly string[]
  readonly closed: readonly { readonly open: string; readonly outcome: string }[]
  readonly facts: FactValues
  readonly retracted: readonly FactName[]
  readonly gates: readonly {
    readonly gate: string
    readonly met: boolean
    readonly stoodIn?: true
  }[]
  readonly after: {
    readonly state: ConsultationState
    readonly stage: string
    readonly asks: readonly string[]
  }
}

/** Content to be said to the patient, in order; the view adds what is asked now. */
export interface Say {
  readonly say: string
}

export interface Advanced {
  readonly next: Consultation
  /** Absent when the turn is the restricted stream's alone. */
  readonly open?: RecordDraft
  readonly restricted?: RecordDraft
  readonly say: readonly Say[]
  /** When a `tick` can next change anything. */
  readonly due?: Instant
}

/** Why a command was not taken. Nothing changed; `code` names the words that say so. */
export interface Refusal {
  readonly refused:
    | 'not-now'
    | 'not-you'
    | 'not-asked'
    | 'not-an-answer'
    | 'not-in-this-state'
    | 'not-allowed'
    | 'unknown'
  readonly detail: string
}

export type { Day, Instant }
