import { join } from 'node:path'
import { isAccess } from '../../bot/evidence/access.ts'
import { bookOf } from '../../bot/evidence/book.ts'
import { createSqliteReader } from '../sqlite/reader.ts'

/** What is in a copy of the evidence. */
export interface Found {
  readonly consultations: number
  /** Of those consultations, in both streams. */
  readonly records: number
  /** The latest checkpoint, and when it was signed. */
  readonly signed?: string
  readonly at?: string
}

export async function lookAt(data: string, clinic: string): Promise<Found> {
  const reader = createSqliteReader({ path: join(data, 'candour.sqlite') })
  try {
    const own = (id: string) => id === bookOf(clinic) || isAccess(clinic, id)
    const ids = reader.consultations().filter((id) => !own(id))
    const records = ids.reduce((sum, id) => sum + reader.load(id).length, 0)
    const { signed, at } = (await reader.log(clinic).head()) ?? {}
    const log = { ...(signed !== undefined && { signed }), ...(at !== undefined && { at }) }
    return { consultations: ids.length, records, ...log }
  } finally {
    reader.close()
  }
}

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** Milliseconds in the largest unit of which there are two, in words: `3 hours`. */
export function age(ms: number): string {
  const [name, size] = UNITS.find(([, one]) => ms >= 2 * one) ?? ['second', 1000]
  const count = Math.max(0, Math.floor(ms / size))
  return `${count} ${name}${count === 1 ? '' : 's'}`
}
