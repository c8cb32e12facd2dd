import type { Advanced, Consultation, RecordDraft } from '../machines/contract.ts'
import { dayOf, type Instant } from '../machines/time.ts'
import { CandourError } from './errors.ts'
import { checkChain } from './evidence/chain.ts'
import type { Payload, Shown } from './evidence/record.ts'
import { leafHash, NO_LEAF, seal, unseal } from './evidence/seal.ts'
import type { Chance, Clocks, Keys, Store, StoredRecord, Stream, Turn } from './ports.ts'
import { replay } from './replay.ts'
import type { Words } from './words.ts'

/** A consultation with the heads of its two streams. */
export interface Case {
  readonly now: Consultation
  readonly heads: Readonly<Record<Stream, { readonly seq: number; readonly leaf: string }>>
  /** The words that it began with, and keeps. */
  readonly words: Words
  /** When its last record was written, by the wall. */
  readonly recordedAt: Instant
}

/** One step of a turn: what `advance` gave, and the words that were put before somebody. */
export interface Step {
  readonly advanced: Advanced
  readonly shown: readonly Shown[]
  /** What only the restricted record may say was shown. */
  readonly shownApart?: readonly Shown[]
}

export interface Parts {
  readonly store: Store
  readonly keys: Keys
  readonly clocks: Clocks
  readonly chance: Chance
  /** What new consultations begin with. */
  readonly words: Words
  /** The words of an earlier bundle, by its digest. */
  readonly library?: (digest: string) => Promise<Words | undefined>
}

export const ENGINE = 'candour@0.1.0'
const NO_HEADS: Case['heads'] = {
  open: { seq: 0, leaf: NO_LEAF },
  restricted: { seq: 0, leaf: NO_LEAF },
}
/** Consultations kept ready; the store's heads say whether one is still true. */
const KEPT = 2000

export type Cases = ReturnType<typeof createCases>

/** Consultations as they stand: read by replay, kept while they are used, written with their evidence. */
export function createCases(parts: Parts) {
  const kept = new Map<string, Case>()

  async function find(id: string): Promise<Case | undefined> {
    const known = kept.get(id)
    if (known) return known
    const records = await parts.store.load(id)
    if (records.length === 0) return undefined
    const loaded = await rebuilt(parts, await readAll(parts, records), records)
    keep(loaded)
    return loaded
  }

  function keep(one: Case): void {
    kept.delete(one.now.id)
    kept.set(one.now.id, one)
    const oldest = kept.keys().next()
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value)
  }

  /** Seals the steps and commits them with all else that the turn writes. */
  async function commit(
    before: Case | undefined,
    steps: readonly Step[],
    rest: (next: Case) => Promise<Pick<Turn, 'key' | 'sittings' | 'ended' | 'activities' | 'links'>>,
  ): Promise<{ readonly result: 'committed' | 'conflict' | 'repeated'; readonly after: Case }> {
    const heads = before?.heads ?? NO_HEADS
    const sealed = await sealAll(parts, before, steps)
    const now = steps.at(-1)?.advanced.next ?? before?.now
    if (!now) throw new Error('a turn needs a consultation')
    const after = { now, heads: sealed.heads, words: sealed.words, recordedAt: sealed.recordedAt }
    const due = steps.length > 0 ? (steps.at(-1)?.advanced.due ?? null) : undefined
    const result = await parts.store.commit({
      ...{ consultation: now.id, clinic: now.clinic, person: now.person },
      expect: { open: heads.open.seq, restricted: heads.restricted.seq },
      ...{ records: sealed.records, ...(await rest(after)) },
      ...(due === undefined ? {} : { due }),
    })
    if (result === 'committed') keep(after)
    else kept.delete(now.id)
    return { result, after }
  }

  return {
    ...{ find, commit },
    /** Every record of both streams, opened. */
    payloads: async (id: string) => readAll(parts, await parts.store.load(id)),
    /** The same, with their leaves and the first fault that a fresh check found. */
    async checked(id: string): Promise<Checked> {
      const records = await parts.store.load(id)
      try {
        const payloads = await readAll(parts, records)
        await rebuilt(parts, payloads, records)
        return { payloads, records }
      } catch (error) {
        if (!(error instanceof CandourError)) throw error
        return { payloads: [], records, fault: error.code }
      }
    },
  }
}

export interface Checked {
  readonly payloads: readonly Payload[]
  readonly records: readonly StoredRecord[]
  readonly fault?: string
}

