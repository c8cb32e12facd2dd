/** Work on one key goes one after the other; work on different keys does not wait. */
export function createLanes() {
  const last = new Map<string, Promise<unknown>>()
  return async function inLane<result>(key: string, work: () => Promise<result>): Promise<result> {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.catch(() => undefined)
    last.set(key, settled)
    await settled
    if (last.get(key) === settled) last.delete(key)
    return mine
  }
}
export type Lanes = ReturnType<typeof createLanes>
