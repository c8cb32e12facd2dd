import type { Actor } from '../machines/commands.ts'
import { dayOf } from '../machines/time.ts'
import type { Parts } from './case.ts'
import { CandourError } from './errors.ts'
import { type BookAct, type BookEntry, bookOf, openBook, sealEntry } from './evidence/book.ts'
import { leafHash, NO_LEAF } from './evidence/seal.ts'
import { createLanes } from './lanes.ts'
import { notBefore } from './moment.ts'
import type { DataKey, StoredRecord } from './ports.ts'
import type { Place } from './visitors.ts'

/** The clinic's own book. Whatever is written stays, also when those it is about are erased. */
export interface Book {
  /** Has its key made before anything else: a copy of the keys without it would lose the book. */
  begin(): Promise<void>
  entries(): Promise<readonly BookEntry[]>
  /** Durable when it resolves. `decide` sees the book as it is when the entry is made. */
  add<why>(
    by: Actor,
    decide: (entries: readonly BookEntry[]) => BookAct | { readonly refused: why },
  ): Promise<BookEntry | { readonly refused: why }>
}

type BookParts = Pick<Parts, 'store' | 'keys' | 'chance' | 'clocks'>

interface Pages {
  readonly records: readonly StoredRecord[]
  readonly entries: readonly BookEntry[]
}

export function createBook(parts: BookParts, place: Pick<Place, 'clinic' | 'mode'>): Book {
  const inLane = createLanes()
  const { store } = parts
  const id = bookOf(place.clinic)
  let known: Pages = { records: [], entries: [] }
  let read = false

  /** Where nobody else writes in it, it is as it was read until this writes. */
  async function pages(): Promise<Pages> {
    if (read && !store.shared) return known
    const { open } = await store.heads(id)
    if (open !== known.records.length) {
      const records = await store.load(id)
      known = { records, entries: openBook(records, place.clinic, await keysOf(parts, records)) }
    }
    read = true
    return known
  }

  return {
    begin: async () => void (await parts.keys.stream(place.clinic, id, 'open')),
    entries: async () => (await pages()).entries,
    add: (by, decide) =>
      inLane(id, async () => {
        for (let tries = 0; tries < TRIES; tries += 1) {
          const before = await pages()
          const act = decide(before.entries)
          if ('refused' in act) return act
          const { record, entry } = await written(parts, place, before, by, act)
          read = false
          if (await isKept(store, place.clinic, before, record)) return entry
        }
        throw new CandourError('store/conflict', { book: id, tries: TRIES })
      }),
  }
}

/** Where several instances write in it, the page that was meant may be taken. */
const TRIES = 20

async function isKept(
  store: BookParts['store'],
  clinic: string,
  { records }: Pages,
  record: StoredRecord,
): Promise<boolean> {
  const done = await store.commit({
    ...{ consultation: bookOf(clinic), clinic, person: clinic, records: [record] },
    ...{ expect: { open: records.length, restricted: 0 } },
    ...{ sittings: [], ended: [], activities: [], links: [] },
  })
  return done === 'committed'
}

async function keysOf({ keys }: BookParts, records: readonly StoredRecord[]) {
  const ids = [...new Set(records.map(({ sealed }) => sealed.key))]
  const found = await Promise.all(ids.map(async (id) => [id, await keys.find(id)] as const))
  const byId = new Map<string, DataKey | undefined>(found)
  return (id: string) => byId.get(id)
}

async function written(
  { keys, chance, clocks }: BookParts,
  { clinic, mode }: Pick<Place, 'clinic' | 'mode'>,
  { records, entries }: Pages,
  by: Actor,
  act: BookAct,
) {
  const before = entries.at(-1)
  const last = records.at(-1)
  const recordedAt = notBefore(clocks.wall(), before?.recordedAt)
  const entry: BookEntry = {
    ...{ schema: 'candour/book@1', log: clinic, recordId: chance.id(), seq: records.length },
    ...{ prev: last ? leafHash(last.leaf) : NO_LEAF, mode },
    at: notBefore(clocks.clock(), before?.at),
    ...{ recordedAt, recordedOn: dayOf(recordedAt), clockOffset: clocks.offset(), by, act },
  }
  const plain = JSON.parse(JSON.stringify(entry)) as BookEntry
  const key = await keys.stream(clinic, bookOf(clinic), 'open')
  return { entry: plain, record: sealEntry(plain, key, chance.bytes(32), chance.bytes(12)) }
}
