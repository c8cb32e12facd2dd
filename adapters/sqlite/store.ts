import type { Store } from '../../bot/ports.ts'
import { createBallast } from './ballast.ts'
import { createBatch, type Batch, type BatchOptions } from './batch.ts'
import { connect } from './connection.ts'
import { logOf, prepareLog } from './log.ts'
import { maybe, toLink, toPerson, toRecord, toSealed, toSitting } from './rows.ts'
import { prepare, type Statements } from './statements.ts'
import {
  applyTurn,
  endSitting,
  erase,
  headsOf,
  messageHash,
  putSitting,
  refuseGaps,
} from './turn.ts'

export interface SqliteStoreOptions extends Pick<BatchOptions, 'onFatal' | 'onFlush'> {
  readonly path: string
  /** Bytes that are kept for a full disk: see ballast.ts. Without them a full disk stops the store. */
  readonly ballast?: number | undefined
}

/**
 * Keeps everything in one file, on a disk of this machine. One process writes it: the second to
 * open it is refused with `store/in-use`. Throws `store/unsafe` where nothing can be promised.
 */
export function createSqliteStore({ path, onFatal, onFlush, ...more }: SqliteStoreOptions): Store {
  // Before SQLite needs room to open.
  const ballast = more.ballast === undefined ? undefined : createBallast(path, more.ballast)
  const connection = connect(path)
  const sql = prepare(connection.db)
  const batch = createBatch({ db: connection.db, onFatal, onFlush, ballast })
  const log = prepareLog(connection.db)
  return {
    ...ofConsultations(sql, batch),
    ...ofSittings(sql, batch),
    ...ofLinks(sql, batch),
    ...ofTheHouse(sql, batch),
    log: (clinic) => logOf(log, clinic, batch),
    ...(ballast && { isFull: async () => (ballast.look(), !ballast.held()) }),
    close: async () => {
      await batch.close()
      connection.close()
    },
  }
}

type Part<name extends keyof Store> = Pick<Store, name>

function ofConsultations(
  sql: Statements,
  { read, write }: Batch,
): Part<'commit' | 'load' | 'heads' | 'consultations' | 'due' | 'erase' | 'wasErased'> {
  return {
    commit: async (turn) => {
      refuseGaps(turn)
      return write(
        () => applyTurn(sql, turn),
        (committed) => committed === 'committed',
        turn.canWait,
      )
    },
    load: (id) => read(() => sql.records.all(id).map(toRecord)),
    heads: (id) => read(() => headsOf(sql, id)),
    consultations: (clinic) => read(() => sql.consultations.all(clinic).map(toPerson)),
    erase: async (ids) => {
      await write(() => ids.forEach((id) => erase(sql, id)))
      await read(() => sql.emptyLog.get())
    },
    wasErased: (id) => read(() => sql.wasErased.get(id) !== undefined),
    due: (at, most) => read(() => sql.due.all(at, most).map(toPerson)),
  }
}

function ofSittings(
  sql: Statements,
  { read, write }: Batch,
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
        sql.activities.all(id, from).map((row) => ({ n: row.n as number, sealed: toSealed(row) })),
      ),
    putSitting: (row) => write(() => void putSitting(sql, row)),
    endSitting: (id) => write(() => endSitting(sql, id)),
    wasEnded: (id) => read(() => sql.hasEnded.get(id) !== undefined),
  }
}

function ofLinks(sql: Statements, { read, write }: Batch): Part<'link' | 'redeem'> {
  return {
    link: (hash) => read(() => maybe(sql.link.get(hash), toLink)),
    redeem: (hash, at) => write(() => maybe(sql.redeem.get(hash, at), toLink)),
  }
}

function ofTheHouse(
  sql: Statements,
  { read, write }: Batch,
): Part<'keepBundle' | 'bundle' | 'offset' | 'moveClock'> {
  return {
    keepBundle: (digest, text) => write(() => void sql.keepBundle.run(digest, text)),
    bundle: (digest) => read(() => maybe(sql.bundle.get(digest), (row) => row.text as string)),
    offset: () => read(() => sql.offset.get()?.ahead as number),
    moveClock: (to) => write(() => void sql.moveClock.run(to)),
  }
}
