import type { DatabaseSync, SQLOutputValue, StatementSync } from 'node:sqlite'
import { CandourError } from '../../bot/errors.ts'
import type { Chance, DataKey, Keys, Stream } from '../../bot/ports.ts'
import { backupsIn, openToRead, openToWrite } from './database.ts'
import { destroyedIn, destroyKeys, isDestroyed } from './destroy.ts'
import { createOpened } from './opened.ts'
import { CANARY, forPerson, forStream } from './purposes.ts'
import { findSigning, makeSigning } from './signing.ts'
import { KEY_BYTES, unwrap, wrap, type Wrapped } from './wrap.ts'

export interface SqliteKeysOptions {
  readonly path: string
  /** 32 bytes that wrap every person's key: see kek.ts. */
  readonly kek: Uint8Array
  readonly chance: Chance
}

interface Ring {
  readonly db: DatabaseSync
  readonly kek: Uint8Array
  readonly byId: StatementSync
  readonly byPlace: StatementSync
}

/**
 * One key for each stream of a consultation, under its person's key, under the KEK. Refuses
 * another KEK at once, with `keys/wrong-kek`.
 */
export async function createSqliteKeys({ path, kek, chance }: SqliteKeysOptions): Promise<Keys> {
  const ring = openRing(openToWrite(path), kek, chance)
  const make = failStop(ring.db, (person: string, consultation: string, stream: Stream) => {
    // The KEK may have been changed since: a key under the old one would be lost.
    checkCanary(ring.db, ring.kek)
    if (isDestroyed(ring.db, consultation))
      throw new CandourError('keys/destroyed', { consultation })
    const made = findStream(ring, consultation, stream)
    return made ?? makeStream(ring, chance, person, consultation, stream)
  })
  const sign = failStop(ring.db, (origin: string) => {
    checkCanary(ring.db, ring.kek)
    return findSigning(ring, origin) ?? makeSigning(ring, chance, origin)
  })
  const opened = createOpened()
  return {
    stream: (person, consultation, stream) =>
      opened.get(
        `${stream} ${consultation}`,
        async () => findStream(ring, consultation, stream) ?? make(person, consultation, stream),
      ),
    signing: async (origin) => findSigning(ring, origin) ?? sign(origin),
    find: (id) => opened.get(id, async () => find(ring, id)),
    destroy: async (consultations) => {
      const done = destroyKeys(ring.db, consultations)
      opened.forgetAll()
      return done
    },
    destroyed: async () => destroyedIn(ring.db),
    backups: async () => backupsIn(ring.db),
    close: async () => ring.db.close(),
  }
}

/** Opens keys beside a server that makes them. Makes none. */
export async function createSqliteKeyReader({
  path,
  kek,
}: Omit<SqliteKeysOptions, 'chance'>): Promise<KeyReader> {
  const ring = openRing(openToRead(path), kek)
  return {
    find: async (id) => find(ring, id),
    signing: async (origin) => findSigning(ring, origin),
    close: async () => ring.db.close(),
  }
}

export interface KeyReader extends Pick<Keys, 'find' | 'close'> {
  signing(origin: string): Promise<DataKey | undefined>
}

