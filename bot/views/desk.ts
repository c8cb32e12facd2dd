/** Plain data: what the desk may show, already cut to the viewer's role. */
import type { ConsultationState, Role } from '../../machines/contract.ts'
import type { AskedQuestion } from './patient.ts'

/** What may wait for a person, in the order in which it is seen to. */
export const QUEUE_ORDER = [
  ...(['help-now', 'person-wanted', 'young-person', 'date-differs', 'question'] as const),
  ...([
    'after-treatment',
    'prompt',
    'gate',
    'reminder',
    'new-enquiry',
    'stopped',
    'withdrawn',
  ] as const),
  ...(['refused-for-age', 'declined', 'opened-in-emergency', 'keeping'] as const),
] as const

/** Something that waits for a person. */
export interface QueueItem {
  readonly consultation: string
  /** `Sam Example`, or `Not named yet`. */
  readonly who: string
  /** When known: two people may have one name. */
  readonly birthDate?: string
  readonly kind: (typeof QUEUE_ORDER)[number]
  /** In words, without clinical content for reception. */
  readonly what: string
  readonly since: string
  readonly urgent: boolean
  readonly role: Role
  readonly assignee?: string
  /** One must be there when they meet, so whoever arranges it has to know beforehand. */
  readonly interpreter?: true
  /** They began it themselves: nobody needs to be told of it. */
  readonly own?: true
  /** The day that treatment is planned for. */
  readonly due?: string
}

/** Somebody whom a search found; where they stand tells two of one name apart. */
export interface FoundPerson {
  readonly id: string
  readonly name: string
  readonly birthDate?: string
  readonly consultation: string
  readonly stage?: string
  readonly state?: ConsultationState
}

export interface FactLine {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly by: string
  readonly at: string
  readonly clinical: boolean
}

/** A prompted decision that the viewer may answer here. */
export interface StaffPrompt {
  readonly open: string
  readonly ask: number
  readonly pathway: string
  readonly text: string
  readonly question: AskedQuestion
  readonly assignee?: string
  /** Of a tree that they go through alone: what they last answered, and so what led here. */
  readonly before?: string
  /** One of its answers is taken only shortly after a sign-in, and theirs is too old. */
  readonly signInFirst?: true
}

export interface GateLine {
  readonly stage: string
  readonly gate: string
  readonly label: string
  readonly met: boolean
  readonly clauses: readonly string[]
  readonly awaits?: string
  readonly stoodIn: boolean
}

export interface Offer {
  /** The desk acts that this viewer may take now. */
  readonly act:
    | 'assign'
    | 'propose'
    | 'plan'
    | 'decline'
    | 'withdraw'
    | 'pause'
    | 'resume'
    | 'correct'
    | 'again'
    | 'open-signing'
    | 'stand-in'
    | 'link'
    | 'make-link'
    | 'reply'
    | 'attend'
    | 'remind'
    | 'end'
}

/** As much of a consultation as asks somebody something. */
export type Asking = Pick<CaseView, 'consultation' | 'who' | 'alone' | 'interruptions' | 'prompts'>

