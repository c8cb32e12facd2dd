import type { Instant } from '../../machines/contract.ts'
import type { LinkRow, Sealed, SittingRow, StoredRecord, Stream, Turn } from '../../bot/ports.ts'

/** Turns whose sealed bytes mean nothing: a store can't tell. */

let last = 0
export const fresh = (what: string): string => `${what}-${++last}`

export const at = (seconds: number): Instant =>
  new Date(Date.UTC(2026, 2, 1, 9, 0, seconds)).toISOString() as Instant

export function sealed(text = fresh('sealed')): Sealed {
  return { key: 'key-1', iv: new Uint8Array(12).fill(7), body: new TextEncoder().encode(text) }
}

export function record(stream: Stream, seq: number): StoredRecord {
  const recordId = fresh('record')
  return { stream, seq, recordId, leaf: `leaf of ${recordId}`, sealed: sealed() }
}

/** One open record at `seq`, and whatever else a test is about. */
export function turn(consultation: string, seq = 0, rest: Partial<Turn> = {}): Turn {
  return {
    consultation,
    clinic: 'clinic-1',
    person: `person of ${consultation}`,
    expect: { open: seq, restricted: 0 },
    records: [record('open', seq)],
    sittings: [],
    ended: [],
    activities: [],
    links: [],
    due: null,
    ...rest,
  }
}

export function sitting(
  id: string,
  consultation: string,
  rest: Partial<SittingRow> = {},
): SittingRow {
  return {
    id,
    consultation,
    person: `person of ${consultation}`,
    channel: 'widget',
    private: true,
    began: at(0),
    last: at(0),
    activities: 0,
    door: 'open',
    tries: 0,
    assurance: 'link',
    ...rest,
  }
}

export function link(consultation: string, rest: Partial<LinkRow> = {}): LinkRow {
  return { hash: fresh('hash'), consultation, purpose: 'invite', expires: at(60), ...rest }
}
