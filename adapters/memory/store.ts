import type { Instant } from '../../machines/contract.ts'
import { CandourError } from '../../bot/errors.ts'
import type {
  Committed,
  LinkRow,
  LogStore,
  Sealed,
  SittingRow,
  Store,
  StoredRecord,
  Turn,
} from '../../bot/ports.ts'
import { createMemoryLog } from './log.ts'

interface Kept {
  readonly clinic: string
  readonly person: string
  readonly due: Instant | null
  readonly records: readonly StoredRecord[]
}

interface Talk {
  readonly row: SittingRow
  readonly activities: Map<number, Sealed>
  readonly replies: Map<string, Sealed>
}

interface State {
  /** Every record, in the order of the commits. */
  readonly records: { readonly clinic: string; readonly record: StoredRecord }[]
  readonly consultations: Map<string, Kept>
  readonly talks: Map<string, Talk>
  readonly ended: Set<string>
  readonly erased: Set<string>
  readonly links: Map<string, LinkRow>
  readonly bundles: Map<string, string>
  offset: number
}

/** Keeps everything until the program ends: for tests, and for trying Candour out. */
export function createMemoryStore(): Store {
  const state: State = {
    records: [],
    consultations: new Map(),
    talks: new Map(),
    ended: new Set(),
    erased: new Set(),
    links: new Map(),
    bundles: new Map(),
    offset: 0,
  }
  const logs = new Map<string, LogStore>()
  return {
    ...ofConsultations(state),
    ...ofSittings(state),
    ...ofLinks(state),
    ...ofTheHouse(state),
    log: (clinic) => {
      const log = logs.get(clinic) ?? createMemoryLog(() => recordsOf(state, clinic))
      logs.set(clinic, log)
      return log
    },
    close: async () => {},
  }
}

type Part<name extends keyof Store> = Pick<Store, name>

function ofConsultations(
  state: State,
): Part<
  'commit' | 'load' | 'heads' | 'consultations' | 'firstRecord' | 'due' | 'erase' | 'wasErased'
> {
  const records = (id: string) => state.consultations.get(id)?.records ?? []
  const entries = () => [...state.consultations].map(([id, kept]) => ({ id, ...kept }))
  return {
    commit: async (turn) => commit(state, turn),
    load: async (id) => [...streamOf(records(id), 'open'), ...streamOf(records(id), 'restricted')],
    heads: async (id) => headsOf(records(id)),
    consultations: async (clinic) =>
      entries()
        .filter(
          ({ id, ...kept }) =>
            kept.clinic === clinic && kept.person !== clinic && !state.erased.has(id),
        )
        .map(({ id, person }) => ({ id, person })),
    firstRecord: async () =>
      entries().find(({ id, person, clinic }) => person !== clinic && !state.erased.has(id))
        ?.records[0],
    erase: async (ids) => ids.forEach((id) => erase(state, id)),
    wasErased: async (id) => state.erased.has(id),
    due: async (at, most) =>
      entries()
        .flatMap(({ id, person, due }) => (due !== null && due <= at ? [{ id, person, due }] : []))
        .sort((a, b) => (a.due < b.due ? -1 : 1))
        .slice(0, most)
        .map(({ id, person }) => ({ id, person })),
  }
}

function ofSittings(
  state: State,
): Part<
  | 'reply'
  | 'sitting'
  | 'sittings'
  | 'sittingsOf'
  | 'idle'
  | 'activities'
  | 'putSitting'
  | 'endSitting'
  | 'wasEnded'
> {
  const rows = () => [...state.talks.values()].map(({ row }) => row)
  return {
    reply: async (id, key) => state.talks.get(id)?.replies.get(key),
    sitting: async (id) => state.talks.get(id)?.row,
    sittings: async (consultation) => rows().filter((row) => row.consultation === consultation),
    sittingsOf: async (person) => rows().filter((row) => row.person === person),
    idle: async (quiet, old) => rows().filter(({ last, began }) => last < quiet || began < old),
    activities: async (id, from) => {
      const all = [...(state.talks.get(id)?.activities ?? [])].sort(([a], [b]) => a - b)
      const first = all.findLast(([n]) => n <= from)?.[0] ?? 0
      return all.map(([n, sealed]) => ({ n, sealed })).filter(({ n }) => n >= first)
    },
    putSitting: async (row) => putSitting(state, row),
    endSitting: async (id) => endSitting(state, id),
    wasEnded: async (id) => state.ended.has(id),
  }
}

