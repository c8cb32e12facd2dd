import type { SittingRow, Store, Turn } from './ports.ts'

/** So many are kept; of more, the one that was written longest ago is read again. */
const MOST = 10_000

type Written = Pick<Turn, 'sittings' | 'ended'>

/** Sittings as turns left them: whoever talks is looked up with each message. */
export interface KnownSittings {
  /**
   * Without asking the store, if it is known: for a turn, whose commit finds out whether another
   * instance has written to it since, as each thing that is said there has a number of its own.
   */
  recall(id: string): Promise<SittingRow | undefined>
  committed(turn: Written): void
  /** They may not be what is known of them. */
  forget(ids: readonly string[] | 'all'): void
  /** Nothing is known of whoever was erased. */
  forgetConsultation(id: string): void
}

export function createKnownSittings(store: Pick<Store, 'sitting'>, most = MOST): KnownSittings {
  const known = new Map<string, SittingRow>()
  return {
    recall: async (id) => known.get(id) ?? store.sitting(id),
    committed({ sittings, ended }) {
      for (const row of sittings) {
        known.delete(row.id)
        // A try at a door is counted by the store: whoever has two instances has no more of them.
        if (row.door === 'open') known.set(row.id, row)
      }
      for (const id of ended) known.delete(id)
      for (const id of known.keys()) {
        if (known.size <= most) return
        known.delete(id)
      }
    },
    forget(ids) {
      if (ids === 'all') known.clear()
      else for (const id of ids) known.delete(id)
    },
    forgetConsultation(id) {
      for (const row of known.values()) if (row.consultation === id) known.delete(row.id)
    },
  }
}
