import type { SQLOutputValue } from 'node:sqlite'
import type { Instant } from '../../machines/contract.ts'
import type { LinkRow, Sealed, SittingRow, StoredRecord } from '../../bot/ports.ts'

export type Row = Record<string, SQLOutputValue>

// The tables are STRICT and nobody else writes to them: a column has the type that it declares.

export const toRecord = (row: Row): StoredRecord => ({
  stream: row.stream as StoredRecord['stream'],
  seq: row.seq as number,
  recordId: row.record_id as string,
  leaf: row.leaf as string,
  sealed: toSealed(row),
})

export const toSealed = (row: Row): Sealed => ({
  key: row.key as string,
  iv: row.iv as Uint8Array,
  body: row.body as Uint8Array,
})

export const toSitting = (row: Row): SittingRow => ({
  id: row.id as string,
  consultation: row.consultation as string,
  person: row.person as string,
  channel: row.channel as SittingRow['channel'],
  private: row.private === 1,
  began: row.began as Instant,
  last: row.last as Instant,
  activities: row.activities as number,
  door: row.door as SittingRow['door'],
  tries: row.tries as number,
  assurance: row.assurance as SittingRow['assurance'],
})

export const toLink = (row: Row): LinkRow => ({
  hash: row.hash as string,
  consultation: row.consultation as string,
  purpose: row.purpose as LinkRow['purpose'],
  expires: row.expires as Instant,
})

export const toPerson = (row: Row): { id: string; person: string } => ({
  id: row.id as string,
  person: row.person as string,
})

export function maybe<T>(row: Row | undefined, to: (row: Row) => T): T | undefined {
  return row && to(row)
}
