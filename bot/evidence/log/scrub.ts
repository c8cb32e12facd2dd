import { CandourError } from '../../errors.ts'
import { edgeSpots, type Edge, grow, hashLeaf, type Node, rootOf } from './merkle.ts'
import type { LogStore } from './ports.ts'
import { same } from './prove.ts'

const AT_ONCE = 1000

/**
 * Hashes the leaves from `from` on again, and compares every hash that is kept, and the root that
 * was signed. Throws `log/does-not-hold` with the first index that is wrong.
 */
export async function scrub(
  store: Pick<LogStore, 'leaves' | 'nodes'>,
  tree: { readonly size: number; readonly root: Uint8Array },
  from = 0,
): Promise<void> {
  let edge: Edge = { size: from, hashes: await store.nodes(edgeSpots(from)) }
  while (edge.size < tree.size) {
    const to = Math.min(edge.size + AT_ONCE, tree.size)
    const grown = growBy(edge, await store.leaves(edge.size, to))
    await compare(store, grown.nodes)
    edge = grown.edge
    if (edge.size < to) throw wrong(edge.size, 'it has no leaf')
  }
  if (!same(rootOf(edge), tree.root)) throw wrong(tree.size, 'the root is not the one signed')
}

export function growBy(edge: Edge, leaves: readonly string[]): { edge: Edge; nodes: Node[] } {
  const nodes: Node[] = []
  for (const leaf of leaves) {
    const grown = grow(edge, hashLeaf(leaf))
    edge = grown.edge
    nodes.push(...grown.nodes)
  }
  return { edge, nodes }
}

async function compare(store: Pick<LogStore, 'nodes'>, nodes: readonly Node[]): Promise<void> {
  const kept = await store.nodes(nodes)
  const bad = nodes.findIndex(({ hash }, at) => !same(hash, kept[at] ?? new Uint8Array()))
  if (bad < 0) return
  const index = nodes.slice(0, bad + 1).findLast(({ level }) => level === 0)?.n ?? 0
  throw wrong(index, 'its leaf or hash was changed')
}

function wrong(index: number, why: string): CandourError {
  return new CandourError('log/does-not-hold', { index, why })
}
