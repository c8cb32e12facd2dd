import type { Instant } from '../../machines/contract.ts'
import type { LogHead, LogStore, Written } from '../../bot/ports.ts'
import { failed, type Query, type Row } from './database.ts'
import { bytes, first } from './rows.ts'

const SQL = {
  take: `INSERT INTO log (clinic, lease) VALUES ($1, 1)
    ON CONFLICT (clinic) DO UPDATE SET lease = log.lease + 1 RETURNING lease`,
  head: 'SELECT * FROM log WHERE clinic = $1',
  // Each by its key: for as many as it takes these to be, PostgreSQL would read all records.
  waiting: `SELECT u.record_id, (SELECT leaf FROM record r WHERE r.record_id = u.record_id) AS leaf
    FROM unsealed u WHERE u.clinic = $1 ORDER BY u.position LIMIT $2`,
  append: 'SELECT append_log($1, $2, $3, $4, $5, $6, $7, $8, $9) AS written',
  mark: 'SELECT mark_log($1, $2, $3, $4, $5) AS written',
  nodes: `SELECT level, n, hash FROM log_node JOIN unnest($2::integer[], $3::bigint[]) AS s (level, n)
    USING (level, n) WHERE clinic = $1`,
  leaves: `SELECT r.leaf FROM log_entry e JOIN record r USING (record_id)
    WHERE e.clinic = $1 AND e.n >= $2 AND e.n < $3 ORDER BY e.n`,
  entry: `SELECT e.n, r.leaf FROM log_entry e JOIN record r USING (record_id)
    WHERE e.record_id = $2 AND e.clinic = $1`,
} as const

export function logOf(query: Query, clinic: string): LogStore {
  const written = async (sql: string, values: readonly unknown[]): Promise<Written> => {
    const rows = await query(sql, [clinic, ...values]).catch(rethrow)
    return rows[0]?.['written'] as Written
  }
  return {
    ...readingOf(query, clinic),
    lease: async () => Number((await query(SQL.take, [clinic]).catch(rethrow))[0]?.['lease']),
    append: (lease, { from, records, nodes, signed, at }) =>
      written(SQL.append, [
        ...[lease, from, records, nodes.map(({ level }) => level), nodes.map(({ n }) => n)],
        ...[nodes.map(({ hash }) => Buffer.from(hash)), signed, at],
      ]),
    publish: (lease, { published, witnessed }) =>
      written(SQL.mark, [lease, published, witnessed ?? null, null]),
    scrubbed: (lease, at) => written(SQL.mark, [lease, null, null, at]),
  }
}

export type LogReading = Pick<LogStore, 'head' | 'waiting' | 'nodes' | 'leaves' | 'entry'>

export function readingOf(query: Query, clinic: string): LogReading {
  return {
    head: async () => first(await query(SQL.head, [clinic]), toHead),
    waiting: async (most) =>
      (await query(SQL.waiting, [clinic, most])).map((row) => ({
        ...{ recordId: row['record_id'] as string, leaf: row['leaf'] as string },
      })),
    nodes: async (spots) => {
      const [levels, places] = [spots.map(({ level }) => level), spots.map(({ n }) => n)]
      const rows = await query(SQL.nodes, [clinic, levels, places])
      const found = new Map(rows.map((row) => [placeOf(row['level'], row['n']), row['hash']]))
      return spots.map(({ level, n }) => {
        const hash = found.get(placeOf(level, n))
        if (!hash) throw new Error(`The log of ${clinic} has no node ${level} ${n}.`)
        return bytes(hash)
      })
    },
    leaves: async (from, to) =>
      (await query(SQL.leaves, [clinic, from, to])).map(({ leaf }) => leaf as string),
    entry: async (recordId) =>
      first(await query(SQL.entry, [clinic, recordId]), ({ n, leaf }) => ({
        ...{ index: n as number, leaf: leaf as string },
      })),
  }
}

const placeOf = (level: unknown, n: unknown): string => `${String(level)} ${String(n)}`

function rethrow(error: unknown): never {
  throw failed(error)
}

/** A lease alone is no log. */
function toHead(row: Row): LogHead | undefined {
  if (row['signed'] === null) return undefined
  const text = (name: 'published' | 'witnessed' | 'scrubbed') =>
    row[name] === null ? {} : { [name]: row[name] }
  return {
    ...{ size: row['size'] as number, signed: row['signed'] as string, at: row['at'] as Instant },
    ...text('published'),
    ...text('witnessed'),
    ...text('scrubbed'),
  }
}
