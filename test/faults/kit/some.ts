/** Numbers that look random and are the same for the same seed. */
export function numbers(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** So many of them, spread over all, from another one on with each seed. */
export function some<what>(all: readonly what[], most: number, seed: number): what[] {
  if (all.length <= most) return [...all]
  const each = all.length / most
  const from = numbers(seed)() * each
  return Array.from({ length: most }, (_, n) => all[Math.floor(from + n * each)] as what)
}
