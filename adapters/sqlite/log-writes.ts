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
    append: (clinic: string, lease: number, what: Packed) =>
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

/** The same as what is to be appended, in few pieces: each costs something as it crosses to the thread. */
export interface Packed extends Pick<Appended, 'from' | 'signed' | 'at'> {
  /** JSON of the ids. */
  readonly records: string
  readonly count: number
  readonly last: string | null
  /** JSON of pairs: the level, and where in it. */
  readonly spots: string
  /** Of all nodes, one behind the other. */
  readonly hashes: Uint8Array
}

export function packed({ records, nodes, from, signed, at }: Appended): Packed {
  return {
    ...{ from, signed, at, records: JSON.stringify(records), count: records.length },
    last: records.at(-1) ?? null,
    spots: JSON.stringify(nodes.map(({ level, n }) => [level, n])),
    hashes: new Uint8Array(Buffer.concat(nodes.map(({ hash }) => hash))),
  }
}

/** Everything is looked at before anything is written, so there is nothing to undo. */
function append(sql: LogStatements, clinic: string, log: Row, what: Packed): boolean {
  const { from, records, count, last, spots, hashes, signed, at } = what
  const begins = log.signed === null
  if (log.size !== from || begins !== (count === 0)) return false
  if (sql.waitingAmong.get(records)?.records !== count) return false
  sql.addEntries.run(clinic, from, records)
  sql.addNodes.run(clinic, spots, hashes)
  sql.sign.run({ clinic, size: from + count, signed, at, last })
  return true
}