export interface CaseView {
  readonly consultation: string
  /** It is not theirs: they opened it in an emergency, and may read it until then. */
  readonly emergency?: string
  /** Openings that wait for this viewer to look into them. */
  readonly openings?: readonly {
    readonly by: string
    readonly at: string
    readonly reason: string
  }[]
  readonly who: string
  /** A tree that this person of the clinic went through alone: there is no patient in it. */
  readonly alone?: {
    /** `Social media post`. */
    readonly tree: string
    /** How it ended, in words. */
    readonly result?: string
  }
  readonly state: ConsultationState
  readonly refusedFor?: 'age' | 'practitioner'
  /** Whose pause it is: one of the patient's own ends on their word alone. */
  readonly pausedBy?: 'patient' | 'staff'
  /** What must be seen before anything else, by whoever opens this. */
  readonly interruptions: readonly ('age' | 'withdrawn')[]
  readonly stage: string
  readonly stages: readonly string[]
  readonly demo: boolean
  readonly person: {
    readonly id: string
    readonly name?: string
    readonly calledBy?: string
    /** `Phone call, 020 7946 0999`. */
    readonly safeContact?: string
    /** They are not to be called or written to at all. */
    readonly onlyAtClinic?: true
    readonly birthDate?: string
    /** What makes things easier for them: an interpreter, more time. */
    readonly needs: readonly string[]
  }
  readonly facts: readonly FactLine[]
  readonly prompts: readonly StaffPrompt[]
  /** What waits for somebody else, in words. */
  readonly waits: readonly {
    readonly pathway: string
    readonly role: Role
    readonly since: string
  }[]
  /** What ended waiting, and may be asked once more. */
  readonly again: readonly {
    readonly open: string
    readonly pathway: string
    readonly outcome: string
  }[]
  readonly questions: readonly {
    readonly id: string
    readonly words: string
    readonly at: string
    readonly reply?: string
    readonly settled: boolean
  }[]
  readonly wanted: readonly {
    readonly id: string
    readonly urgent: boolean
    readonly at: string
    readonly attended: boolean
  }[]
  /** Something of how it was for them that nobody has talked about with them yet. */
  readonly saidAfter?: {
    readonly id: string
    readonly at: string
    readonly says: readonly string[]
  }
  readonly gates: readonly GateLine[]
  readonly team: readonly { readonly role: Role; readonly name: string }[]
  readonly plan?: {
    readonly performer: string
    readonly supervisor?: string
    readonly premises: string
    readonly product: string
    readonly date: string
  }
  readonly offers: readonly Offer['act'][]
  /** What is still open, so that nobody may end it yet; empty for who may not end it at all. */
  readonly endWaits: readonly ('person-wanted' | 'question')[]
  /** Restricted: empty unless the viewer may read it. */
  readonly declines: readonly {
    readonly by: string
    readonly at: string
    readonly reason: string
    readonly outcome?: string
  }[]
  /** Somebody is to tell the patient, in these words and by this way, that it waits for them. */
  readonly reminder?: {
    readonly id: string
    readonly at: string
    readonly way: string
    readonly words: string
  }
  /** In which way the patient wants the written information, once they have chosen. */
  readonly written?: 'on-paper-at-the-clinic' | 'read-here-only' | 'by-email'
  /** A summary that the patient asked for, and that is not made yet. */
  readonly summary?: {
    readonly at: string
    /** For those who may read it, and so make it. */
    readonly way?: 'on-paper-at-the-clinic' | 'by-email'
  }
  /** How far each event went, newest first. */
  readonly path: readonly PathLine[]
  /** The statecharts of what was opened; empty for who may not read answers. */
  readonly drawings: readonly DrawingLine[]
}

/** A statechart that can be looked at: its pages are fetched one by one. */
export interface DrawingLine {
  /** `gp-contact#2`: the second time that this was opened. */
  readonly open: string
  /** `GP contact`. */
  readonly pathway: string
  readonly pages: number
  readonly closed: boolean
  /** Whether the path that was taken is on it. */
  readonly path: boolean
}

export interface PathLine {
  readonly seq: number
  readonly side: 'patient' | 'clinic' | 'system'
  /** The stage that it came to with this. */
  readonly stage: string
  readonly at: string
  readonly who: string
  readonly what: string
}

export interface RecordLine {
  readonly stream: 'open' | 'restricted'
  readonly seq: number
  readonly recordId: string
  readonly at: string
  readonly recordedAt: string
  readonly who: string
  readonly role: Role
  readonly assurance: string
  readonly channel: string
  readonly event: string
  readonly answer?: string
  readonly transitions: readonly {
    readonly pathway: string
    readonly from: string
    readonly event: string
    readonly to: string
    readonly carried: boolean
    readonly guards: readonly {
      readonly guard: string
      readonly held: boolean
      readonly authority: string
      readonly clauses: readonly {
        readonly id: string
        readonly source: string
        readonly duty: string
      }[]
    }[]
  }[]
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly gates: readonly {
    readonly gate: string
    readonly label: string
    readonly met: boolean
    readonly stoodIn: boolean
  }[]
  readonly shown: readonly { readonly id: string; readonly digest: string; readonly text: string }[]
  readonly after: string
  readonly leaf: string
  readonly prev: string
  /** Recorded in its chain, sealed in the clinic's log, or witnessed by somebody outside too. */
  readonly standing: 'recorded' | 'sealed' | 'witnessed'
}

export interface RecordPage {
  readonly consultation: string
  readonly who: string
  readonly demo: boolean
  readonly records: readonly RecordLine[]
  /** Whether the viewer may make a file of it for somebody outside. */
  readonly mayPack?: boolean
  /** For those who read the restricted stream: its files that one person asked for and no second made. */
  readonly packsAsked?: readonly {
    readonly id: string
    readonly by: string
    readonly at: string
    readonly reason: string
    /** Whoever asked cannot be the second. */
    readonly own: boolean
  }[]
  /** True when chain, commitments and replay were just checked and hold. */
  readonly verified: boolean
  readonly fault?: string
}
