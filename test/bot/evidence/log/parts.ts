import { createMemoryKeys } from '../../../../adapters/keys/memory.ts'
import { createMemoryPlace } from '../../../../adapters/memory/place.ts'
import { createMemoryStore } from '../../../../adapters/memory/store.ts'
import { createChance } from '../../../../adapters/config/chance.ts'
import { inception, type LogParts } from '../../../../bot/evidence/log/log.ts'
import type { Store } from '../../../../bot/ports.ts'
import { at, fresh, record, turn } from '../../../adapters/turns.ts'

export const CLINIC = 'clinic-1'

export interface Kept extends LogParts {
  readonly all: Store
}

/** A log that has begun, with everything in memory, at nine o’clock unless told otherwise. */
export async function begun(rest: Partial<LogParts> = {}): Promise<Kept> {
  const parts = unbegun(rest)
  await inception(parts, CLINIC, createChance())
  return parts
}

export function unbegun(rest: Partial<LogParts> = {}): Kept {
  const chance = createChance()
  const all = createMemoryStore()
  return {
    ...{ all, store: all.log(CLINIC), keys: createMemoryKeys({ chance }) },
    ...{ second: createMemoryPlace(), witnesses: [], wall: () => at(0) },
    ...rest,
  }
}

/** Commits turns of one record each; answers the ids of the records. */
export async function commit(store: Store, count: number): Promise<string[]> {
  const turns = Array.from({ length: count }, () => turn(fresh('c')))
  await Promise.all(turns.map((one) => store.commit(one)))
  return turns.map(({ records }) => records[0]!.recordId)
}

/** A turn that writes to both streams. */
export async function commitBoth(store: Store): Promise<readonly [string, string]> {
  const both = [record('open', 0), record('restricted', 0)] as const
  await store.commit(turn(fresh('c'), 0, { records: both }))
  return [both[0].recordId, both[1].recordId]
}
