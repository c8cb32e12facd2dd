import type { Parts } from './cases.ts'
import { CandourError } from './errors.ts'
import { openBytes, sealBytes } from './evidence/seal.ts'
import type { Activity, DataKey, Sealed, SittingRow } from './ports.ts'
import type { PatientMessage } from './views/patient.ts'

export type Hear = (activities: readonly Activity[] | 'ended') => void

/** What a key's stored reply says to a repeat. */
export interface StoredReply {
  /** Digest of the message that it answered. */
  readonly message: string
  readonly activities: readonly Activity[]
}

export type Talk = ReturnType<typeof createTalk>

/** The activities of sittings: sealed while they last, told to whoever listens. */
export function createTalk({ keys, chance, clocks, store }: Parts) {
  const ears = new Map<string, Set<Hear>>()

  const sealed = (what: unknown, key: DataKey, context: string): Sealed =>
    sealBytes(new TextEncoder().encode(JSON.stringify(what)), key, context, chance.bytes(12))

  async function keyOf({ key: id }: Sealed): Promise<DataKey> {
    const key = await keys.find(id)
    if (!key) throw new CandourError('evidence/no-key', { key: id })
    return key
  }

  function opened<what>(one: Sealed, key: DataKey, context: string): what {
    return JSON.parse(new TextDecoder().decode(openBytes(one, key, context))) as what
  }

  return {
    /** The next activities of a sitting, from one side or the other. */
    next(
      from: number,
      messages: readonly { from: Activity['from']; message: PatientMessage; key?: string }[],
    ): Activity[] {
      const at = clocks.wall()
      return messages.map(({ from: who, message, key }, index) => ({
        ...{ n: from + index, at, from: who, message },
        ...(key === undefined ? {} : { key }),
      }))
    },
    seal: (sitting: string, activity: Activity, key: DataKey) => ({
      ...{ sitting, n: activity.n },
      sealed: sealed(activity, key, `candour/activity/v1\0${sitting}`),
    }),
    sealReply: (sitting: string, reply: StoredReply, key: DataKey): Sealed =>
      sealed(reply, key, `candour/reply/v1\0${sitting}`),
    async reply(sitting: string, key: string): Promise<StoredReply | undefined> {
      const stored = await store.reply(sitting, key)
      if (!stored) return undefined
      return opened<StoredReply>(stored, await keyOf(stored), `candour/reply/v1\0${sitting}`)
    },
    async since(row: SittingRow, from: number): Promise<Activity[]> {
      const stored = await store.activities(row.id, from)
      const context = `candour/activity/v1\0${row.id}`
      const [first] = stored
      if (!first) return []
      // A sitting has one key, that of its consultation.
      const key = await keyOf(first.sealed)
      return stored.map((one) => opened<Activity>(one.sealed, key, context))
    },
    listen(sitting: string, hear: Hear): () => void {
      const all = ears.get(sitting) ?? new Set()
      ears.set(sitting, all.add(hear))
      return () => {
        all.delete(hear)
        if (all.size === 0) ears.delete(sitting)
      }
    },
    tell(sitting: string, what: readonly Activity[] | 'ended'): void {
      for (const hear of ears.get(sitting) ?? []) hear(what)
    },
  }
}
