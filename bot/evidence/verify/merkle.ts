import { hash } from 'node:crypto'

/** RFC 6962: the hash of a leaf. */
export function hashLeaf(bytes: Uint8Array): Uint8Array {
  return sha256(Uint8Array.of(0), bytes)
}

export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Uint8Array.of(1), left, right)
}

/** In one call: most of what is hashed is short, and would wait longer for its hasher than for its hash. */
export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts
  return hash('sha256', parts.length === 1 && only ? only : Buffer.concat(parts), 'buffer')
}

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** A leaf's place in a tree, with the hashes from its sibling up. */
export interface Path {
  readonly index: number
  readonly size: number
  readonly hashes: readonly Uint8Array[]
}

/** One step up: whether the sibling stands left, and the leaves that the two then cover. */
export interface Level {
  readonly left: boolean
  readonly hash: Uint8Array
  /** The first leaf that the sibling covers, and the one behind its last. */
  readonly from: number
  readonly to: number
}

/** The steps from a leaf to the root; `undefined` when a path of that length leads nowhere. */
export function levels({ index, size, hashes }: Path): readonly Level[] | undefined {
  if (index < 0 || index >= size) return undefined
  const found: Omit<Level, 'hash'>[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const middle = from + split(to - from)
    const left = index >= middle
    found.push(left ? { left, from, to: middle } : { left, from: middle, to })
    if (left) from = middle
    else to = middle
  }
  if (found.length !== hashes.length) return undefined
  return found.reverse().map((level, n) => ({ ...level, hash: hashes[n] ?? new Uint8Array() }))
}

/** The largest power of two below n. */
function split(n: number): number {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/** The root that a leaf leads to; `undefined` when its path has the wrong length. */
export function rootOf(leaf: Uint8Array, path: Path): Uint8Array | undefined {
  return levels(path)?.reduce(
    (below, { left, hash }) => (left ? hashNode(hash, below) : hashNode(below, hash)),
    leaf,
  )
}
