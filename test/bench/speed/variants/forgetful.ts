import { Worker } from 'node:worker_threads'
import { createMemoryStore } from '../../../../adapters/memory/store.ts'
import {
  createSqliteStore as createReal,
  type SqliteStoreOptions,
} from '../../../../adapters/sqlite/store.ts'
import type { Heads, LogStore, Sealed, Store, UnsealedTurn } from '../../../../bot/ports.ts'
import type { Leaf, Told } from './sealing.ts'

/**
 * Keeps turns in memory and nothing on disk; of the real store it has the log’s beginning alone. Turns
 * are sealed in a thread, as they are there: what it is spared is the commit.
 */
export function createSqliteStore(options: SqliteStoreOptions): Store {
  const real = createReal(options)
  const memory = createMemoryStore()
  const logs = new Map<string, LogStore>()
  return {
    ...memory,
    ...(options.sealing && { commitUnsealed: sealing(memory, options.sealing) }),
    log: (clinic) => {
      const log = logs.get(clinic) ?? begunAs(real.log(clinic), memory.log(clinic))
      logs.set(clinic, log)
      return log
    },
    close: () => real.close(),
  }
}

/** As many as the real store hands over at once. */
const GROUP = 16

interface Answer {
  readonly leaves: readonly Leaf[]
  readonly heads: Heads
}

function sealing(memory: Store, module: URL): NonNullable<Store['commitUnsealed']> {
  const seal = sealingIn(module)
  return async (unsealed) => {
    const { leaves, heads } = await seal(unsealed)
    return { result: await memory.commit(asSealed(unsealed, leaves)), heads }
  }
}

function sealingIn(module: URL): (unsealed: UnsealedTurn) => Promise<Answer> {
  const thread = new Worker(new URL('./sealing.ts', import.meta.url), { workerData: module.href })
  thread.unref()
  const waiting = new Map<number, (answer: Answer) => void>()
  let asked: [number, UnsealedTurn][] = []
  let next = 0
  const send = () => {
    if (asked.length > 0) thread.postMessage(asked)
    asked = []
  }
  thread.on('message', (told: Told) => {
    for (const [n, leaves, heads] of told) {
      waiting.get(n)?.({ leaves, heads })
      waiting.delete(n)
    }
  })
  return (unsealed) =>
    new Promise((resolve) => {
      if (asked.length === 0) process.nextTick(send)
      waiting.set((next += 1), resolve)
      asked.push([next, unsealed])
      if (asked.length >= GROUP) send()
    })
}

const NOTHING: Sealed = { key: '', iv: new Uint8Array(), body: new Uint8Array() }

/** What was said stays in the thread: nobody who is measured asks for it again. */
function asSealed({ heads, ...unsealed }: UnsealedTurn, leaves: readonly Leaf[]) {
  const { key, activities, ...rest } = unsealed
  return {
    ...rest,
    expect: { open: heads.open.seq, restricted: heads.restricted.seq },
    records: leaves.map((leaf) => ({ ...leaf, sealed: NOTHING })),
    activities: activities.map((one) => ({ ...one, sealed: NOTHING })),
    ...(key ? { key: { ...key, reply: NOTHING } } : {}),
  }
}

/** The log in memory begins where the one on disk has begun. */
function begunAs(real: LogStore, memory: LogStore): LogStore {
  const begun = begin(real, memory)
  const after = Object.entries(memory).map(([name, what]) => [
    name,
    async (...given: unknown[]) => {
      await begun
      return (what as (...given: unknown[]) => unknown)(...given)
    },
  ])
  return Object.fromEntries(after) as LogStore
}

async function begin(real: LogStore, memory: LogStore): Promise<void> {
  const head = await real.head()
  if (!head) return
  const lease = await memory.lease()
  const { signed, at, published, witnessed } = head
  await memory.append(lease, { from: 0, records: [], nodes: [], signed, at })
  if (published) await memory.publish(lease, { published, ...(witnessed ? { witnessed } : {}) })
}
