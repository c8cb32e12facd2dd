import { CandourError } from '../../bot/errors.ts'
import type { Chance, DataKey, KeyBackup, Keys, Stream } from '../../bot/ports.ts'
import { createOpened } from './opened.ts'
import {
  holdConsultation,
  type KeyDatabase,
  type KeyQuery,
  type KeyRow,
} from './postgres-database.ts'
import { destroyInPostgres } from './postgres-destroy.ts'
import { CANARY, forPerson, forSigning, forStream } from './purposes.ts'
import { KEY_BYTES, unwrap, wrap, type Wrapped } from './wrap.ts'

export interface PostgresKeysOptions {
  /** With the tables of `KEY_TABLES`. */
  readonly db: KeyDatabase
  /** 32 bytes that wrap every person's key: see kek.ts. */
  readonly kek: Uint8Array
  readonly chance: Chance
}

/**
 * The same keys in PostgreSQL, for several instances: whoever is second to make one gets the
 * first's. Refuses another KEK at once, with `keys/wrong-kek`.
 */
export async function createPostgresKeys(options: PostgresKeysOptions): Promise<Keys> {
  const { db, kek } = options
  await guarded(async () => {
    await addCanary(options)
    await checkCanaryIn(db.query, kek)
  })
  const opened = createOpened()
  return {
    stream: (person, consultation, stream) =>
      opened.get(`${stream} ${consultation}`, () =>
        guarded(async () => {
          const found = await findStream(db.query, kek, consultation, stream)
          return found ?? makeStream(options, person, consultation, stream)
        }),
      ),
    find: (id) => opened.get(id, () => guarded(() => find(db.query, kek, id))),
    signing: (origin) =>
      guarded(
        async () => (await findSigning(db.query, kek, origin)) ?? makeSigning(options, origin),
      ),
    destroy: async (consultations) => {
      const done = await guarded(() => destroyInPostgres(db, consultations))
      opened.forgetAll()
      return done
    },
    destroyed: () =>
      guarded(async () =>
        (await db.query('SELECT consultation FROM destroyed ORDER BY 1')).map(
          ({ consultation }) => consultation as string,
        ),
      ),
    backups: () =>
      guarded(async () => {
        const rows = await db.query('SELECT made, until FROM backup ORDER BY made DESC')
        return rows.map(({ made, until }) => ({ made, until }) as KeyBackup)
      }),
    close: () => db.close(),
  }
}

/** Opens keys beside servers that make them. Makes none. */
export async function createPostgresKeyReader({
  db,
  kek,
}: Omit<PostgresKeysOptions, 'chance'>): Promise<Pick<Keys, 'find' | 'close'> & Signing> {
  await guarded(() => checkCanaryIn(db.query, kek))
  return {
    find: (id) => guarded(() => find(db.query, kek, id)),
    signing: (origin) => guarded(() => findSigning(db.query, kek, origin)),
    close: () => db.close(),
  }
}

interface Signing {
  signing(origin: string): Promise<DataKey | undefined>
}

/** What the database refused or did not answer says nothing of keys that are there. */
async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof CandourError) throw cause
    throw new CandourError('store/failed', { what: 'keys' }, { cause })
  }
}

async function addCanary({ db, kek, chance }: PostgresKeysOptions): Promise<void> {
  if ((await db.query('SELECT FROM canary')).length > 0) return
  const { iv, body } = wrap(new Uint8Array(KEY_BYTES), kek, CANARY, chance)
  await db.query('INSERT INTO canary (iv, body) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    ...[Buffer.from(iv), Buffer.from(body)],
  ])
}

export async function checkCanaryIn(query: KeyQuery, kek: Uint8Array): Promise<void> {
  const [row] = await query('SELECT iv, body FROM canary')
  if (!row) throw new CandourError('keys/wrong-kek', { why: 'no canary' })
  unwrap(wrappedIn(row), kek, CANARY)
}

const FROM_STREAM = `SELECT s.id, s.iv, s.body, s.consultation, s.stream,
  p.id AS person_key, p.person, p.iv AS person_iv, p.body AS person_body
  FROM stream_key AS s JOIN person_key AS p ON p.id = s.under`

