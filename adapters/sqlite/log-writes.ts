import type { DatabaseSync } from 'node:sqlite'
import type { Instant } from '../../machines/contract.ts'
import type { Appended, LogStore, Written } from '../../bot/ports.ts'
import { type LogStatements, prepareLog } from './log-statements.ts'
import type { Row } from './rows.ts'

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

/** Everything is looked at before anything is written, so there is nothing to undo. */
function append(sql: LogStatements, clinic: string, log: Row, what: Appended): boolean {
  const { from, records, nodes, signed, at } = what
  const begins = log.signed === null
  if (log.size !== from || begins !== (records.length === 0)) return false
  const spots = records.map((id) => sql.spot.get(id))
  if (!spots.every((spot) => spot?.entered === 0)) return false
  const positions = spots.map((spot) => spot?.position as number)
  positions.forEach((position, n) => sql.addEntry.run(clinic, from + n, position))
  for (const { level, n, hash } of nodes) sql.addNode.run(clinic, level, n, hash)
  const size = from + records.length
  sql.sign.run({ clinic, size, signed, at, position: positions.at(-1) ?? null })
  return true
}
