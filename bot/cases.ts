import type { Consultation } from '../machines/contract.ts'
import { type Case, NO_HEADS, type Parts, type Step } from './case.ts'
import { CandourError } from './errors.ts'
import type { Payload } from './evidence/record.ts'
import { sealTurn } from './evidence/seal-turn.ts'
import type { Committed, StoredRecord, UnsealedTurn } from './ports.ts'
import { createKnownSittings, type KnownSittings } from './known-sittings.ts'
import { createOpened } from './opened.ts'
import { readAll, rebuilt } from './reading.ts'
import { createDrafts } from './sealing.ts'
import { canWait } from './stop-only.ts'

/** Consultations kept ready. */
const KEPT = 2000

/** What a turn writes besides its records. */
export type Rest = Pick<UnsealedTurn, 'key' | 'sittings' | 'ended' | 'activities' | 'links'>

export interface Checked {
  readonly payloads: readonly Payload[]
  readonly records: readonly StoredRecord[]
  readonly fault?: string
}

/** Consultations as they stand: read by replay, kept while used, written with their evidence. */
export interface Cases {
  /** As it is now, whoever wrote to it last. */
  find(id: string): Promise<Case | undefined>
  /**
   * The same without asking the store, if it is kept ready: for a turn, whose commit finds out
   * whether another instance has written to it since.
   */
  recall(id: string): Promise<Case | undefined>
  /** Who talks, and how far the talk has come. */
  readonly sittings: Pick<KnownSittings, 'recall' | 'forget'>
  /** Commits the steps, sealed, with all else that the turn writes. */
  commit(
    before: Case | undefined,
    steps: readonly Step[],
    rest: () => Promise<Rest>,
  ): Promise<{ readonly result: Committed; readonly after: Case }>
  /** Every record of both streams, opened. */
  payloads(id: string): Promise<readonly Payload[]>
  /** The same, with their leaves and the first fault that a fresh check found. */
  checked(id: string): Promise<Checked>
  /** Nothing of it is kept ready any more. */
  forget(id: string): void
  /** Tells of each consultation that is written here, and of `undefined` when one is forgotten. */
  watch(hear: (written: Consultation | undefined) => void): void
}

export function createCases(parts: Parts): Cases {
  const { store } = parts
  const drafts = createDrafts(parts)
  const kept = createKept()
  const opened = createOpened()
  const sittings = createKnownSittings(store)
  const watchers: ((written: Consultation | undefined) => void)[] = []
  const read = async (id: string) => kept.set(await replayed(parts, id))
  return {
    sittings,
    async find(id) {
      const known = kept.get(id)
      return known && (await isCurrent(store, known)) ? known : read(id)
    },
    recall: async (id) => kept.get(id) ?? read(id),
    async commit(before, steps, rest) {
      const { turn, ...settled } = await turnOf(drafts, before, steps, rest)
      const { result, heads } = await sealedBy(store, turn)
      const after = { ...settled.after, heads }
      if (result === 'committed') {
        sittings.committed(turn)
        kept.set(after)
        watchers.forEach((hear) => hear(after.now))
      } else if (result === 'conflict') kept.delete(after.now.id)
      return { result, after }
    },
    payloads: async (id) => readAll(parts, await store.load(id), opened.of(id)),
    checked: async (id) => check(parts, await store.load(id)),
    forget(id) {
      kept.delete(id)
      opened.forget(id)
      sittings.forgetConsultation(id)
      watchers.forEach((hear) => hear(undefined))
    },
    watch: (hear) => void watchers.push(hear),
  }
}

async function replayed(parts: Parts, id: string): Promise<Case | undefined> {
  const records = await parts.store.load(id)
  if (records.length === 0 || (await parts.store.wasErased(id))) return undefined
  return rebuilt(parts, await readAll(parts, records), records)
}

/** Where nobody else writes, what is kept ready is what there is. */
async function isCurrent(store: Parts['store'], { now, heads }: Case): Promise<boolean> {
  if (!store.shared) return true
  const [{ open, restricted }, erased] = await Promise.all([
    store.heads(now.id),
    store.wasErased(now.id),
  ])
  return !erased && open === heads.open.seq && restricted === heads.restricted.seq
}

async function turnOf(
  drafts: ReturnType<typeof createDrafts>,
  before: Case | undefined,
  steps: readonly Step[],
  rest: () => Promise<Rest>,
): Promise<{ turn: UnsealedTurn; after: Omit<Case, 'heads'> }> {
  const { records, ...stamped } = await drafts(before, steps)
  const last = steps.at(-1)?.advanced
  const now = last?.next ?? before?.now
  if (!now) throw new Error('a turn needs a consultation')
  const turn: UnsealedTurn = {
    ...{ consultation: now.id, clinic: now.clinic, person: now.person, records },
    heads: before?.heads ?? NO_HEADS,
    ...(await rest()),
    ...(last?.open ? { due: last.due ?? null } : {}),
    ...(canWait(steps) ? { canWait: true } : {}),
  }
  return { turn, after: { now, ...stamped } }
}

/** Beside the program, where the store has a thread for that. */
async function sealedBy(store: Parts['store'], unsealed: UnsealedTurn) {
  if (store.commitUnsealed) return store.commitUnsealed(unsealed)
  const { turn, heads } = sealTurn(unsealed)
  return { result: await store.commit(turn), heads }
}

async function check(parts: Parts, records: readonly StoredRecord[]): Promise<Checked> {
  try {
    const payloads = await readAll(parts, records)
    await rebuilt(parts, payloads, records)
    return { payloads, records }
  } catch (error) {
    if (!(error instanceof CandourError)) throw error
    return { payloads: [], records, fault: error.code }
  }
}

/** The ones used last. */
function createKept() {
  const kept = new Map<string, Case>()
  return {
    get: (id: string) => kept.get(id),
    delete: (id: string) => kept.delete(id),
    set<one extends Case | undefined>(one: one): one {
      if (!one) return one
      kept.delete(one.now.id)
      kept.set(one.now.id, one)
      const oldest = kept.keys().next()
      if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value)
      return one
    },
  }
}
