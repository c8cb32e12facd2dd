import pg from 'pg'
import { CandourError } from '../../bot/errors.ts'

export type Row = Readonly<Record<string, unknown>>
export type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>

/** Connections to one database. Each is looked through before it is used: see `check`. */
export interface Database {
  readonly query: Query
  /** On one connection, in a transaction: all of it, or none. */
  within<T>(work: (query: Query) => Promise<T>): Promise<T>
  /**
   * Hears what is told on a channel until it is stopped. `'all'`: something may have been missed,
   * since the connection was lost for a while, or has only now been made.
   */
  listen(channel: string, hear: (told: string) => void): Listening
  close(): Promise<void>
}

export interface Listening {
  /** Resolves when it hears for the first time. */
  readonly ready: Promise<void>
  stop(): Promise<void>
}

export interface DatabaseOptions {
  /** Without a password: that is in a file of its own, as PostgreSQL's own programs have it. */
  readonly url: string
  readonly connections?: number
  /** What must hold on every connection before anything is asked on it. */
  readonly check?: (query: Query) => Promise<void>
  /** Nothing is changed in a transaction while no standby has to confirm it. */
  readonly strict?: boolean
}

/** A statement that has not ended by then never will: it is cut off, and rolled back. */
const PATIENCE = 15_000
/** Nobody holds a lock for longer than a statement takes; whoever does is not waited for. */
const LOCK = 3_000
/** For a connection, of those there are or a new one. */
const CONNECT = 7_000
/** A server that has cut off a statement says so; one that says nothing by then is not there. */
const SILENT = PATIENCE + 3_000
const AGAIN = 250

export function openDatabase(options: DatabaseOptions): Database {
  const { url, connections = 8, check, strict = false } = options
  const config = { ...configOf(url), max: connections, idleTimeoutMillis: 60_000 }
  const pool = new pg.Pool({
    ...config,
    ...(check && { verify: verifier(check) }),
  })
  // A connection that breaks is replaced when one is next needed; whoever uses it hears of it there.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    client.on('notice', (notice) => isUnconfirmed(notice) && unconfirmed.add(client))
  })
  const ears = new Set<Listening>()
  return {
    query: (sql, values) => on(pool, (client) => asking(client, SILENT)(sql, values)),
    within: (work) => on(pool, (client) => within(client, strict, work)),
    listen: (channel, hear) => {
      const made = listen(config, channel, hear)
      ears.add(made)
      return made
    },
    close: async () => {
      await Promise.all([...ears].map((one) => one.stop()))
      await pool.end()
    },
  }
}

function configOf(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'candour',
    connectionTimeoutMillis: CONNECT,
    statement_timeout: PATIENCE,
    lock_timeout: LOCK,
    keepAlive: true,
    types: { getTypeParser },
  }
}

const INT8: number = pg.types.builtins.INT8

/** Counters are far from where a double loses count. */
const getTypeParser = ((oid: number, format) =>
  oid === INT8 ? Number : (pg.types.getTypeParser(oid, format) as unknown)) as Parse

type Parse = typeof pg.types.getTypeParser

/** `silent`: after so many milliseconds without a word it is not waited for any longer. */
function asking(client: Pick<pg.ClientBase, 'query'>, silent?: number): Query {
  const within = silent === undefined ? {} : { query_timeout: silent }
  return async (sql, values = []) => {
    // What has values is asked again and again: it is planned once for each connection.
    const named = values.length > 0 ? { name: nameOf(sql), values: [...values] } : {}
    const { rows } = await client.query<Row>({ text: sql, ...named, ...within })
    return rows
  }
}

const names = new Map<string, string>()

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `candour_${names.size}`
  names.set(sql, name)
  return name
}

type Verify = (client: pg.PoolClient, done: (error?: Error) => void) => void

const verifier =
  (check: NonNullable<DatabaseOptions['check']>): Verify =>
  (client, done) =>
    void check(asking(client)).then(() => done(), done)

/** Connections on which a commit was kept, and not confirmed by the standby that was asked to. */
const unconfirmed = new WeakSet<pg.ClientBase>()

/**
 * Whoever cancels a commit that waits for its standby gets a warning, and PostgreSQL goes on as if it
 * had not waited. Its words are in the language of the server; where they come from is not.
 */
const isUnconfirmed = (notice: { readonly routine?: string | undefined }): boolean =>
  notice.routine === 'SyncRepWaitForLSN'

async function on<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const result = await work(client)
    if (unconfirmed.has(client)) throw new CandourError('store/failed', { why: 'not confirmed' })
    client.release()
    return result
  } catch (error) {
    // A connection in doubt is not used again.
    client.release(true)
    throw error
  }
}

async function within<T>(
  client: pg.PoolClient,
  strict: boolean,
  work: (query: Query) => Promise<T>,
): Promise<T> {
  const query = asking(client)
  await client.query('BEGIN')
  if (strict) await refuseUnconfirmed(query)
  const result = await work(query)
  await client.query('COMMIT')
  return result
}

async function refuseUnconfirmed(query: Query): Promise<void> {
  const [row] = await query(`SELECT current_setting('synchronous_standby_names') AS names`)
  if (row?.['names'] !== '') return
  throw new CandourError('store/failed', { why: 'no standby has to confirm what is written' })
}

/** Comes back by itself, for as long as it is wanted. */
function listen(config: pg.ClientConfig, channel: string, hear: (told: string) => void): Listening {
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let wanted = true
  let heard: () => void
  const ready = new Promise<void>((resolve) => (heard = resolve))

  const connect = async () => {
    const mine = new pg.Client({ ...config, statement_timeout: 0 })
    client = mine
    mine.on('error', () => undefined)
    mine.on('end', () => {
      if (wanted && client === mine) timer = setTimeout(() => void connect(), AGAIN)
    })
    mine.on('notification', ({ payload = '' }) => hear(payload))
    try {
      await mine.connect()
      await mine.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      hear('all')
      heard()
    } catch {
      await mine.end().catch(() => undefined)
    }
  }
  void connect()
  return {
    ready,
    stop: async () => {
      wanted = false
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}

/** What PostgreSQL says of an error, if it was PostgreSQL that said it. */
export function stateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

export function failed(cause: unknown, details: Record<string, string> = {}): CandourError {
  return cause instanceof CandourError
    ? cause
    : new CandourError('store/failed', details, { cause })
}
