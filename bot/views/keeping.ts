/** Plain data: how long a consultation is kept, and what was decided about that. */
interface Decided {
  readonly by: string
  readonly at: string
  readonly reason: string
}

export interface KeepingView {
  /** `consented`, `enquiry-only`, … */
  readonly as: string
  /** Kept until this day begins, if nothing is added before. */
  readonly until: string
  readonly over: boolean
  /** Who says so: no law does. */
  readonly authority: string
  readonly since: string
  readonly source: string
  /** When the person asks, before then: their records are restricted, or erased. */
  readonly onRequest: 'restrict' | 'erase'
  /** All consultations of the person, this one among them: a person is erased whole. */
  readonly consultations: number
  readonly held?: Decided
  readonly restricted?: Decided
  readonly request?: {
    readonly n: number
    readonly by: string
    readonly at: string
    readonly basis: string
    /** Why the viewer may not carry it out now. */
    readonly notYet?: string
  }
  /** Copies that went out; an erasure does not reach them. */
  readonly given: readonly {
    readonly what: string
    readonly way: string
    readonly at: string
    readonly by: string
  }[]
  readonly offers: readonly KeepingAct[]
}

export type KeepingAct =
  'hold' | 'lift' | 'restrict' | 'unrestrict' | 'ask-erasure' | 'drop-erasure' | 'erase'
