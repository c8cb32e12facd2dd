import type { SittingRow, Turn } from '../../bot/ports.ts'

/** So many are kept; of more, the one that was kept longest is read again. */
const MOST = 10_000

/** Sittings as they were last read or written. */
export interface KnownSittings {
  get(id: string): SittingRow | undefined
  /** What a turn left of them, once it is on disk. */
  committed(turn: Pick<Turn, 'sittings' | 'ended'>): void
  forget(id: string): void
  forgetAll(): void
}

/** Whoever talks is looked up with each message, and this process alone writes the file. */
export function createKnownSittings(
  read: (id: string) => SittingRow | undefined,
  most = MOST,
): KnownSittings {
  const known = new Map<string, SittingRow>()
  const keep = (row: SittingRow): SittingRow => {
    known.set(row.id, row)
    if (known.size > most) known.delete(known.keys().next().value as string)
    return row
  }
  return {
    get(id) {
      const there = known.get(id)
      if (there) return there
      const found = read(id)
      return found && keep(found)
    },
    committed({ sittings, ended }) {
      for (const row of sittings) keep(row)
      for (const id of ended) known.delete(id)
    },
    forget: (id) => void known.delete(id),
    forgetAll: () => known.clear(),
  }
}
