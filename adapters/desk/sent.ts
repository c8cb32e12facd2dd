import type { DeskOptions } from './options.ts'

/**
 * Forms that make something new: a page that is loaded again sends its form again, and would make
 * it twice. What a form made is told to that sending, and to one beside it; never afterwards.
 */
export interface Sent {
  /** For a form that is about to be shown. */
  key(): string
  /** `'before'`: this very form was taken, by this instance or by another. */
  once<made>(key: string, make: () => Promise<made>): Promise<made | 'before'>
}

const HOURS_8 = 8 * 3_600_000
const MOST = 1000

export function createSent({
  chance,
  clocks,
  spent,
}: Pick<DeskOptions, 'chance' | 'clocks' | 'spent'>): Sent {
  const under = new Map<string, Promise<unknown>>()
  const taken = new Set<string>()

  const isFirst = async (key: string): Promise<boolean> => {
    if (taken.has(key)) return false
    taken.add(key)
    for (const oldest of [...taken].slice(0, -MOST)) taken.delete(oldest)
    const until = new Date(Date.parse(clocks.wall()) + HOURS_8).toISOString()
    return (await spent?.spend(`form ${key}`, until as Until)) ?? true
  }

  const makeFirst = async <made>(key: string, make: () => Promise<made>) =>
    (await isFirst(key)) ? make() : ('before' as const)

  return {
    key: () => chance.id(),
    async once<made>(key: string, make: () => Promise<made>): Promise<made | 'before'> {
      // A second press comes while the first is under way: what was made is theirs to see.
      const beside = under.get(key) as Promise<made | 'before'> | undefined
      if (beside) return beside
      const mine = makeFirst(key, make)
      under.set(key, mine)
      return mine.finally(() => under.delete(key))
    },
  }
}

type Until = ReturnType<DeskOptions['clocks']['wall']>
