import type { Appended, LogHead, LogStore, StoredRecord, Written } from '../../bot/ports.ts'

interface State {
  readonly records: () => readonly StoredRecord[]
  readonly nodes: Map<string, Uint8Array>
  readonly entries: Map<string, number>
  head?: LogHead
  taken: number
}

/** The log of one clinic, over its records in the order of their commits. */
export function createMemoryLog(records: () => readonly StoredRecord[]): LogStore {
  const state: State = { records, nodes: new Map(), entries: new Map(), taken: 0 }
  return {
    ...readingOf(state),
    lease: async () => (state.taken += 1),
    append: async (lease, what) => append(state, lease, what),
    publish: async (lease, { published, witnessed = state.head?.witnessed }) =>
      change(state, lease, { published, ...(witnessed && { witnessed }) }),
    scrubbed: async (lease, at) => change(state, lease, { scrubbed: at }),
  }
}

function readingOf(
  state: State,
): Pick<LogStore, 'head' | 'waiting' | 'nodes' | 'leaves' | 'entry'> {
  const { records, nodes, entries } = state
  const place = ({ recordId }: StoredRecord) => entries.get(recordId) ?? -1
  return {
    head: async () => state.head,
    waiting: async (most) =>
      records()
        .filter((one) => place(one) < 0)
        .slice(0, most)
        .map(({ recordId, leaf }) => ({ recordId, leaf })),
    nodes: async (spots) =>
      spots.map(({ level, n }) => {
        const hash = nodes.get(`${level} ${n}`)
        if (!hash) throw new Error(`no node ${level} ${n}`)
        return hash
      }),
    leaves: async (from, to) =>
      records()
        .filter((one) => place(one) >= Math.max(0, from) && place(one) < to)
        .sort((a, b) => place(a) - place(b))
        .map(({ leaf }) => leaf),
    entry: async (id) => {
      const found = records().find((one) => one.recordId === id && place(one) >= 0)
      return found && { index: place(found), leaf: found.leaf }
    },
  }
}

function append(state: State, lease: number, what: Appended): Written {
  const { from, records, nodes, signed, at } = what
  const { entries } = state
  if (lease !== state.taken) return 'fenced'
  if (from !== entries.size || records.some((id) => entries.has(id))) return 'conflict'
  if ((state.head === undefined) !== (records.length === 0)) return 'conflict'
  records.forEach((id, n) => entries.set(id, from + n))
  for (const { level, n, hash } of nodes) state.nodes.set(`${level} ${n}`, hash)
  state.head = { ...state.head, size: entries.size, signed, at }
  return 'written'
}

function change(state: State, lease: number, next: Partial<LogHead>): Written {
  if (lease !== state.taken) return 'fenced'
  if (!state.head) return 'conflict'
  state.head = { ...state.head, ...next }
  return 'written'
}
