/** Work on one key goes one after the other; work on different keys does not wait. */
export function createLanes() {
  const last = new Map<string, Promise<unknown>>()
  /** `waited`: something on the same key came between. */
  return async function inLane<result>(
    key: string,
    work: (waited: boolean) => Promise<result>,
  ): Promise<result> {
    const waited = last.has(key)
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(
      () => work(waited),
      () => work(waited),
    )
    const settled = mine.catch(() => undefined)
    last.set(key, settled)
    await settled
    if (last.get(key) === settled) last.delete(key)
    return mine
  }
}
export type Lanes = ReturnType<typeof createLanes>
