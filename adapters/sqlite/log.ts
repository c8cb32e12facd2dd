import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Instant } from '../../machines/contract.ts'
import type { Appended, LogHead, LogStore, Written } from '../../bot/ports.ts'
import type { Read, Write } from './writer.ts'
import { maybe, type Row } from './rows.ts'

const SQL = {
  take: `INSERT INTO log (clinic, lease) VALUES (?, 1)
    ON CONFLICT (clinic) DO UPDATE SET lease = lease + 1 RETURNING lease`,
  log: 'SELECT * FROM log WHERE clinic = ?',
  waiting: `SELECT r.record_id, r.leaf FROM record AS r
    JOIN consultation AS c ON c.id = r.consultation
    WHERE r.position > (SELECT coalesce(max(position), 0) FROM log WHERE clinic = :clinic)
      AND c.clinic = :clinic
    ORDER BY r.position LIMIT :most`,
  addEntry: 'INSERT INTO log_entry (clinic, n, record_id) VALUES (?, ?, ?)',
  addNode: 'INSERT INTO log_node (clinic, level, n, hash) VALUES (?, ?, ?, ?)',
  hasEntry: 'SELECT 1 FROM log_entry WHERE record_id = ?',
  sign: `UPDATE log SET size = :size, signed = :signed, at = :at,
    position = coalesce((SELECT position FROM record WHERE record_id = :last), position)
    WHERE clinic = :clinic`,
  publish: `UPDATE log SET published = ?, witnessed = coalesce(?, witnessed) WHERE clinic = ?`,
  scrub: 'UPDATE log SET scrubbed = ? WHERE clinic = ?',
  node: 'SELECT hash FROM log_node WHERE clinic = ? AND level = ? AND n = ?',
  leaves: `SELECT r.leaf FROM log_entry AS e JOIN record AS r ON r.record_id = e.record_id
    WHERE e.clinic = ? AND e.n >= ? AND e.n < ? ORDER BY e.n`,
  entry: `SELECT e.n, r.leaf FROM log_entry AS e JOIN record AS r ON r.record_id = e.record_id
    WHERE e.record_id = ? AND e.clinic = ?`,
} as const

export type LogStatements = Readonly<Record<keyof typeof SQL, StatementSync>>

export function prepareLog(db: DatabaseSync): LogStatements {
  const prepared = Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)])
  return Object.fromEntries(prepared) as LogStatements
}

export type LogReading = Pick<LogStore, 'head' | 'waiting' | 'nodes' | 'leaves' | 'entry'>

/** Changes to the logs of clinics. A lease that another process took since writes nothing. */
export function logWrites(db: DatabaseSync) {
  const sql = prepareLog(db)
  const written = (clinic: string, lease: number, work: (head: Row) => boolean): Written => {
    const log = sql.log.get(clinic)
    if (log?.lease !== lease) return 'fenced'
    return work(log) ? 'written' : 'conflict'
  }
  return {
    lease: (clinic: string) => sql.take.get(clinic)?.lease as number,
    append: (clinic: string, lease: number, what: Appended) =>
      written(clinic, lease, (log) => append(sql, clinic, log, what)),
    publish: (clinic: string, lease: number, { published, witnessed }: Published) =>
      written(clinic, lease, ({ signed }) => {
        if (signed === null) return false
        return sql.publish.run(published, witnessed ?? null, clinic).changes === 1
      }),
    scrubbed: (clinic: string, lease: number, at: Instant) =>
      written(clinic, lease, () => sql.scrub.run(at, clinic).changes === 1),
  }
}

type Published = Parameters<LogStore['publish']>[1]

export function logOf(sql: LogStatements, clinic: string, read: Read, write: Write): LogStore {
  return {
    ...readingOf(sql, clinic, read),
    lease: () => write('lease', clinic),
    append: (lease, what) => write('append', clinic, lease, what),
    publish: (lease, what) => write('publish', clinic, lease, what),
    scrubbed: (lease, at) => write('scrubbed', clinic, lease, at),
  }
}

export function readingOf(sql: LogStatements, clinic: string, read: Read): LogReading {
  return {
    head: () => read(() => maybe(sql.log.get(clinic), toHead)),
    waiting: (most) =>
      read(() =>
        sql.waiting
          .all({ clinic, most })
          .map((row) => ({ recordId: row.record_id as string, leaf: row.leaf as string })),
      ),
    nodes: (spots) => read(() => spots.map(({ level, n }) => nodeOf(sql, clinic, level, n))),
    leaves: (from, to) =>
      read(() => sql.leaves.all(clinic, from, to).map(({ leaf }) => leaf as string)),
    entry: (recordId) =>
      read(() =>
        maybe(sql.entry.get(recordId, clinic), ({ n, leaf }) => ({
          ...{ index: n as number, leaf: leaf as string },
        })),
      ),
  }
}

/** Everything is looked at before anything is written, so there is nothing to undo. */
function append(sql: LogStatements, clinic: string, log: Row, what: Appended): boolean {
  const { from, records, nodes, signed, at } = what
  const begins = log.signed === null
  if (log.size !== from || begins !== (records.length === 0)) return false
  if (records.some((id) => sql.hasEntry.get(id))) return false
  records.forEach((id, n) => sql.addEntry.run(clinic, from + n, id))
  for (const { level, n, hash } of nodes) sql.addNode.run(clinic, level, n, hash)
  const size = from + records.length
  sql.sign.run({ clinic, size, signed, at, last: records.at(-1) ?? null })
  return true
}

function nodeOf(sql: LogStatements, clinic: string, level: number, n: number): Uint8Array {
  const row = sql.node.get(clinic, level, n)
  if (!row) throw new Error(`The log of ${clinic} has no node ${level} ${n}.`)
  return row.hash as Uint8Array
}

/** A lease alone is no log. */
function toHead(row: Row): LogHead | undefined {
  if (row.signed === null) return undefined
  const text = (name: 'published' | 'witnessed' | 'scrubbed') =>
    row[name] === null ? {} : { [name]: row[name] }
  return {
    ...{ size: row.size as number, signed: row.signed as string, at: row.at as Instant },
    ...text('published'),
    ...text('witnessed'),
    ...text('scrubbed'),
  }
}
