import { z } from 'zod'
import type { DataKey, StoredRecord } from '../ports.ts'
import { canonical } from './canonical.ts'

/** What is left to check of records whose keys were destroyed. Nothing that seals is imported. */
export type ErasedCheck =
  | { readonly ok: true; readonly records: number }
  | { readonly ok: false; readonly seq: number; readonly stream: string; readonly detail: string }

const leafSchema = z.strictObject({
  schema: z.literal('candour/leaf@1'),
  log: z.string(),
  recordId: z.string(),
  commit: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * Each leaf is a leaf, as many are there as were erased, none of them twice, and no key opens
 * one. That they are the same leaves as before is for the log to show.
 */
export async function checkErased(
  records: readonly StoredRecord[],
  log: string,
  count: number,
  findKey: (id: string) => Promise<DataKey | undefined>,
): Promise<ErasedCheck> {
  for (const [at, record] of records.entries()) {
    const before = records[at - 1]
    const next = before?.stream === record.stream ? before.seq + 1 : 0
    const detail =
      (record.seq === next ? undefined : `expected ${next} here`) ??
      leafFault(record, log) ??
      ((await findKey(record.sealed.key))
        ? 'its key is there again: start Candour once, which destroys it again'
        : undefined)
    if (detail) return { ok: false, seq: record.seq, stream: record.stream, detail }
  }
  if (records.length === count) return { ok: true, records: count }
  const { seq, stream } = records.at(-1) ?? { seq: 0, stream: 'open' }
  return { ok: false, seq, stream, detail: `${count} were erased, ${records.length} are here` }
}

function leafFault({ leaf, recordId }: StoredRecord, log: string): string | undefined {
  try {
    const read = leafSchema.parse(JSON.parse(leaf))
    if (canonical(read) === leaf && read.recordId === recordId && read.log === log) return undefined
  } catch {
    // Said below.
  }
  return 'it is not the leaf of this record'
}
