import { createHash } from 'node:crypto'

/** SHA-256 everywhere: 32 bytes. */
export type Hash = Uint8Array

/** The leaves from `from` up to, but without, `to`. */
interface Span {
  readonly from: number
  readonly to: number
}

/** A complete subtree: the leaves from n × 2^level on, 2^level of them. */
export interface Spot {
  readonly level: number
  readonly n: number
}

export interface Node extends Spot {
  readonly hash: Hash
}

/** The right edge of a tree: its complete subtrees, the largest first. All that growing needs. */
export interface Edge {
  readonly size: number
  readonly hashes: readonly Hash[]
}

export const EMPTY: Edge = { size: 0, hashes: [] }

/** RFC 6962 §2.1. A leaf and a node never have the same preimage. */
export function hashLeaf(leaf: string): Hash {
  return new Uint8Array(createHash('sha256').update('\0').update(leaf, 'utf8').digest())
}

export function hashNode(left: Hash, right: Hash): Hash {
  return new Uint8Array(createHash('sha256').update('\x01').update(left).update(right).digest())
}

export function rootOf({ hashes }: Edge): Hash {
  if (hashes.length === 0) return new Uint8Array(createHash('sha256').digest())
  return fold(hashes)
}

/** Adds a leaf; `nodes` are the subtrees that it completes, itself first. */
export function grow({ size, hashes }: Edge, leaf: Hash): { edge: Edge; nodes: readonly Node[] } {
  const rest = [...hashes]
  let node: Node = { level: 0, n: size, hash: leaf }
  const nodes = [node]
  while (node.n % 2 === 1) {
    const hash = hashNode(rest.pop() as Hash, node.hash)
    node = { level: node.level + 1, n: (node.n - 1) / 2, hash }
    nodes.push(node)
  }
  return { edge: { size: size + 1, hashes: [...rest, node.hash] }, nodes }
}

/** Where the right edge of a tree of this size is. */
export function edgeSpots(size: number): readonly Spot[] {
  return spotsIn({ from: 0, to: size })
}

/** How to build a proof: each of its hashes folds from those of complete subtrees. */
export type Plan = readonly (readonly Spot[])[]

export function inclusionPlan(index: number, size: number): Plan {
  return besides(index, { from: 0, to: size }).map(spotsIn)
}

/** From a tree of `old` leaves to one of `size`. Empty from nothing, and from itself. */
export function consistencyPlan(old: number, size: number): Plan {
  return old === 0 ? [] : between(old, { from: 0, to: size }, true).map(spotsIn)
}

/** `hashes` are those of the plan's spots, one after another. */
export function build(plan: Plan, hashes: readonly Hash[]): Hash[] {
  let at = 0
  return plan.map((spots) => fold(hashes.slice(at, (at += spots.length))))
}

/** RFC 6962 §2.1.1: from the leaf's sibling to the root's child. */
function besides(index: number, { from, to }: Span): Span[] {
  if (to - from <= 1) return []
  const middle = from + split(to - from)
  const [left, right] = [
    { from, to: middle },
    { from: middle, to },
  ]
  return index < middle ? [...besides(index, left), right] : [...besides(index, right), left]
}

/** RFC 6962 §2.1.2, SUBPROOF. */
function between(old: number, { from, to }: Span, known: boolean): Span[] {
  if (old === to - from) return known ? [] : [{ from, to }]
  const half = split(to - from)
  const [left, right] = [
    { from, to: from + half },
    { from: from + half, to },
  ]
  if (old <= half) return [...between(old, left, known), right]
  return [...between(old - half, right, false), left]
}

/** The largest power of two below n. */
function split(n: number): number {
  let half = 1
  while (half * 2 < n) half *= 2
  return half
}

function spotsIn({ from, to }: Span): Spot[] {
  const spots: Spot[] = []
  for (let at = from; at < to;) {
    let [level, width] = [0, 1]
    while (width * 2 <= to - at) [level, width] = [level + 1, width * 2]
    spots.push({ level, n: at / width })
    at += width
  }
  return spots
}

function fold(hashes: readonly Hash[]): Hash {
  return hashes.reduceRight((right, left) => hashNode(left, right))
}
