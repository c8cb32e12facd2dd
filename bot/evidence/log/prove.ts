import { type Hash, hashNode } from './merkle.ts'

// Checking a proof shares nothing with building one but the hash of a node.

/** RFC 9162 §2.1.3.2: whether the leaf is at that index of the tree with that root. */
export function includes(
  tree: { readonly size: number; readonly root: Hash },
  index: number,
  leaf: Hash,
  path: readonly Hash[],
): boolean {
  if (!isCount(tree.size) || !isCount(index) || index >= tree.size) return false
  if (![tree.root, leaf, ...path].every(isHash)) return false
  let [place, last, hash] = [index, tree.size - 1, leaf]
  for (const beside of path) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      hash = hashNode(beside, hash)
      ;[place, last] = climbTo(place, last)
    } else hash = hashNode(hash, beside)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && same(hash, tree.root)
}

interface Tree {
  readonly size: number
  readonly root: Hash
}

/** RFC 9162 §2.1.4.2: whether the later tree begins with all leaves of the earlier one. */
export function extendsTree(earlier: Tree, later: Tree, path: readonly Hash[]): boolean {
  if (!isCount(earlier.size) || !isCount(later.size)) return false
  if (![earlier.root, later.root, ...path].every(isHash)) return false
  if (earlier.size === 0) return path.length === 0
  if (earlier.size === later.size) return path.length === 0 && same(earlier.root, later.root)
  if (earlier.size > later.size) return false
  return walks(earlier, later, isPower(earlier.size) ? [earlier.root, ...path] : path)
}

function walks(earlier: Tree, later: Tree, [first, ...rest]: readonly Hash[]): boolean {
  if (!first) return false
  let [place, last] = [earlier.size - 1, later.size - 1]
  while (place % 2 === 1) [place, last] = [half(place), half(last)]
  let [before, after] = [first, first]
  for (const beside of rest) {
    if (last === 0) return false
    if (place % 2 === 1 || place === last) {
      ;[before, after] = [hashNode(beside, before), hashNode(beside, after)]
      ;[place, last] = climbTo(place, last)
    } else after = hashNode(after, beside)
    ;[place, last] = [half(place), half(last)]
  }
  return last === 0 && same(before, earlier.root) && same(after, later.root)
}

/** Up to where the place is a right child, or the first. */
function climbTo(place: number, last: number): [number, number] {
  while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)]
  return [place, last]
}

export function same(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

const half = (n: number): number => Math.floor(n / 2)
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0
const isHash = (hash: Hash): boolean => hash.length === 32

function isPower(n: number): boolean {
  while (n % 2 === 0) n /= 2
  return n === 1
}
