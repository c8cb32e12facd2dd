import { createHash, randomBytes } from 'node:crypto'
import type { Store } from '../../bot/ports.ts'
import { createBatch } from './batch.ts'
import { type Database, failed, openDatabase, type Query } from './database.ts'
import { gather } from './gather.ts'
import { logOf } from './log.ts'
import { checkVersion } from './migrate.ts'
import { createNews, type News } from './news.ts'
import { first, toActivity, toLink, toPerson, toRecord, toSealed, toSitting } from './rows.ts'
import { checkRole, checkSettings, type Grade, type Standing } from './safety.ts'
import { EVIDENCE } from './schema.ts'
import { SQL } from './sql.ts'
import { messageHash, refuseGaps } from './turn.ts'

export interface PostgresStoreOptions {
  readonly url: string
  /** The least that an acknowledged turn must survive. */
  readonly grade?: Grade
  readonly connections?: number
  readonly onFlush?: (turns: number) => void
}

export interface PostgresStore extends Store {
  /** What the server was found to be. */
  readonly standing: Standing
}

/**
 * Keeps everything in one PostgreSQL, which several instances may share. Throws `store/unsafe` where
 * nothing can be promised, `store/another-format` where the tables are not this version's.
 */
export async function createPostgresStore(options: PostgresStoreOptions): Promise<PostgresStore> {
  const { url, grade = 'single', connections } = options
  let standing: Standing | undefined
  const check = async (query: Query) => {
    standing = await checkSettings(query, grade)
    await checkRole(query)
  }
  const strict = grade === 'sync-strict'
  const db = openDatabase({ url, check, strict, ...(connections && { connections }) })
  try {
    await checkVersion(db.query, EVIDENCE)
  } catch (error) {
    await db.close()
    throw failed(error, { what: 'the database of the evidence' })
  }
  return { ...storeOf(db, options), standing: standing as unknown as Standing }
}

function storeOf(db: Database, { grade, onFlush }: PostgresStoreOptions): Store {
  const instance = randomBytes(16).toString('hex')
  const news = createNews(db, instance)
  const query: Query = (sql, values) =>
    db.query(sql, values).catch((error: unknown) => {
      throw failed(error)
    })
  const take = createBatch({ db, strict: grade === 'sync-strict', onFlush })
  const logs = { log: (clinic: string) => logOf(query, clinic) }
  return {
    ...ofConsultations(query, take, news, instance),
    ...ofSittings(query, news),
    ...ofTheHouse(query),
    ...logs,
    shared: {
      news: news.hear,
      ...spending(query),
      leads: async (clinic) => {
        const sql = 'SELECT lead_log($1, $2, $3) AS leads'
        const [row] = await query(sql, [clinic, instance, LEADS_FOR])
        return row?.['leads'] === true
      },
    },
    close: () => db.close(),
  }
}

/** Seconds for which nobody else tries to write the log. */
const LEADS_FOR = 5

type Part<name extends keyof Store> = Pick<Store, name>

function ofConsultations(
  query: Query,
  take: ReturnType<typeof createBatch>,
  news: News,
  instance: string,
): Part<
  'commit' | 'load' | 'heads' | 'consultations' | 'firstRecord' | 'due' | 'erase' | 'wasErased'
> {
  return {
    commit: async (turn) => {
      refuseGaps(turn)
      const result = await take(turn)
      if (result === 'committed')
        news.tell([...turn.ended, ...turn.activities.map(({ sitting }) => sitting)])
      return result
    },
    load: async (id) => (await query(SQL.records, [id])).map(toRecord),
    heads: async (id) => {
      const [row] = await query(SQL.heads, [id])
      return { open: Number(row?.['open']), restricted: Number(row?.['restricted']) }
    },
    consultations: async (clinic) => (await query(SQL.consultations, [clinic])).map(toPerson),
    firstRecord: async () => first(await query(SQL.firstRecord), toRecord),
    due: async (at, most) => (await query(SQL.due, [at, most, instance])).map(toPerson),
    erase: async (ids) => {
      const sittings = await query(SQL.sittingsOfAll, [ids])
      await query(SQL.erase, [ids])
      news.tell(sittings.map(({ id }) => id as string))
    },
    wasErased: async (id) => (await query(SQL.wasErased, [id])).length > 0,
  }
}

function ofSittings(
  query: Query,
  news: News,
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
  const all = async (sql: string, ...values: readonly string[]) =>
    (await query(sql, values)).map(toSitting)
  return {
    reply: async (id, key) =>
      first(await query(SQL.reply, [id, Buffer.from(messageHash(key))]), toSealed),
    sitting: gather(async (ids) => (await query(SQL.sittingsById, [ids])).map(toSitting)),
    sittings: (consultation) => all(SQL.sittings, consultation),
    sittingsOf: (person) => all(SQL.sittingsOf, person),
    idle: (quiet, old) => all(SQL.idle, quiet, old),
    activities: async (id, from) => (await query(SQL.activities, [id, from])).map(toActivity),
    putSitting: async (row) => void (await query(SQL.putSitting, [JSON.stringify(row)])),
    endSitting: async (id) => {
      await query(SQL.endSitting, [id])
      news.tell([id])
    },
    wasEnded: async (id) => (await query(SQL.hasEnded, [id])).length > 0,
  }
}

function ofTheHouse(
  query: Query,
): Part<'link' | 'redeem' | 'keepBundle' | 'bundle' | 'offset' | 'moveClock'> {
  return {
    link: async (hash) => first(await query(SQL.link, [hash]), toLink),
    redeem: async (hash, at) => first(await query(SQL.redeem, [hash, at]), toLink),
    keepBundle: async (digest, text) => void (await query(SQL.keepBundle, [digest, text])),
    bundle: async (digest) =>
      first(await query(SQL.bundle, [digest]), ({ text }) => text as string),
    offset: async () => Number((await query(SQL.offset))[0]?.['ahead']),
    moveClock: async (to) => void (await query(SQL.moveClock, [to])),
  }
}

/** By hash, so that nobody who reads the table could use what was not used up. */
function spending(query: Query): Pick<NonNullable<Store['shared']>, 'spend' | 'wasSpent'> {
  const hash = (what: string) => createHash('sha256').update(what).digest()
  return {
    spend: async (what, until) => {
      const rows = await query(SQL.spend, [hash(what), until])
      await query(SQL.forgetSpent)
      return rows.length === 1
    },
    wasSpent: async (what) => (await query(SQL.wasSpent, [hash(what)])).length > 0,
  }
}
