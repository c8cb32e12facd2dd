import { CandourError } from '../../errors.ts'
import { openCheckpoint, peek, signCheckpoint } from './checkpoint.ts'
import { type Edge, edgeSpots, grow, hashLeaf, type Node, rootOf } from './merkle.ts'
import { signerOf } from './note.ts'
import type { LogParts } from './log.ts'

/** Records that were signed for once and are not in the database any more, by their index. */
export interface Gap {
  readonly from: number
  readonly to: number
}

const MOST = 1000

/**
 * What is missing, where the database is older than the checkpoint in the second place. Nothing
 * when the two agree, or disagree in another way: that is for whoever opens the log to say.
 */
export async function gapOf(parts: LogParts): Promise<Gap | undefined> {
  // First what may only be behind: another instance may be writing.
  const kept = await parts.second.read()
  const head = await parts.store.head()
  if (!head?.published || kept === undefined) return undefined
  const { origin, size } = peek(head.signed)
  if (peek(kept).origin !== origin) return undefined
  const there = await openedHere(parts, kept)
  return there.size > size ? { from: size, to: there.size - 1 } : undefined
}

/**
 * Goes on from what is there, as another log: the same records first, under a new name, whose
 * first checkpoint covers the record that says what is missing. Whoever knew the old name sees
 * that it ended. Finishes what was cut off when it is asked again.
 */
export async function newEpoch(parts: LogParts, origin: string, told: Told): Promise<void> {
  const { store, second } = parts
  const lease = await store.lease()
  const head = await store.head()
  const kept = await second.read()
  if (!head || kept === undefined) throw disagrees('there is no log to go on from')
  const begun = peek(head.signed).origin !== peek(kept).origin
  if (begun && !(await told.has(kept))) throw disagrees('the second place knows another log')
  if (!begun && !(await gapOf(parts))) throw disagrees('nothing is missing')
  if (!begun && !(await told.has(kept))) await told.tell(peek(head.signed).size, kept)
  const signed = begun ? head.signed : await signNext(parts, lease, head.size, origin)
  if (!(await second.swap(kept, signed))) throw disagrees('somebody else changed the second place')
  await must(store.publish(lease, { published: signed }))
}

/** The record that says so, in the clinic's own book. */
export interface Told {
  has(checkpoint: string): Promise<boolean>
  tell(has: number, checkpoint: string): Promise<void>
}

async function signNext(parts: LogParts, lease: number, size: number, origin: string) {
  const { store, wall } = parts
  const rows = await store.waiting(MOST)
  const { edge, nodes } = growBy({ size, hashes: await store.nodes(edgeSpots(size)) }, rows)
  const next = { origin, size: edge.size, root: rootOf(edge) }
  const signed = signCheckpoint(next, await signerFor(parts, origin))
  const records = rows.map(({ recordId }) => recordId)
  await must(store.append(lease, { from: size, records, nodes, signed, at: wall() }))
  return signed
}

function growBy(edge: Edge, rows: readonly { leaf: string }[]) {
  const nodes: Node[] = []
  for (const { leaf } of rows) {
    const grown = grow(edge, hashLeaf(leaf))
    edge = grown.edge
    nodes.push(...grown.nodes)
  }
  return { edge, nodes }
}

async function openedHere(parts: LogParts, note: string) {
  const signer = await signerFor(parts, peek(note).origin)
  try {
    return openCheckpoint(note, signer)
  } catch (cause) {
    throw disagrees('the second place has no checkpoint that this log has signed', cause)
  }
}

async function signerFor({ keys }: LogParts, origin: string) {
  return signerOf(origin, 'log', (await keys.signing(origin)).bytes)
}

async function must(written: Promise<string>): Promise<void> {
  const what = await written
  if (what === 'fenced') throw new CandourError('log/fenced')
  if (what !== 'written') throw disagrees('the log in the database is of another size')
}

function disagrees(why: string, cause?: unknown): CandourError {
  return new CandourError('log/disagrees', { why }, { cause })
}
