import type { Actor } from '../machines/commands.ts'
import type { Instant } from '../machines/time.ts'
import type { Payload } from './evidence/record.ts'
import type { DataKey, Stream } from './key-ports.ts'

/** Encrypted bytes, with all that is needed to open them but the key. */
export interface Sealed {
  readonly key: string
  readonly iv: Uint8Array
  readonly body: Uint8Array
}

/** What the store holds of a record: the blinded leaf in clear, all else sealed. */
export interface StoredRecord {
  readonly stream: Stream
  readonly seq: number
  readonly recordId: string
  /** Canonical JSON of `{schema, log, recordId, commit}`. */
  readonly leaf: string
  readonly sealed: Sealed
}

export interface SittingRow {
  readonly id: string
  readonly consultation: string
  readonly person: string
  readonly channel: 'widget' | 'direct-line' | 'terminal'
  readonly private: boolean
  readonly began: Instant
  readonly last: Instant
  /** How many activities it has: the watermark. */
  readonly activities: number
  /** Somebody who came by a link still has to give a date of birth. */
  readonly door: 'open' | 'birth-date'
  readonly tries: number
  readonly assurance: Actor['assurance']
}

export interface LinkRow {
  /** SHA-256 of the secret: the secret itself is shown once and kept nowhere. */
  readonly hash: string
  readonly consultation: string
  /** `tablet`: on a device of the clinic's, which somebody of the clinic hands over. */
  readonly purpose: 'invite' | 'continue' | 'sign' | 'tablet'
  readonly expires: Instant
}

/** One turn's writes: all of them, or none. */
export interface Turn {
  readonly consultation: string
  readonly clinic: string
  readonly person: string
  /** How many records each stream holds already. Another number there is a conflict. */
  readonly expect: { readonly open: number; readonly restricted: number }
  readonly records: readonly StoredRecord[]
  /** The idempotency key of a sitting's message, and what says how to find the reply for a repeat. */
  readonly key?: { readonly sitting: string; readonly key: string; readonly reply: Sealed }
  readonly sittings: readonly SittingRow[]
  /** Sittings that end: their rows, activities, keys and replies are deleted. */
  readonly ended: readonly string[]
  /** In pieces: one holds what was said together, from its number `n` on. */
  readonly activities: readonly {
    readonly sitting: string
    readonly n: number
    readonly sealed: Sealed
  }[]
  readonly links: readonly LinkRow[]
  /** When a tick is due next; `null` when nothing waits for time; left as it is when absent. */
  readonly due?: Instant | null
  /** Refused with `store/full` while the disk is full: it stops nothing. */
  readonly canWait?: boolean
}

export type Committed = 'committed' | 'conflict' | 'repeated'

/** Where each stream goes on: the number of its next record, and the hash of the leaf before it. */
export type Heads = Readonly<Record<Stream, { readonly seq: number; readonly leaf: string }>>

/** A record that is to be sealed. Its place in its stream is given to it as it is sealed. */
export interface Draft {
  readonly stream: Stream
  readonly payload: Omit<Payload, 'stream' | 'seq' | 'prev' | 'head'>
  readonly key: DataKey
  /** 32 random bytes, never used before. */
  readonly nonce: Uint8Array
  /** 12 of the same. */
  readonly iv: Uint8Array
}

/** A text that is to be sealed, with what opens it: see `sealBytes`. */
export interface Piece {
  readonly text: string
  readonly key: DataKey
  readonly context: string
  readonly iv: Uint8Array
}

/** A turn before anything of it is sealed. */
export interface UnsealedTurn extends Omit<Turn, 'expect' | 'records' | 'activities'> {
  readonly heads: Heads
  readonly records: readonly Draft[]
  readonly activities: readonly {
    readonly sitting: string
    readonly n: number
    readonly sealed: Piece
  }[]
}

export interface SealedTurn {
  readonly turn: Turn
  /** Where the streams go on once it is committed. */
  readonly heads: Heads
}