function openRing(db: DatabaseSync, kek: Uint8Array, chance?: Chance): Ring {
  try {
    if (chance) addCanary(db, kek, chance)
    checkCanary(db, kek)
    const byId = db.prepare(`${FROM_STREAM} WHERE s.id = ?`)
    const byPlace = db.prepare(`${FROM_STREAM} WHERE s.consultation = ? AND s.stream = ?`)
    return { db, kek, byId, byPlace }
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Runs in one durable transaction. After a failure nobody knows whether a key is on disk, and a
 * record under a key that is lost is lost: no key is made again.
 */
function failStop<given extends readonly unknown[]>(
  db: DatabaseSync,
  make: (...given: given) => DataKey,
): (...given: given) => DataKey {
  let dead: CandourError | undefined
  return (...given) => {
    if (dead) throw dead
    try {
      db.exec('BEGIN IMMEDIATE')
      const key = make(...given)
      db.exec('COMMIT')
      return key
    } catch (cause) {
      if (db.isTransaction) db.exec('ROLLBACK')
      // A key that does not open is one person's trouble; nothing was written.
      if (cause instanceof CandourError) throw cause
      if (isDiskFull(cause)) throw new CandourError('store/full', { what: 'keys' }, { cause })
      dead = new CandourError('store/failed', { what: 'keys' }, { cause })
      throw dead
    }
  }
}

const SQLITE_FULL = 13

/** All was undone, and that is known. */
function isDiskFull(cause: unknown): boolean {
  return cause instanceof Error && 'errcode' in cause && cause.errcode === SQLITE_FULL
}

/** Whether these keys are under this KEK. What cannot be read throws. */
export function opensKeys(path: string, kek: Uint8Array): boolean {
  const db = openToRead(path)
  try {
    checkCanary(db, kek)
    return true
  } catch (error) {
    if (error instanceof CandourError && error.code === 'keys/wrong-kek') return false
    throw error
  } finally {
    db.close()
  }
}

function addCanary(db: DatabaseSync, kek: Uint8Array, chance: Chance): void {
  if (db.prepare('SELECT 1 FROM canary').get()) return
  const canary = wrap(new Uint8Array(KEY_BYTES), kek, CANARY, chance)
  db.prepare('INSERT INTO canary VALUES (1, :iv, :body) ON CONFLICT DO NOTHING').run({ ...canary })
}

export function checkCanary(db: DatabaseSync, kek: Uint8Array): void {
  const canary = db.prepare('SELECT iv, body FROM canary').get()
  if (!canary) throw new CandourError('keys/wrong-kek', { why: 'no canary' })
  unwrap(wrappedIn(canary), kek, CANARY)
}

const FROM_STREAM = `SELECT s.id, s.iv, s.body, s.consultation, s.stream,
  p.id AS person_key, p.person, p.iv AS person_iv, p.body AS person_body
  FROM stream_key AS s JOIN person_key AS p ON p.id = s.under`

function find(ring: Ring, id: string): DataKey | undefined {
  const row = ring.byId.get(id)
  return row && openStream(ring, row)
}

/** Whosever it is by now: two persons found to be one keep both their keys. */
function findStream(ring: Ring, consultation: string, stream: Stream): DataKey | undefined {
  const row = ring.byPlace.get(consultation, stream)
  return row && openStream(ring, row)
}

type Row = Record<string, SQLOutputValue>

function openStream({ kek }: Ring, row: Row): DataKey {
  const personKey = { iv: row.person_iv as Uint8Array, body: row.person_body as Uint8Array }
  const under = unwrap(personKey, kek, forPerson(text(row.person_key), text(row.person)))
  const id = text(row.id)
  const purpose = forStream(id, text(row.consultation), text(row.stream))
  return { id, bytes: unwrap(wrappedIn(row), under, purpose) }
}

function makeStream(
  ring: Ring,
  chance: Chance,
  person: string,
  consultation: string,
  stream: Stream,
): DataKey {
  const under = findPerson(ring, person) ?? makePerson(ring, chance, person)
  const id = chance.id()
  const bytes = chance.bytes(KEY_BYTES)
  const wrapped = wrap(bytes, under.bytes, forStream(id, consultation, stream), chance)
  ring.db
    .prepare(
      `INSERT INTO stream_key (id, under, consultation, stream, iv, body)
       VALUES (:id, :under, :consultation, :stream, :iv, :body)`,
    )
    .run({ id, under: under.id, consultation, stream, ...wrapped })
  return { id, bytes }
}

function findPerson({ db, kek }: Ring, person: string): DataKey | undefined {
  const row = db.prepare('SELECT id, iv, body FROM person_key WHERE person = ?').get(person)
  if (!row) return undefined
  const id = text(row.id)
  return { id, bytes: unwrap(wrappedIn(row), kek, forPerson(id, person)) }
}

function makePerson({ db, kek }: Ring, chance: Chance, person: string): DataKey {
  const id = chance.id()
  const bytes = chance.bytes(KEY_BYTES)
  db.prepare('INSERT INTO person_key (id, person, iv, body) VALUES (:id, :person, :iv, :body)').run(
    {
      id,
      person,
      ...wrap(bytes, kek, forPerson(id, person), chance),
    },
  )
  return { id, bytes }
}

const text = (value: SQLOutputValue | undefined): string => value as string
const wrappedIn = (row: Row): Wrapped => ({
  iv: row.iv as Uint8Array,
  body: row.body as Uint8Array,
})
