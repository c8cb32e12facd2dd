import type { DataKey } from '../../bot/ports.ts'

/** Milliseconds for which a key is not asked for again. */
const LASTS = 10_000
const MOST = 5000

/**
 * Keys that were opened a moment ago. One that another instance destroys is forgotten here within
 * ten seconds; until then the store's own word, that the consultation is erased, keeps it closed.
 */
export function createOpened(now: () => number = () => performance.now()) {
  let kept = new Map<string, { readonly key: DataKey; readonly until: number }>()

  async function get<T extends DataKey | undefined>(
    name: string,
    open: () => Promise<T>,
  ): Promise<T> {
    const found = kept.get(name)
    if (found && found.until > now()) return found.key as T
    const before = kept
    const key = await open()
    // What was destroyed while it was being opened is not kept.
    if (key && before === kept) {
      kept.delete(name)
      kept.set(name, { key, until: now() + LASTS })
      const oldest = kept.keys().next()
      if (kept.size > MOST && !oldest.done) kept.delete(oldest.value)
    }
    return key
  }
  return { get, forgetAll: () => void (kept = new Map()) }
}
