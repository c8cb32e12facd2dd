import { createMemoryStore } from '../../../../adapters/memory/store.ts'
import {
  createSqliteStore as createReal,
  type SqliteStoreOptions,
} from '../../../../adapters/sqlite/store.ts'
import type { LogStore, Store } from '../../../../bot/ports.ts'

/** Keeps turns in memory and nothing on disk; of the real store it has the log’s beginning alone. */
export function createSqliteStore(options: SqliteStoreOptions): Store {
  const real = createReal(options)
  const memory = createMemoryStore()
  const logs = new Map<string, LogStore>()
  return {
    ...memory,
    log: (clinic) => {
      const log = logs.get(clinic) ?? begunAs(real.log(clinic), memory.log(clinic))
      logs.set(clinic, log)
      return log
    },
    close: () => real.close(),
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
