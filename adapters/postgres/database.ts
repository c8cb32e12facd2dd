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

export function openDatabase({ url, connections = 8, check }: DatabaseOptions): Database {
  const config = { ...configOf(url), max: connections, idleTimeoutMillis: 60_000 }
  const pool = new pg.Pool({
    ...config,
    ...(check && { verify: verifier(check) }),
  })
  // A connection that breaks is replaced when one is next needed; whoever uses it hears of it there.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const ears = new Set<Listening>()
  return {
    query: (sql, values) => asking(pool, SILENT)(sql, values),
    within: (work) => within(pool, work),
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
function asking(client: Pick<pg.Pool, 'query'>, silent?: number): Query {
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
    void check(asking(client as unknown as pg.Pool)).then(() => done(), done)

async function within<T>(pool: pg.Pool, work: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(asking(client))
    await client.query('COMMIT')
    client.release()
    return result
  } catch (error) {
    // A connection in doubt is not used again.
    client.release(true)
    throw error
  }
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