async function find(query: KeyQuery, kek: Uint8Array, id: string): Promise<DataKey | undefined> {
  const [row] = await query(`${FROM_STREAM} WHERE s.id = $1`, [id])
  return row && openStream(kek, row)
}

async function findStream(query: KeyQuery, kek: Uint8Array, consultation: string, stream: Stream) {
  const sql = `${FROM_STREAM} WHERE s.consultation = $1 AND s.stream = $2`
  const [row] = await query(sql, [consultation, stream])
  return row && openStream(kek, row)
}

function openStream(kek: Uint8Array, row: KeyRow): DataKey {
  const person = { iv: row['person_iv'], body: row['person_body'] }
  const under = unwrap(
    wrappedIn(person),
    kek,
    forPerson(text(row, 'person_key'), text(row, 'person')),
  )
  const id = text(row, 'id')
  const purpose = forStream(id, text(row, 'consultation'), text(row, 'stream'))
  return { id, bytes: unwrap(wrappedIn(row), under, purpose) }
}

/** Durable when it resolves. Whoever destroys the keys of a consultation waits, or is waited for. */
function makeStream(
  { db, kek, chance }: PostgresKeysOptions,
  person: string,
  consultation: string,
  stream: Stream,
): Promise<DataKey> {
  return db.within(async (query) => {
    await holdConsultation(query, consultation)
    // The KEK may have been changed since: a key under the old one would be lost.
    await checkCanaryIn(query, kek)
    const gone = await query('SELECT FROM destroyed WHERE consultation = $1', [consultation])
    if (gone.length > 0) throw new CandourError('keys/destroyed', { consultation })
    const made = await findStream(query, kek, consultation, stream)
    if (made) return made
    const under = await personKey(query, kek, chance, person)
    const id = chance.id()
    const bytes = chance.bytes(KEY_BYTES)
    const { iv, body } = wrap(bytes, under.bytes, forStream(id, consultation, stream), chance)
    await query('INSERT INTO stream_key VALUES ($1, $2, $3, $4, $5, $6)', [
      ...[id, under.id, consultation, stream, Buffer.from(iv), Buffer.from(body)],
    ])
    return { id, bytes }
  })
}

async function personKey(query: KeyQuery, kek: Uint8Array, chance: Chance, person: string) {
  const id = chance.id()
  const { iv, body } = wrap(chance.bytes(KEY_BYTES), kek, forPerson(id, person), chance)
  await query('INSERT INTO person_key VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    ...[id, person, Buffer.from(iv), Buffer.from(body)],
  ])
  // Held, so that nobody takes it for one without keys.
  const sql = 'SELECT id, iv, body FROM person_key WHERE person = $1 FOR KEY SHARE'
  const [row] = await query(sql, [person])
  if (!row) throw new CandourError('store/failed', { what: 'a key was destroyed meanwhile' })
  const known = text(row, 'id')
  return { id: known, bytes: unwrap(wrappedIn(row), kek, forPerson(known, person)) }
}

async function findSigning(query: KeyQuery, kek: Uint8Array, origin: string) {
  const [row] = await query('SELECT id, iv, body FROM signing_key WHERE origin = $1', [origin])
  if (!row) return undefined
  const id = text(row, 'id')
  return { id, bytes: unwrap(wrappedIn(row), kek, forSigning(id, origin)) }
}

function makeSigning({ db, kek, chance }: PostgresKeysOptions, origin: string): Promise<DataKey> {
  return db.within(async (query) => {
    await checkCanaryIn(query, kek)
    const id = chance.id()
    const { iv, body } = wrap(chance.bytes(KEY_BYTES), kek, forSigning(id, origin), chance)
    await query('INSERT INTO signing_key VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
      ...[origin, id, Buffer.from(iv), Buffer.from(body)],
    ])
    return (await findSigning(query, kek, origin)) as DataKey
  })
}

const text = (row: KeyRow, name: string): string => row[name] as string
const wrappedIn = ({ iv, body }: KeyRow): Wrapped => ({
  iv: new Uint8Array(iv as Buffer),
  body: new Uint8Array(body as Buffer),
})
