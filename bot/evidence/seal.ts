import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  type KeyObject,
  timingSafeEqual,
} from 'node:crypto'
import { z } from 'zod'
import { CandourError } from '../errors.ts'
import type { DataKey, Sealed, StoredRecord } from '../ports.ts'
import { canonical, ordered } from './canonical.ts'
import { isPadded, padded } from './pad.ts'
import { type Payload, payload as schema } from './record.ts'

// Bare bytes as a key cost Node 24 four times what the cipher does, so each is made a key object,
// which lives as long as the key does.
const secrets = new WeakMap<DataKey, KeyObject>()

function secretOf(key: DataKey): KeyObject {
  const secret = secrets.get(key) ?? createSecretKey(key.bytes)
  secrets.set(key, secret)
  return secret
}

const CONTEXT = 'candour/record/v1\0'
const CIPHER = 'aes-256-gcm'
const NONCE = 32
const KEY = 32
const IV = 12
const TAG = 16

const leafSchema = z.strictObject({
  schema: z.literal('candour/leaf@1'),
  log: z.string(),
  recordId: z.string(),
  commit: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What `prev` of the first record of a stream says. */
export const NO_LEAF = '0'.repeat(64)

/**
 * Commits to a record and encrypts it. `nonce` (32 bytes) and `iv` (12) must be random and
 * never used before: the one blinds the commitment, a second use of the other opens the cipher.
 */
export function seal(
  payload: Payload,
  key: DataKey,
  nonce: Uint8Array,
  iv: Uint8Array,
): StoredRecord {
  if (nonce.length !== NONCE) throw new RangeError(`A nonce has ${NONCE} bytes`)
  const parsed = padded(schema.parse(payload))
  const { stream, seq, recordId, log } = parsed
  // Members that are undefined are not there.
  const bytes = utf8Of(canonical({ ...parsed, command: ordered(parsed.command) }, 'left-out'))
  const commit = commitTo(nonce, bytes).toString('hex')
  const leaf = canonical({ schema: 'candour/leaf@1', log, recordId, commit })
  const sealed = sealBytes(join(nonce, bytes), key, CONTEXT + recordId, iv)
  return { stream, seq, recordId, leaf, sealed }
}

/** A record as it was committed to, for whoever is handed it with its proof. */
export interface Revealed {
  readonly payload: Payload
  /** Its canonical form: what the commitment is over. */
  readonly bytes: Uint8Array
  /** What blinds the commitment. */
  readonly nonce: Uint8Array
}

/** Opens a record, or throws `evidence/wrong-commitment`: it never returns what is in doubt. */
export function unseal(record: StoredRecord, key: DataKey): Payload {
  return reveal(record, key).payload
}

/** The same, with the bytes and the nonce. */
export function reveal(record: StoredRecord, key: DataKey): Revealed {
  const { recordId, sealed } = record
  const opened = openBytes(sealed, key, CONTEXT + recordId)
  const nonce = opened.subarray(0, NONCE)
  const bytes = opened.subarray(NONCE)
  const commit = commitTo(nonce, bytes)
  const leaf = readLeaf(record)
  if (!timingSafeEqual(commit, Buffer.from(leaf.commit, 'hex'))) throw wrong(recordId, 'commitment')
  const read = readPayload(bytes, recordId)
  if (read.log !== leaf.log) throw wrong(recordId, 'log')
  if (read.recordId !== recordId) throw wrong(recordId, 'id')
  if (read.stream !== record.stream || read.seq !== record.seq) throw wrong(recordId, 'place')
  if (!isPadded(read, bytes.length)) throw wrong(recordId, 'pad')
  return { payload: read, bytes, nonce }
}

/** The RFC 6962 leaf hash, in hex: what the next record of the stream gives as `prev`. */
export function leafHash(leaf: string): string {
  return hash('sha256', `\0${leaf}`, 'hex')
}

/** AES-256-GCM with its tag at the end. `context` must be the same when it is opened. */
export function sealBytes(
  bytes: Uint8Array,
  key: DataKey,
  context: string,
  iv: Uint8Array,
): Sealed {
  if (key.bytes.length !== KEY) throw new RangeError(`A data key has ${KEY} bytes`)
  if (iv.length !== IV) throw new RangeError(`An iv has ${IV} bytes`)
  const cipher = createCipheriv(CIPHER, secretOf(key), iv, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(context, 'utf8'))
  const body = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  return { key: key.id, iv, body: new Uint8Array(body) }
}

/** Throws `evidence/wrong-commitment` unless the bytes are as they were sealed. */
export function openBytes(sealed: Sealed, key: DataKey, context: string): Uint8Array {
  try {
    const end = sealed.body.length - TAG
    const decipher = createDecipheriv(CIPHER, secretOf(key), sealed.iv, { authTagLength: TAG })
    decipher.setAAD(Buffer.from(context, 'utf8'))
    decipher.setAuthTag(sealed.body.subarray(Math.max(0, end)))
    const start = decipher.update(sealed.body.subarray(0, Math.max(0, end)))
    return new Uint8Array(Buffer.concat([start, decipher.final()]))
  } catch (cause) {
    throw wrong(context.split('\0').at(-1) ?? '', 'seal', cause)
  }
}

function commitTo(nonce: Uint8Array, bytes: Uint8Array): Buffer {
  return createHmac('sha256', createSecretKey(nonce)).update(CONTEXT).update(bytes).digest()
}

function readLeaf({ leaf, recordId }: StoredRecord): z.infer<typeof leafSchema> {
  const read = orWrong(recordId, 'leaf', () => leafSchema.parse(JSON.parse(leaf)))
  if (canonical(read) !== leaf || read.recordId !== recordId) throw wrong(recordId, 'leaf')
  return read
}

function readPayload(bytes: Uint8Array, recordId: string): Payload {
  const text = orWrong(recordId, 'text', () => utf8.decode(bytes))
  const read = orWrong(recordId, 'shape', () => schema.parse(JSON.parse(text)))
  // A name given twice, or a space, would be bytes that the commitment covers and no reader sees.
  if (orWrong(recordId, 'form', () => canonical(read)) !== text) throw wrong(recordId, 'form')
  return read
}

const utf8Of = (text: string): Uint8Array => Buffer.from(text, 'utf8')

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function orWrong<T>(recordId: string, what: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw wrong(recordId, what, cause)
  }
}

function wrong(record: string, what: string, cause?: unknown): CandourError {
  return new CandourError('evidence/wrong-commitment', { record, what }, { cause })
}

function join(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}
