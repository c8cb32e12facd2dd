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
import { leafHash, NO_LEAF } from './evidence/seal.ts'
import { createLanes } from './lanes.ts'
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
type Whose = Pick<Place, 'clinic' | 'mode'>

/** The end of the stream that is written to now. */
interface End {
  readonly stream: string
  readonly seq: number
  readonly leaf: string
  readonly last?: AccessEntry
}

export function createReads(parts: ReadsParts, place: Whose): Reads {
  const inLane = createLanes()
  let known: End | undefined

  async function append(by: Actor, access: Access): Promise<void> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const stream = accessOf(place.clinic, dayOf(parts.clocks.wall()))
      const end = known?.stream === stream ? known : await endOf(parts, place, stream)
      const { record, entry } = await written(parts, place, end, by, access)
      known = undefined
      if (!(await kept(parts, place, end, record))) continue
      known = { stream, seq: end.seq + 1, leaf: leafHash(record.leaf), last: entry }
      return
    }
    throw new CandourError('store/conflict', { tries: TRIES })
  }

  return {
    // Where records are missing nothing is added, and what is there can still be read.
    note: (by, access) =>
      parts.gap ? Promise.resolve() : inLane(place.clinic, () => append(by, access)),
    of: (day) => entriesOf(parts, place, accessOf(place.clinic, day)),
  }
}

async function kept({ store }: ReadsParts, { clinic }: Whose, end: End, record: StoredRecord) {
  const whose = { consultation: end.stream, clinic, person: clinic }
  const nothing = { sittings: [], ended: [], activities: [], links: [] }
  const expect = { open: end.seq, restricted: 0 }
  return (await store.commit({ ...whose, expect, records: [record], ...nothing })) === 'committed'
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

async function written(
  { keys, chance, clocks }: ReadsParts,
  { clinic, mode }: Whose,
  { stream, seq, leaf, last }: End,
  by: Actor,
  access: Access,
) {
  const recordedAt = notBefore(clocks.wall(), last?.recordedAt)
  const entry: AccessEntry = {
    ...{ schema: 'candour/access@1', log: clinic, recordId: chance.id(), seq, prev: leaf, mode },
    ...{ at: notBefore(clocks.clock(), last?.at), recordedAt, recordedOn: dayOf(recordedAt) },
    ...{ clockOffset: clocks.offset(), by, access },
  }
  const plain = JSON.parse(JSON.stringify(entry)) as AccessEntry
  const key = await keys.stream(clinic, stream, 'open')
  return { entry: plain, record: sealAccess(plain, key, chance.bytes(32), chance.bytes(12)) }
}
