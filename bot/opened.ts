import { timingSafeEqual } from 'node:crypto'
import type { Payload } from './evidence/record.ts'
import { unseal } from './evidence/seal.ts'
import type { DataKey, StoredRecord } from './ports.ts'

/** Consultations of which what was opened is kept. */
const MOST = 100

export type Open = (record: StoredRecord, key: DataKey) => Payload

interface Opened {
  readonly record: StoredRecord
  readonly payload: Payload
}

/**
 * Opens the records of consultations that are looked at again and again, as while a decision is
 * taken. Only the very bytes that were opened before are not opened again, and only for whoever
 * still has their key: what was changed in the store is found out as ever.
 */
export function createOpened() {
  const kept = new Map<string, Map<string, Opened>>()
  return {
    of(consultation: string): Open {
      const known = kept.get(consultation) ?? new Map<string, Opened>()
      kept.delete(consultation)
      kept.set(consultation, known)
      const oldest = kept.keys().next()
      if (kept.size > MOST && !oldest.done) kept.delete(oldest.value)
      return (record, key) => {
        const before = known.get(record.recordId)
        if (before && isSame(before.record, record)) return before.payload
        const payload = unseal(record, key)
        known.set(record.recordId, { record, payload })
        return payload
      }
    },
    forget: (consultation: string) => void kept.delete(consultation),
  }
}

function isSame(one: StoredRecord, other: StoredRecord): boolean {
  const place = one.leaf === other.leaf && one.stream === other.stream && one.seq === other.seq
  const { sealed: mine } = one
  const { sealed: theirs } = other
  return (
    place &&
    mine.key === theirs.key &&
    areSame(mine.iv, theirs.iv) &&
    areSame(mine.body, theirs.body)
  )
}

const areSame = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && timingSafeEqual(one, other)