function ofTheHouse(state: State): Part<'keepBundle' | 'bundle' | 'offset' | 'moveClock'> {
  return {
    keepBundle: async (digest, text) => {
      if (!state.bundles.has(digest)) state.bundles.set(digest, text)
    },
    bundle: async (digest) => state.bundles.get(digest),
    offset: async () => state.offset,
    moveClock: async (to) => {
      state.offset = Math.max(state.offset, to)
    },
  }
}

function ofLinks(state: State): Part<'link' | 'redeem'> {
  return {
    link: async (hash) => state.links.get(hash),
    redeem: async (hash, at) => {
      const link = state.links.get(hash)
      if (!link || link.expires <= at) return undefined
      state.links.delete(hash)
      return link
    },
  }
}

/** Everything is checked before anything is written, so there is nothing to undo. */
function commit(state: State, turn: Turn): Committed {
  refuseGaps(turn)
  const before = state.consultations.get(turn.consultation)
  if (turn.key && state.talks.get(turn.key.sitting)?.replies.has(turn.key.key)) return 'repeated'
  if (state.erased.has(turn.consultation)) return 'conflict'
  const heads = headsOf(before?.records ?? [])
  if (heads.open !== turn.expect.open || heads.restricted !== turn.expect.restricted)
    return 'conflict'
  if (!sittingsAllow(state, turn)) return 'conflict'
  const { clinic, person, due = before?.due ?? null } = turn
  const records = [...(before?.records ?? []), ...turn.records]
  state.consultations.set(turn.consultation, {
    clinic: before?.clinic ?? clinic,
    person,
    due,
    records,
  })
  const whose = before?.clinic ?? clinic
  turn.records.forEach((record) => state.records.push({ clinic: whose, record }))
  turn.sittings.forEach((row) => putSitting(state, row))
  turn.activities.forEach(({ sitting, n, sealed }) =>
    state.talks.get(sitting)?.activities.set(n, sealed),
  )
  if (turn.key) state.talks.get(turn.key.sitting)?.replies.set(turn.key.key, turn.key.reply)
  turn.links.forEach((link) => state.links.set(link.hash, link))
  turn.ended.forEach((id) => endSitting(state, id))
  return 'committed'
}

function sittingsAllow({ talks, ended }: State, turn: Turn): boolean {
  const written = turn.sittings.map(({ id }) => id)
  const there = (id: string) => talks.has(id) || written.includes(id)
  return (
    written.every((id) => !ended.has(id)) &&
    new Set(turn.activities.map(({ sitting, n }) => `${n} ${sitting}`)).size ===
      turn.activities.length &&
    turn.activities.every(
      ({ sitting, n }) => there(sitting) && !talks.get(sitting)?.activities.has(n),
    ) &&
    (!turn.key || there(turn.key.sitting))
  )
}

function refuseGaps({ expect, records }: Turn): void {
  const next = { ...expect }
  for (const { stream, seq } of records) {
    if (seq !== next[stream]++) {
      throw new CandourError('evidence/broken-chain', { stream, seq, expected: next[stream] - 1 })
    }
  }
}

function putSitting({ talks, ended }: State, row: SittingRow): void {
  if (ended.has(row.id)) return
  const { activities, replies } = talks.get(row.id) ?? { activities: new Map(), replies: new Map() }
  talks.set(row.id, { row, activities, replies })
}

function endSitting({ talks, ended }: State, id: string): void {
  talks.delete(id)
  ended.add(id)
}

function erase(state: State, id: string): void {
  for (const { row } of state.talks.values()) {
    if (row.consultation === id) endSitting(state, row.id)
  }
  for (const { hash, consultation } of state.links.values()) {
    if (consultation === id) state.links.delete(hash)
  }
  const kept = state.consultations.get(id)
  if (kept) state.consultations.set(id, { ...kept, due: null })
  state.erased.add(id)
}

function streamOf(
  records: readonly StoredRecord[],
  stream: StoredRecord['stream'],
): StoredRecord[] {
  return records.filter((record) => record.stream === stream)
}

function headsOf(records: readonly StoredRecord[]): { open: number; restricted: number } {
  const open = streamOf(records, 'open').length
  return { open, restricted: records.length - open }
}

function recordsOf({ records }: State, of: string): StoredRecord[] {
  return records.filter(({ clinic }) => clinic === of).map(({ record }) => record)
}
