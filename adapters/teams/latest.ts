interface Kept<made> {
  readonly promise: Promise<made>
  until: number
}

interface LatestOptions<made> {
  /** How many are kept: the latest. */
  readonly most: number
  /** Until when it may be given again, in milliseconds by the machine’s clock. */
  readonly until?: (made: made) => number
  readonly now?: () => number
}

/**
 * Makes something once for each name. Those who ask at once wait for the same; what could not be
 * made is made again.
 */
export function createLatest<made>({ most, until, now = Date.now }: LatestOptions<made>) {
  const kept = new Map<string, Kept<made>>()
  const keep = (name: string, promise: Promise<made>) => {
    const one = { promise, until: Infinity }
    kept.delete(name)
    kept.set(name, one)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    promise.then(
      (made) => (one.until = until?.(made) ?? Infinity),
      () => kept.delete(name),
    )
    return promise
  }
  return (name: string, make: () => Promise<made>): Promise<made> => {
    const before = kept.get(name)
    return before && now() < before.until ? before.promise : keep(name, make())
  }
}
