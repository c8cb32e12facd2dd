import type { Instant } from '../../machines/contract.ts'
import type { LogHead, LogStore } from '../../bot/ports.ts'
import { packed } from './log-writes.ts'
import type { LogStatements } from './log-statements.ts'
import { maybe, type Row } from './rows.ts'
import type { Read, Write } from './writer.ts'

export type LogReading = Pick<LogStore, 'head' | 'waiting' | 'nodes' | 'leaves' | 'entry'>

export function logOf(sql: LogStatements, clinic: string, read: Read, write: Write): LogStore {
  return {
    ...readingOf(sql, clinic, read),
    lease: () => write('lease', clinic),
    append: (lease, what) => write('append', clinic, lease, packed(what)),
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
