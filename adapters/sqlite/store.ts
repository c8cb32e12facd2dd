import type { Store } from '../../bot/ports.ts'
import { createBallast } from './ballast.ts'
import { connect } from './connection.ts'
import { prepareLog } from './log-statements.ts'
import { logOf } from './log.ts'
import { maybe, toLink, toPerson, toRecord, toSealed, toSitting } from './rows.ts'
import { prepare, type Statements } from './statements.ts'
import { headsOf, messageHash, refuseGaps } from './turn.ts'
import { startWriter, type Writer, type WriterOptions } from './writer.ts'

export type SqliteStoreOptions = WriterOptions

/**
 * Keeps everything in one file, on a disk of this machine. One process writes it: the second to
 * open it is refused with `store/in-use`. Throws `store/unsafe` where nothing can be promised.
 */
export function createSqliteStore(options: SqliteStoreOptions): Store {
  // Before SQLite needs room to open.
  if (options.ballast !== undefined) createBallast(options.path, options.ballast)
  const connection = connect(options.path)
  const sql = prepare(connection.db)
  const log = prepareLog(connection.db)
  const writer = startWriter(options)
  return {
    ...ofConsultations(sql, writer),
    ...(options.sealing && { commitUnsealed: writer.take }),
    ...ofSittings(sql, writer),
    ...ofLinks(sql, writer),
    ...ofTheHouse(sql, writer),
    log: (clinic) => logOf(log, clinic, writer.read, writer.write),
    ...(options.ballast !== undefined && { isFull: writer.isFull }),
    close: async () => {
      await writer.close()
      connection.close()
    },
  }
}

type Part<name extends keyof Store> = Pick<Store, name>

function ofConsultations(
  sql: Statements,
  { read, write }: Writer,
): Part<
  'commit' | 'load' | 'heads' | 'consultations' | 'firstRecord' | 'due' | 'erase' | 'wasErased'
> {
  return {
    commit: async (turn) => {
      refuseGaps(turn)
      return write('commit', turn)
    },
    load: (id) => read(() => sql.records.all(id).map(toRecord)),
    heads: (id) => read(() => headsOf(sql, id)),
    consultations: (clinic) => read(() => sql.consultations.all(clinic).map(toPerson)),
    firstRecord: () => read(() => maybe(sql.firstRecord.get(), toRecord)),
    erase: (ids) => write('erase', ids),
    wasErased: (id) => read(() => sql.wasErased.get(id) !== undefined),
    due: (at, most) => read(() => sql.due.all(at, most).map(toPerson)),
  }
}

function ofSittings(
  sql: Statements,
  { read, write }: Writer,
): Part<
  | 'reply'
  | 'sitting'
  | 'sittings'
  | 'sittingsOf'
  | 'idle'
  | 'activities'
  | 'putSitting'
  | 'endSitting'
  | 'wasEnded'
> {
  return {
    reply: (id, key) => read(() => maybe(sql.reply.get(id, messageHash(key)), toSealed)),
    sitting: (id) => read(() => maybe(sql.sitting.get(id), toSitting)),
    sittings: (consultation) => read(() => sql.sittings.all(consultation).map(toSitting)),
    sittingsOf: (person) => read(() => sql.sittingsOf.all(person).map(toSitting)),
    idle: (quiet, old) => read(() => sql.idle.all(quiet, old).map(toSitting)),
    activities: (id, from) =>
      read(() =>
        sql.activities
          .all({ id, from })
          .map((row) => ({ n: row.n as number, sealed: toSealed(row) })),
      ),
    putSitting: (row) => write('putSitting', row),
    endSitting: (id) => write('endSitting', id),
    wasEnded: (id) => read(() => sql.hasEnded.get(id) !== undefined),
  }
}

function ofLinks(sql: Statements, { read, write }: Writer): Part<'link' | 'redeem'> {
  return {
    link: (hash) => read(() => maybe(sql.link.get(hash), toLink)),
    redeem: (hash, at) => write('redeem', hash, at),
  }
}

function ofTheHouse(
  sql: Statements,
  { read, write }: Writer,
): Part<'keepBundle' | 'bundle' | 'offset' | 'moveClock'> {
  return {
    keepBundle: (digest, text) => write('keepBundle', digest, text),
    bundle: (digest) => read(() => maybe(sql.bundle.get(digest), (row) => row.text as string)),
    offset: () => read(() => sql.offset.get()?.ahead as number),
    moveClock: (to) => write('moveClock', to),
  }
}
