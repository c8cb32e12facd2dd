import type { Actor } from '../machines/commands.ts'
import { dayOf, type Day } from '../machines/time.ts'
import type { Parts } from './case.ts'
import { CandourError } from './errors.ts'
import {
  type Access,
  accessOf,
  type AccessEntry,
  openAccess,
  sealAccess,
} from './evidence/access.ts'
import { createRecordIds } from './evidence/record-ids.ts'
import { leafHash, NO_LEAF } from './evidence/seal.ts'
import { notBefore } from './moment.ts'
import type { DataKey, StoredRecord } from './ports.ts'
import type { Place } from './visitors.ts'

const TRIES = 5

/** Who of the clinic read what, or tried to: a stream of the clinic's own, beside the consultations. */
export interface Reads {
  /** Durable when it resolves: nothing is shown before. */
  note(by: Actor, access: Access): Promise<void>
  /** Those of one month, the latest last. */
  of(day: Day): Promise<readonly AccessEntry[]>
}

type ReadsParts = Pick<Parts, 'store' | 'keys' | 'chance' | 'clocks' | 'gap'>
type Writing = ReadsParts & { readonly recordId: () => string }
type Whose = Pick<Place, 'clinic' | 'mode'>

/** The end of the stream that is written to now. */
interface End {
  readonly stream: string
  readonly seq: number
  readonly leaf: string
  readonly last?: AccessEntry
}

export function createReads(given: ReadsParts, place: Whose): Reads {
  const parts = { ...given, recordId: createRecordIds(given.chance) }
  let known: End | undefined

  async function append(all: readonly Note[]): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const stream = accessOf(place.clinic, dayOf(parts.clocks.wall()))
      const end = known?.stream === stream ? known : await endOf(parts, place, stream)
      const { records, end: next } = await written(parts, place, end, all)
      known = undefined
      if (records.length > 0 && !(await kept(parts, place, end, records))) continue
      known = next
      return
    }
    throw new CandourError('store/conflict', { tries: TRIES })
  }

  const note = together(append)
  return {
    // Where records are missing nothing is added, and what is there can still be read.
    note: (by, access) => (parts.gap ? Promise.resolve() : note(by, access)),
    of: (day) => entriesOf(parts, place, accessOf(place.clinic, day)),
  }
}

interface Note {
  readonly by: Actor
  readonly access: Access
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** As many are written at once, at most. */
const MOST = 100

/** They stand in one chain, so what comes while some are written is written after them, together. */
function together(append: (all: readonly Note[]) => Promise<void>): Reads['note'] {
  let waiting: Note[] = []
  let writing = false
  const write = async () => {
    writing = true
    while (waiting.length > 0) {
      const now = waiting.slice(0, MOST)
      waiting = waiting.slice(MOST)
      await append(now).then(
        () => now.forEach(({ resolve }) => resolve()),
        (error: unknown) => now.forEach(({ reject }) => reject(error)),
      )
    }
    writing = false
  }
  return (by, access) =>
    new Promise((resolve, reject) => {
      waiting.push({ by, access, resolve, reject })
      if (!writing) void write()
    })
}

async function kept(
  { store }: ReadsParts,
  { clinic }: Whose,
  { stream, seq }: End,
  records: readonly StoredRecord[],
): Promise<boolean> {
  const whose = { consultation: stream, clinic, person: clinic }
  const nothing = { sittings: [], ended: [], activities: [], links: [] }
  const expect = { open: seq, restricted: 0 }
  return (await store.commit({ ...whose, expect, records, ...nothing })) === 'committed'
}

async function endOf(parts: ReadsParts, place: Whose, stream: string): Promise<End> {
  const records = await parts.store.load(stream)
  const last = (await opened(parts, place, records)).at(-1)
  const leaf = records.at(-1)?.leaf
  const prev = leaf === undefined ? NO_LEAF : leafHash(leaf)
  return { stream, seq: records.length, leaf: prev, ...(last ? { last } : {}) }
}

async function entriesOf(parts: ReadsParts, place: Whose, stream: string) {
  return opened(parts, place, await parts.store.load(stream))
}

async function opened({ keys }: ReadsParts, { clinic }: Whose, records: readonly StoredRecord[]) {
  const ids = [...new Set(records.map(({ sealed }) => sealed.key))]
  const found = await Promise.all(ids.map(async (id) => [id, await keys.find(id)] as const))
  const byId = new Map<string, DataKey | undefined>(found)
  return openAccess(records, clinic, (id) => byId.get(id))
}

/** Each after the one before. What cannot be put down is refused alone, and keeps no other from it. */
async function written(parts: Writing, place: Whose, end: End, all: readonly Note[]) {
  const key = await parts.keys.stream(place.clinic, end.stream, 'open')
  const records: StoredRecord[] = []
  let last = end
  for (const { by, access, reject } of all) {
    try {
      const { record, entry } = page(parts, place, key, last, by, access)
      records.push(record)
      last = { ...last, seq: last.seq + 1, leaf: leafHash(record.leaf), last: entry }
    } catch (error) {
      reject(error)
    }
  }
  return { records, end: last }
}

function page(
  { chance, clocks, recordId }: Writing,
  { clinic, mode }: Whose,
  key: DataKey,
  { seq, leaf, last }: End,
  by: Actor,
  access: Access,
) {
  const recordedAt = notBefore(clocks.wall(), last?.recordedAt)
  const entry: AccessEntry = {
    ...{ schema: 'candour/access@1', log: clinic, recordId: recordId(), seq, prev: leaf, mode },
    ...{ at: notBefore(clocks.clock(), last?.at), recordedAt, recordedOn: dayOf(recordedAt) },
    ...{ clockOffset: clocks.offset(), by, access },
  }
  const plain = JSON.parse(JSON.stringify(entry)) as AccessEntry
  return { entry: plain, record: sealAccess(plain, key, chance.bytes(32), chance.bytes(12)) }
}
