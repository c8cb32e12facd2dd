import { createHmac } from 'node:crypto'
import { z } from 'zod'
import { actor } from '../../machines/commands.ts'
import { day, instant, text } from '../../machines/facts.ts'
import { CandourError } from '../errors.ts'
import type { DataKey, StoredRecord } from '../ports.ts'
import { canonical } from './canonical.ts'
import { leafHash, NO_LEAF, openBytes, sealBytes } from './seal.ts'

const CONTEXT = 'candour/book/v1\0'
const NONCE = 32

const id = z.string().min(1).max(100)
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Why somebody is erased. */
export const BASES = ['asked-by-person', 'past-its-time', 'kept-in-error', 'ordered'] as const

/** What is done with records and is not in them: sealed for the clinic, since it outlives them. */
export const bookAct = z.discriminatedUnion('type', [
  /** Records that a dispute or a regulator needs: nothing of the person is erased meanwhile. */
  z.strictObject({ type: z.literal('hold'), person: id, reason: text }),
  z.strictObject({ type: z.literal('lift'), person: id, reason: text }),
  /** Kept, and used for nothing else, while they may not be erased yet. */
  z.strictObject({ type: z.literal('restrict'), person: id, reason: text }),
  z.strictObject({ type: z.literal('unrestrict'), person: id, reason: text }),
  z.strictObject({ type: z.literal('ask-erasure'), person: id, basis: z.enum(BASES) }),
  z.strictObject({ type: z.literal('drop-erasure'), request: z.int(), reason: text }),
  /** On record before the first key is destroyed, so that a crash cannot lose it half done. */
  z.strictObject({
    type: z.literal('erase'),
    request: z.int(),
    person: id,
    alone: z.boolean(),
    consultations: z.array(z.strictObject({ id, records: z.int().positive() })).min(1),
    /** When the last copy of the keys ends that can still hold these; absent: there is none. */
    copiesUntil: instant.optional(),
  }),
  /** A copy that went out. It is listed at an erasure; nobody can call it back. */
  z.strictObject({
    type: z.literal('gave'),
    person: id,
    consultation: id.optional(),
    what: z.enum(['access', 'pack', 'receipt', 'summary']),
    way: text,
    digest: hash,
    /** Only those who may read restricted records may know that there was such a file. */
    stream: z.literal('restricted').optional(),
  }),
  /** An older state was put back: what was signed before and is not there any more. */
  z.strictObject({
    type: z.literal('restored'),
    had: z.int().nonnegative(),
    has: z.int().nonnegative(),
    checkpoint: z.string().max(20_000),
  }),
])

export const bookEntry = z.strictObject({
  schema: z.literal('candour/book@1'),
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
  act: bookAct,
})

export type BookAct = z.infer<typeof bookAct>
export type BookEntry = z.infer<typeof bookEntry>

/** The clinic's own book is a stream like any other, and its leaves are in the same log. */
export const bookOf = (clinic: string): string => `${clinic}/book`

/** As `seal` of a consultation's record, in another context: neither opens as the other. */
export function sealEntry(
  entry: BookEntry,
  key: DataKey,
  nonce: Uint8Array,
  iv: Uint8Array,
): StoredRecord {
  if (nonce.length !== NONCE) throw new RangeError(`A nonce has ${NONCE} bytes`)
  const { log, recordId, seq } = bookEntry.parse(entry)
  const bytes = new TextEncoder().encode(canonical(entry))
  const sealed = sealBytes(Buffer.concat([nonce, bytes]), key, CONTEXT + recordId, iv)
  return { stream: 'open', seq, recordId, leaf: leafOf(log, recordId, nonce, bytes), sealed }
}

/** Opens the book from its first page on. Throws at the first that does not hold. */
export function openBook(
  records: readonly StoredRecord[],
  clinic: string,
  keyOf: (id: string) => DataKey | undefined,
): readonly BookEntry[] {
  let prev = NO_LEAF
  return records.map((record, seq) => {
    const key = keyOf(record.sealed.key)
    if (!key) throw new CandourError('evidence/no-key', { record: record.recordId })
    const entry = openEntry(record, key)
    const follows = entry.seq === seq && entry.prev === prev && record.seq === seq
    if (!follows || entry.log !== clinic)
      throw new CandourError('evidence/broken-chain', { book: clinic, seq })
    prev = leafHash(record.leaf)
    return entry
  })
}

function openEntry({ recordId, sealed, leaf }: StoredRecord, key: DataKey): BookEntry {
  const opened = openBytes(sealed, key, CONTEXT + recordId)
  const bytes = opened.subarray(NONCE)
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  const entry = bookEntry.parse(JSON.parse(text))
  const again = leafOf(entry.log, recordId, opened.subarray(0, NONCE), bytes)
  if (leaf !== again || canonical(entry) !== text || entry.recordId !== recordId)
    throw new CandourError('evidence/wrong-commitment', { record: recordId, what: 'book' })
  return entry
}

function leafOf(log: string, recordId: string, nonce: Uint8Array, bytes: Uint8Array): string {
  const commit = createHmac('sha256', nonce).update(CONTEXT).update(bytes).digest('hex')
  return canonical({ schema: 'candour/leaf@1', log, recordId, commit })
}