async function readAll(parts: Parts, records: readonly StoredRecord[]): Promise<Payload[]> {
  const payloads: Payload[] = []
  for (const record of records) {
    const key = await parts.keys.find(record.sealed.key)
    if (!key) throw new CandourError('evidence/no-key', { record: record.recordId })
    payloads.push(unseal(record, key))
  }
  return payloads
}

async function rebuilt(
  parts: Parts,
  payloads: readonly Payload[],
  records: readonly StoredRecord[],
): Promise<Case> {
  const heads = { ...NO_HEADS }
  for (const stream of ['open', 'restricted'] as const) {
    const last = records.filter((one) => one.stream === stream).at(-1)
    if (last) heads[stream] = { seq: last.seq + 1, leaf: leafHash(last.leaf) }
  }
  checkChains(payloads, records)
  const words = await wordsOf(parts, payloads)
  const replayed = replay(words.house, payloads)
  if (!replayed.ok || !replayed.consultation) {
    const why = replayed.ok ? { detail: 'nothing' } : { seq: replayed.seq, detail: replayed.detail }
    throw new CandourError('evidence/replay-differs', why)
  }
  const recordedAt = payloads.reduce((at, one) => later(at, one.recordedAt), '' as Instant)
  return { now: replayed.consultation, heads, words, recordedAt }
}

async function wordsOf(parts: Parts, payloads: readonly Payload[]): Promise<Words> {
  const content = payloads[0]?.digests.content
  if (content === undefined || content === parts.words.catalogue.digest) return parts.words
  const found = await parts.library?.(content)
  if (!found) throw new CandourError('content/not-kept', { digest: content })
  return found
}

function checkChains(payloads: readonly Payload[], records: readonly StoredRecord[]): void {
  const links = payloads.map((payload, at) => ({ payload, leaf: records[at]?.leaf ?? '' }))
  const consultation = payloads[0]?.consultation ?? ''
  const open = links.filter(({ payload }) => payload.stream === 'open')
  const restricted = links.filter(({ payload }) => payload.stream === 'restricted')
  checkChain(open, { consultation, stream: 'open' })
  checkChain(restricted, { consultation, stream: 'restricted', open })
}

async function sealAll(parts: Parts, before: Case | undefined, steps: readonly Step[]) {
  const heads = { ...(before?.heads ?? NO_HEADS) }
  const records: StoredRecord[] = []
  const words = before?.words ?? parts.words
  const recordedAt = notBefore(parts.clocks.wall(), before?.recordedAt)
  const add = async (stream: Stream, next: Consultation, draft: RecordDraft, shown: readonly Shown[]) => {
    const { seq, leaf: prev } = heads[stream]
    const head = { seq: heads.open.seq - 1, leaf: heads.open.leaf }
    const where = { stream, seq, prev, ...(stream === 'restricted' ? { head } : {}) }
    const payload = plain({ ...stamp(parts, words, next, recordedAt), ...where, ...draft, shown })
    const key = await parts.keys.stream(next.person, next.id, stream)
    const sealed = seal(payload, key, parts.chance.bytes(32), parts.chance.bytes(12))
    records.push(sealed)
    heads[stream] = { seq: seq + 1, leaf: leafHash(sealed.leaf) }
  }
  for (const { advanced, shown, shownApart = [] } of steps) {
    await add('open', advanced.next, advanced.open, shown)
    if (advanced.restricted) await add('restricted', advanced.next, advanced.restricted, shownApart)
  }
  return { records, heads, words, recordedAt }
}

function stamp({ clocks, chance }: Parts, words: Words, next: Consultation, recordedAt: Instant) {
  return {
    ...{ schema: 'candour/record@1' as const, log: next.clinic, recordId: chance.id() },
    ...{ consultation: next.id, mode: next.mode, recordedAt, recordedOn: dayOf(recordedAt) },
    clockOffset: clocks.offset(),
    digests: {
      ...{ content: words.catalogue.digest, journey: next.journey, engine: ENGINE },
      pathways: [...new Set([...next.open, ...next.closed].map(({ pathway }) => pathway))].sort(),
    },
  }
}

const later = (one: Instant, other: Instant): Instant => (one < other ? other : one)

/** How far a clock may be behind the last record before nothing that it says is believed. */
const TOLERATED = 2000

/** Time on record never goes back: a little is waited out, more is a clock that nobody may trust. */
export function notBefore(at: Instant, last: Instant | undefined): Instant {
  if (!last || at >= last) return at
  if (Date.parse(last) - Date.parse(at) > TOLERATED) {
    throw new CandourError('clock/went-back', { given: last, clock: at })
  }
  return last
}

/** Members that are undefined are not there. */
function plain(payload: unknown): Payload {
  return JSON.parse(JSON.stringify(payload)) as Payload
}
