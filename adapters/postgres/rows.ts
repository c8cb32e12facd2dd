import type { Instant } from '../../machines/contract.ts'
import type { LinkRow, Sealed, SittingRow, StoredRecord } from '../../bot/ports.ts'
import type { Row } from './database.ts'

// Nobody else writes to these tables: a column has the type that it declares.

export const bytes = (value: unknown): Uint8Array => new Uint8Array(value as Buffer)

export const toRecord = (row: Row): StoredRecord => ({
  stream: row['stream'] as StoredRecord['stream'],
  seq: row['seq'] as number,
  recordId: row['record_id'] as string,
  leaf: row['leaf'] as string,
  sealed: toSealed(row),
})

export const toSealed = (row: Row): Sealed => ({
  key: row['key'] as string,
  iv: bytes(row['iv']),
  body: bytes(row['body']),
})

export const toActivity = (row: Row): { n: number; sealed: Sealed } => ({
  n: row['n'] as number,
  sealed: toSealed(row),
})

export const toSitting = (row: Row): SittingRow => ({
  id: row['id'] as string,
  consultation: row['consultation'] as string,
  person: row['person'] as string,
  channel: row['channel'] as SittingRow['channel'],
  private: row['private'] as boolean,
  began: row['began'] as Instant,
  last: row['last'] as Instant,
  activities: row['activities'] as number,
  door: row['door'] as SittingRow['door'],
  tries: row['tries'] as number,
  assurance: row['assurance'] as SittingRow['assurance'],
})

export const toLink = (row: Row): LinkRow => ({
  hash: row['hash'] as string,
  consultation: row['consultation'] as string,
  purpose: row['purpose'] as LinkRow['purpose'],
  expires: row['expires'] as Instant,
})

export const toPerson = (row: Row): { id: string; person: string } => ({
  id: row['id'] as string,
  person: row['person'] as string,
})

export function first<T>(rows: readonly Row[], to: (row: Row) => T): T | undefined {
  return rows[0] && to(rows[0])
}
