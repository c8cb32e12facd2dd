import { createHmac, createSecretKey } from 'node:crypto'
import { z } from 'zod'
import { actor } from '../../machines/commands.ts'
import { day, instant } from '../../machines/facts.ts'
import { CandourError } from '../errors.ts'
import type { DataKey, StoredRecord } from '../ports.ts'
import { canonical } from './canonical.ts'
import { leafHash, NO_LEAF, openBytes, sealBytes } from './seal.ts'

const NONCE = 32

export const id = z.string().min(1).max(100)
export const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What every page of a clinic's own says, whatever else is on it. */
export const pageHead = {
  log: id,
  recordId: id,
  seq: z.int().nonnegative(),
  prev: hash,
  mode: z.enum(['demo', 'pilot', 'production']),
  at: instant,
  recordedAt: instant,
  recordedOn: day,
  clockOffset: z.int(),
  by: actor,
} as const

type Head = z.infer<z.ZodObject<typeof pageHead>>

/** A kind of page that a clinic keeps beside its consultations. No kind opens as another. */
export interface Kind<entry extends Head> {
  readonly context: string
  readonly schema: z.ZodType<entry>
}

export function sealPage<entry extends Head>(
  { context, schema }: Kind<entry>,
  entry: entry,
  key: DataKey,
  nonce: Uint8Array,
  iv: Uint8Array,
): StoredRecord {
  if (nonce.length !== NONCE) throw new RangeError(`A nonce has ${NONCE} bytes`)
  const { log, recordId, seq } = schema.parse(entry)
  const bytes = Buffer.from(canonical(entry), 'utf8')
  const sealed = sealBytes(Buffer.concat([nonce, bytes]), key, context + recordId, iv)
  const leaf = leafOf(context, log, recordId, nonce, bytes)
  return { stream: 'open', seq, recordId, leaf, sealed }
}

/** Opens a stream of them from the first on. Throws at the first that does not hold. */
export function openPages<entry extends Head>(
  kind: Kind<entry>,
  records: readonly StoredRecord[],
  clinic: string,
  keyOf: (id: string) => DataKey | undefined,
): readonly entry[] {
  let prev = NO_LEAF
  return records.map((record, seq) => {
    const key = keyOf(record.sealed.key)
    if (!key) throw new CandourError('evidence/no-key', { record: record.recordId })
    const entry = openPage(kind, record, key)
    const follows = entry.seq === seq && entry.prev === prev && record.seq === seq
    if (!follows || entry.log !== clinic)
      throw new CandourError('evidence/broken-chain', { book: clinic, seq })
    prev = leafHash(record.leaf)
    return entry
  })
}

function openPage<entry extends Head>(
  { context, schema }: Kind<entry>,
  { recordId, sealed, leaf }: StoredRecord,
  key: DataKey,
): entry {
  const opened = openBytes(sealed, key, context + recordId)
  const bytes = opened.subarray(NONCE)
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const entry = schema.parse(JSON.parse(text))
  const again = leafOf(context, entry.log, recordId, opened.subarray(0, NONCE), bytes)
  if (leaf !== again || canonical(entry) !== text || entry.recordId !== recordId)
    throw new CandourError('evidence/wrong-commitment', { record: recordId, what: 'page' })
  return entry
}

function leafOf(
  context: string,
  log: string,
  recordId: string,
  nonce: Uint8Array,
  bytes: Uint8Array,
): string {
  const commit = createHmac('sha256', createSecretKey(nonce))
    .update(context)
    .update(bytes)
    .digest('hex')
  return canonical({ schema: 'candour/leaf@1', log, recordId, commit })
}
