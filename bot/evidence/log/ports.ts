import type { Instant } from '../../../machines/time.ts'

/** Where a record stands: in its chain, under a signed checkpoint, seen from outside the clinic. */
export type Standing = 'recorded' | 'sealed' | 'witnessed'

/** The clinic's Merkle log, to read. */
export interface Log {
  /** The latest signed checkpoint, a C2SP note with the cosignatures it has; undefined before inception. */
  checkpoint(): Promise<string | undefined>
  /**
   * An RFC 6962 inclusion proof, verified before it is given: against `under`, an earlier
   * checkpoint of this log, else the latest. `undefined` for a record that is not under it.
   */
  proof(
    recordId: string,
    under?: string,
  ): Promise<
    | {
        readonly index: number
        readonly hashes: readonly Uint8Array[]
        readonly checkpoint: string
      }
    | undefined
  >
  standing(recordId: string): Promise<Standing>
  /** A C2SP policy: the verifier keys of the log and of its witnesses, and how many must have signed. */
  policy(): Promise<string>
  /**
   * Resolves when everything that was committed before the call is under a checkpoint, and its
   * witnesses have answered or were given up for now.
   */
  settled(): Promise<void>
}

/** A complete subtree of the log: 2^level leaves from n × 2^level on. */
export interface LogNode {
  readonly level: number
  readonly n: number
  /** 32 bytes. */
  readonly hash: Uint8Array
}

export interface LogHead {
  /** How many records have an index. */
  readonly size: number
  /** The checkpoint over all of them, which may not be in the second place yet. */
  readonly signed: string
  /** By the wall, when that was. */
  readonly at: Instant
  /** The latest that is in the second place too, with its cosignatures. */
  readonly published?: string
  /** The latest that its witnesses have signed as the policy asks. */
  readonly witnessed?: string
  /** When every record was last hashed again. */
  readonly scrubbed?: Instant
}

/** What is written together: all of it, or none. */
export interface Appended {
  /** How many records have an index already. */
  readonly from: number
  /** Ids of records, which get the indices from there on. */
  readonly records: readonly string[]
  /** Every subtree that they complete. */
  readonly nodes: readonly LogNode[]
  readonly signed: string
  readonly at: Instant
}

/** `fenced`: somebody else took the lease. `conflict`: the log is not of that size. Nothing was written. */
export type Written = 'written' | 'fenced' | 'conflict'

/**
 * Where the leaves of one clinic's log are kept, beside its records. Held by
 * `test/adapters/log.contract.ts`. If a promise rejects, nothing is known about the write.
 */
export interface LogStore {
  /** A number above all earlier ones: whoever holds an earlier one writes nothing any more. */
  lease(): Promise<number>
  head(): Promise<LogHead | undefined>
  /**
   * Records that have no index, in the order of their commits. One that is listed is never
   * preceded, in a later list, by one that was not there.
   */
  waiting(most: number): Promise<readonly { readonly recordId: string; readonly leaf: string }[]>
  /** The first, with no records, begins the log. */
  append(lease: number, what: Appended): Promise<Written>
  /** Of the same log: `witnessed` stays as it is when it is not given. */
  publish(lease: number, what: { published: string; witnessed?: string }): Promise<Written>
  scrubbed(lease: number, at: Instant): Promise<Written>
  /** In the order in which they were asked for. Throws where one is not there. */
  nodes(
    spots: readonly { readonly level: number; readonly n: number }[],
  ): Promise<readonly Uint8Array[]>
  /** Leaves of records that have an index, in its order. */
  leaves(from: number, to: number): Promise<readonly string[]>
  entry(recordId: string): Promise<{ readonly index: number; readonly leaf: string } | undefined>
}

/** One text in a place of its own, which changes by compare-and-swap and survives a crash whole. */
export interface Place {
  read(): Promise<string | undefined>
  /** Durable when it resolves with true; false where something else is there than `expected`. */
  swap(expected: string | undefined, next: string): Promise<boolean>
}

/** Somebody outside the clinic who signs that the log has only grown. */
export interface Witness {
  /** C2SP verifier key. */
  readonly vkey: string
  readonly url?: string
  /** C2SP tlog-witness `add-checkpoint`: `request` is its body. Rejects when nobody answers. */
  add(request: string): Promise<WitnessAnswer>
}
export interface WitnessAnswer {
  /** As over HTTP. */
  readonly status: number
  readonly body: string
}
