import { hash } from 'node:crypto'
import { CandourError } from '../../bot/errors.ts'
import type { Committed, SittingRow, StoredRecord, Turn } from '../../bot/ports.ts'
import type { Statements } from './statements.ts'

/** Writes a turn, or says why not: the caller undoes what was written by then. */
export function applyTurn(sql: Statements, turn: Turn): Committed {
  const { consultation, key, expect } = turn
  const message = key ? messageHash(key.key) : null
  const now = sql.before.get({ consultation, sitting: key?.sitting ?? null, message })
  if (now?.repeated) return 'repeated'
  if (now?.erased || now?.open !== expect.open || now.restricted !== expect.restricted)
    return 'conflict'
  addRecords(sql, turn)
  return writeSittings(sql, turn, message) ? 'committed' : 'conflict'
}

export function headsOf(sql: Statements, consultation: string): Turn['expect'] {
  const next = (stream: StoredRecord['stream']) =>
    sql.head.get(consultation, stream)?.next as number
  return { open: next('open'), restricted: next('restricted') }
}

/** A caller that numbers its records wrongly must not stop everybody else. */
export function refuseGaps({ expect, records }: Turn): void {
  const next = { ...expect }
  for (const { stream, seq } of records) {
    const expected = next[stream]++
    if (seq !== expected) throw new CandourError('evidence/broken-chain', { stream, seq, expected })
  }
}

/** False for a sitting that has ended: it never comes back. */
export function putSitting(sql: Statements, row: SittingRow): boolean {
  const written = { ...row, private: row.private ? 1 : 0 }
  if (sql.moveSitting.run(written).changes > 0) return true
  if (sql.hasEnded.get(row.id)) return false
  sql.putSitting.run(written)
  return true
}

export function endSitting(sql: Statements, id: string): void {
  sql.dropSitting.run(id)
  sql.markEnded.run(id)
}

export function erase(sql: Statements, consultation: string): void {
  for (const { id } of sql.sittings.all(consultation)) endSitting(sql, id as string)
  sql.dropLinks.run(consultation)
  sql.setDue.run({ due: null, id: consultation })
  sql.markErased.run(consultation)
}

export function messageHash(key: string): Uint8Array {
  return hash('sha256', key, 'buffer')
}

function addRecords(sql: Statements, turn: Turn): void {
  const { consultation, clinic, person, due } = turn
  sql.putConsultation.run({ id: consultation, clinic, person })
  if (due !== undefined) sql.setDue.run({ due, id: consultation })
  for (const { sealed, ...record } of turn.records) {
    sql.addRecord.run({ consultation, ...record, ...sealed })
  }
  for (const link of turn.links) sql.addLink.run({ ...link })
}

/** False as soon as a sitting is not there, or is past what this turn knew of it. */
function writeSittings(
  sql: Statements,
  { sittings, activities, key, ended }: Turn,
  message: Uint8Array | null,
): boolean {
  for (const row of sittings) if (!putSitting(sql, row)) return false
  for (const { sealed, ...activity } of activities) {
    if (sql.addActivity.run({ ...activity, ...sealed }).changes === 0) return false
  }
  if (key) {
    const { changes } = sql.addReply.run({ sitting: key.sitting, message, ...key.reply })
    if (changes === 0) return false
  }
  for (const id of ended) endSitting(sql, id)
  return true
}
