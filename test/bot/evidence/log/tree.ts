import {
  build,
  consistencyPlan,
  type Edge,
  EMPTY,
  grow,
  type Hash,
  hashLeaf,
  inclusionPlan,
  type Plan,
  rootOf,
} from '../../../../bot/evidence/log/merkle.ts'

/** A tree over leaves, with every complete subtree kept, as a store keeps it. */
export function treeOf(leaves: readonly string[]) {
  const kept = new Map<string, Hash>()
  const edges: Edge[] = [EMPTY]
  for (const leaf of leaves) {
    const { edge, nodes } = grow(edges.at(-1) as Edge, hashLeaf(leaf))
    for (const { level, n, hash } of nodes) kept.set(`${level} ${n}`, hash)
    edges.push(edge)
  }
  const built = (plan: Plan) =>
    build(
      plan,
      plan.flat().map(({ level, n }) => kept.get(`${level} ${n}`) as Hash),
    )
  return {
    root: (size: number) => rootOf(edges[size] as Edge),
    inclusion: (index: number, size: number) => built(inclusionPlan(index, size)),
    consistency: (old: number, size: number) => built(consistencyPlan(old, size)),
  }
}

export const leaves = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `leaf ${n}`)
