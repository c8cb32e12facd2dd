import type { Database } from './database.ts'

/** PostgreSQL takes 8,000 bytes; an id has 32 characters. */
const AT_ONCE = 200
export const CHANNEL = 'candour_sittings'

export interface News {
  /** For the instances that hold a socket of that sitting. Nothing waits for it. */
  tell(sittings: readonly string[]): void
  hear(hear: (sittings: readonly string[] | 'all') => void): {
    ready: Promise<void>
    stop(): Promise<void>
  }
}

/**
 * What is told is gone once it was heard, and may be lost with whoever tells it: it wakes those who
 * then read, and no more. Never within a turn's transaction, where it would make all others wait.
 */
export function createNews(db: Database, instance: string): News {
  let waiting = new Set<string>()
  const send = () => {
    const all = [...waiting]
    waiting = new Set()
    for (let at = 0; at < all.length; at += AT_ONCE) {
      const told = JSON.stringify({ instance, sittings: all.slice(at, at + AT_ONCE) })
      db.query('SELECT pg_notify($1, $2)', [CHANNEL, told]).catch(() => undefined)
    }
  }
  return {
    tell(sittings) {
      if (sittings.length === 0) return
      if (waiting.size === 0) setImmediate(send)
      for (const one of sittings) waiting.add(one)
    },
    hear: (hear) =>
      db.listen(CHANNEL, (told) => {
        if (told === 'all') return hear('all')
        const { instance: who, sittings } = JSON.parse(told) as Told
        if (who !== instance) hear(sittings)
      }),
  }
}

interface Told {
  readonly instance: string
  readonly sittings: readonly string[]
}
