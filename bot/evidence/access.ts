import { z } from 'zod'
import type { Day } from '../../machines/contract.ts'
import type { DataKey, StoredRecord } from '../ports.ts'
import { id, type Kind, openPages, pageHead, sealPage } from './pages.ts'

/** What there is of a consultation to be read, or to be tried. */
export const PARTS = [
  ...(['consultation', 'record', 'drawing', 'written-information'] as const),
  ...(['act', 'link', 'keeping', 'pack', 'summary', 'emergency'] as const),
] as const

export const access = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('read'),
    part: z.enum(PARTS),
    consultation: id,
    /** Why it was shown, or that it was not. */
    how: z.enum(['theirs', 'in-emergency', 'refused']),
  }),
  /** What a search showed; not what was typed. */
  z.strictObject({ type: z.literal('search'), found: z.array(id).max(1000) }),
  /** The counts of the whole clinic. */
  z.strictObject({ type: z.literal('counts') }),
  /** Who read what: of everybody, of one member of staff, or of one consultation. */
  z.strictObject({
    ...{ type: z.literal('accesses') },
    ...{ staff: id.optional(), consultation: id.optional() },
  }),
  /** A page that is not for the role they were in. */
  z.strictObject({ type: z.literal('not-for-role'), route: id, consultation: id.optional() }),
])

export const accessEntry = z.strictObject({
  schema: z.literal('candour/access@1'),
  ...pageHead,
  access,
})

export type Access = z.infer<typeof access>
export type AccessEntry = z.infer<typeof accessEntry>

const ACCESS: Kind<AccessEntry> = { context: 'candour/access/v1\0', schema: accessEntry }

const folder = (clinic: string): string => `${clinic}/access/`

/** A stream for each month: what is too old to be of use goes with its key, and nothing else with it. */
export const accessOf = (clinic: string, day: Day): string => folder(clinic) + day.slice(0, 7)

export const isAccess = (clinic: string, stream: string): boolean =>
  stream.startsWith(folder(clinic))

export const sealAccess = (entry: AccessEntry, key: DataKey, nonce: Uint8Array, iv: Uint8Array) =>
  sealPage(ACCESS, entry, key, nonce, iv)

export const openAccess = (
  records: readonly StoredRecord[],
  clinic: string,
  keyOf: (id: string) => DataKey | undefined,
): readonly AccessEntry[] => openPages(ACCESS, records, clinic, keyOf)
