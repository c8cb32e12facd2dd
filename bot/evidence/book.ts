import { z } from 'zod'
import { instant, text } from '../../machines/facts.ts'
import type { DataKey, StoredRecord } from '../ports.ts'
import { hash, id, type Kind, openPages, pageHead, sealPage } from './pages.ts'

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
  /** A clinician read what is not theirs, and said why first. Somebody looks into each. */
  z.strictObject({
    type: z.literal('opened-in-emergency'),
    person: id,
    consultation: id,
    reason: text,
    until: instant,
  }),
  z.strictObject({ type: z.literal('looked-into'), entry: z.int().nonnegative() }),
])

export const bookEntry = z.strictObject({
  schema: z.literal('candour/book@1'),
  ...pageHead,
  act: bookAct,
})

export type BookAct = z.infer<typeof bookAct>
export type BookEntry = z.infer<typeof bookEntry>

const BOOK: Kind<BookEntry> = { context: 'candour/book/v1\0', schema: bookEntry }

/** The clinic's own book is a stream like any other, and its leaves are in the same log. */
export const bookOf = (clinic: string): string => `${clinic}/book`

/** As `seal` of a consultation's record, in another context: neither opens as the other. */
export const sealEntry = (entry: BookEntry, key: DataKey, nonce: Uint8Array, iv: Uint8Array) =>
  sealPage(BOOK, entry, key, nonce, iv)

/** Opens the book from its first page on. Throws at the first that does not hold. */
export const openBook = (
  records: readonly StoredRecord[],
  clinic: string,
  keyOf: (id: string) => DataKey | undefined,
): readonly BookEntry[] => openPages(BOOK, records, clinic, keyOf)
