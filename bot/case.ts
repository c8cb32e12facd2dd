import type { Advanced, Consultation } from '../machines/contract.ts'
import type { Instant } from '../machines/time.ts'
import { NO_LEAF } from './evidence/seal.ts'
import type { Shown } from './evidence/record.ts'
import type { Gap } from './evidence/log/epoch.ts'
import type { Chance, Clocks, Heads, Keys, Log, Packing, Place, Store } from './ports.ts'
import type { Words } from './words.ts'

/** A consultation with the heads of its two streams. */
export interface Case {
  readonly now: Consultation
  readonly heads: Heads
  /** The words that it began with, and keeps. */
  readonly words: Words
  /** When its last record was written, by the wall. */
  readonly recordedAt: Instant
}

/** One step of a turn: what `advance` gave, and the words that were put before somebody. */
export interface Step {
  readonly advanced: Advanced
  readonly shown: readonly Shown[]
  /** What only the restricted record may say was shown. */
  readonly shownApart?: readonly Shown[]
}

export interface Parts {
  readonly store: Store
  readonly keys: Keys
  readonly clocks: Clocks
  readonly chance: Chance
  /** Without one, records are recorded and no more. */
  readonly log?: Pick<Log, 'standing' | 'proof'>
  /** What new consultations begin with. */
  readonly words: Words
  /** The words of an earlier bundle, by its digest. */
  readonly library?: (digest: string) => Promise<Words | undefined>
  /** What was erased, by consultation, a line each: beside the data, and put back with none of it. */
  readonly erasures?: Place
  /** How long to reflect all consultations were told of, and how many records there were then. */
  readonly lengthened?: Place
  /** Records that are missing: then nothing is added. */
  readonly gap?: Gap
  /** Without it nothing is handed out. */
  readonly packing?: Packing
  /** Told of a consultation that could not have its turn among the others. Without it, that stops. */
  readonly trouble?: (consultation: string, error: unknown) => void
}

export const NO_HEADS: Case['heads'] = {
  open: { seq: 0, leaf: NO_LEAF },
  restricted: { seq: 0, leaf: NO_LEAF },
}
