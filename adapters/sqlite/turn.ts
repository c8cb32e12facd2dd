import { hash } from 'node:crypto'
import { CandourError } from '../../bot/errors.ts'
import type { Committed, SittingRow, StoredRecord, Turn } from '../../bot/ports.ts'
import type { Statements } from './statements.ts'

/**
 * Writes a turn, or says why not. Everything is looked at before anything is written, so that nothing
 * is ever undone alone: SQLite would have to keep each page as it was before each turn.
 */
export function applyTurn(sql: Statements, turn: Turn): Committed {
  const { consultation, key, expect } = turn
  const message = key ? messageHash(key.key) : null
  const before = sql.before.get(consultation, key?.sitting ?? null, message) as unknown as Before
  if (before.repeated) return 'repeated'
  if (before.erased || before.open !== expect.open || before.restricted !== expect.restricted)
    return 'conflict'
  const numberOf = numbersOf(sql, key?.sitting, before)
  if (!fits(sql, turn, numberOf)) return 'conflict'
  addRecords(sql, turn, before)
  writeSittings(sql, turn, message, numberOf)
  return 'committed'
}

/** What the row of a sitting is called in this file; undefined where there is none. */
type NumberOf = (id: string) => number | undefined

/** Nearly always it is the one that was looked up with all else. */
function numbersOf(sql: Statements, known: string | undefined, { sitting }: Before): NumberOf {
  return (id) => {
    if (id === known && sitting !== null) return sitting
    return sql.sittingNumber.get(id)?.number as number | undefined
  }
}

/** Not where a sitting is not there, has ended, or is past what this turn knew of it. */
function fits(sql: Statements, { sittings, activities, key }: Turn, numberOf: NumberOf): boolean {
  const begins = (id: string) => sittings.some((row) => row.id === id)
  const isThere = (id: string) => numberOf(id) !== undefined
  if (key && !begins(key.sitting) && !isThere(key.sitting)) return false
  const said = new Set(activities.map(({ sitting, n }) => `${n} ${sitting}`))
  return (
    said.size === activities.length &&
    sittings.every(({ id }) => isThere(id) || !sql.hasEnded.get(id)) &&
    activities.every(({ sitting, n }) => {
      const number = numberOf(sitting)
      if (number === undefined) return begins(sitting)
      return sql.hasActivity.get(number, n) === undefined
    })
  )
}

/** What there is when a turn comes. */
interface Before {
  readonly number: number | null
  readonly person: string | null
  readonly due: string | null
  /** The number of the sitting whose message it is. */
  readonly sitting: number | null
  readonly open: number
  readonly restricted: number
  readonly erased: 0 | 1
  readonly repeated: 0 | 1
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

/** Nothing for a sitting that has ended: it never comes back. */
export function putSitting(sql: Statements, row: SittingRow): void {
  const { id, consultation, person, channel, began, last, activities } = row
  const what = [id, consultation, person, channel, row.private ? 1 : 0, began, last, activities]
  const written = [...what, row.door, row.tries, row.assurance]
  if (sql.moveSitting.run(...written).changes > 0 || sql.hasEnded.get(id)) return
  sql.putSitting.run(...written)
}

export function endSitting(sql: Statements, id: string): void {
  sql.dropSitting.run(id)
  sql.markEnded.run(id)
}

export function erase(sql: Statements, consultation: string): void {
  for (const { id } of sql.sittings.all(consultation)) endSitting(sql, id as string)
  sql.dropLinks.run(consultation)
  sql.forgetDue.run(consultation)
  sql.markErased.run(consultation)
}

export function messageHash(key: string): Uint8Array {
  return hash('sha256', key, 'buffer')
}

function addRecords(sql: Statements, turn: Turn, before: Before): void {
  const { due, records, links } = turn
  const number = consultationOf(sql, turn, before)
  if (due !== undefined && due !== before.due) sql.setDue.run(due, number)
  for (const { stream, seq, recordId, leaf, sealed } of records) {
    const { key, iv, body } = sealed
    sql.addRecord.run(number, stream, seq, recordId, leaf, key, iv, body)
  }
  for (const { hash, consultation, purpose, expires } of links)
    sql.addLink.run(hash, consultation, purpose, expires)
}

function consultationOf(sql: Statements, turn: Turn, { number, person }: Before): number | bigint {
  const { consultation, clinic, person: now } = turn
  if (number === null) return sql.addConsultation.run(consultation, clinic, now).lastInsertRowid
  if (person !== now) sql.setPerson.run(now, number)
  return number
}

function writeSittings(
  sql: Statements,
  { sittings, activities, key, ended }: Turn,
  message: Uint8Array | null,
  numberOf: NumberOf,
): void {
  for (const row of sittings) putSitting(sql, row)
  for (const { sitting, n, sealed } of activities)
    sql.addActivity.run(numberOf(sitting) ?? null, n, sealed.key, sealed.iv, sealed.body)
  if (key) {
    const { sitting, reply } = key
    sql.addReply.run(numberOf(sitting) ?? null, message, reply.key, reply.iv, reply.body)
  }
  for (const id of ended) endSitting(sql, id)
}
