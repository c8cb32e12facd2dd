import type { Instant } from '../../../machines/time.ts'
import { CandourError } from '../../errors.ts'
import { type Checkpoint, openCheckpoint, peek, signCheckpoint } from './checkpoint.ts'
import { consistencyPlan, type Edge, edgeSpots, EMPTY, rootOf } from './merkle.ts'
import type { Signer } from './note.ts'
import type { LogHead, LogStore, Place, Written } from './ports.ts'
import { extendsTree } from './prove.ts'
import { built } from './reader.ts'
import { scrub } from './scrub.ts'

export interface Sequencing {
  readonly store: LogStore
  /** Where the latest checkpoint is kept a second time. */
  readonly second: Place
  readonly signerOf: (origin: string) => Promise<Signer>
  readonly wall: () => Instant
}

/** What whoever writes the log knows of it. */
export interface Held {
  readonly lease: number
  readonly signer: Signer
  /** The latest checkpoint: read, as signed, and with what witnesses added. */
  tree: Checkpoint
  signed: string
  published: string
  edge: Edge
  /** By the wall, when it was last looked at. */
  at: Instant
}

/** So many records are hashed again at each start. */
const LAST = 1000

/** Whether neither database nor second place knows of a log, but for one whose beginning was cut off. */
export async function hasNoLog({ store, second }: Pick<Sequencing, 'store' | 'second'>) {
  // In this order: what somebody who begins it writes second is never found without the first.
  const kept = await second.read()
  const head = await store.head()
  return !head?.published && (kept === undefined || kept === head?.signed)
}

/** Begins a log: never because a database is empty, but since somebody said so. */
export async function beginLog(what: Sequencing, origin: string): Promise<void> {
  const { store, second } = what
  const lease = await store.lease()
  const begun = await store.head()
  if (begun?.published) throw new CandourError('log/begun-already')
  const kept = await second.read()
  // Cut off here, it is finished by the next who asks.
  const signed = begun?.signed ?? (await signNothing(what, origin))
  if (kept !== undefined && kept !== signed) throw disagrees('the second place knows a log')
  if (!begun) {
    const first = { from: 0, records: [], nodes: [], signed, at: what.wall() }
    must(await store.append(lease, first))
  }
  if (kept === undefined) await putSecond(second, kept, signed)
  must(await store.publish(lease, { published: signed }))
}

async function signNothing({ signerOf }: Sequencing, origin: string): Promise<string> {
  return signCheckpoint({ origin, size: 0, root: rootOf(EMPTY) }, await signerOf(origin))
}

/** Ends whoever wrote the log, and checks that database and second place tell the same. */
export async function takeOver(what: Sequencing): Promise<Held> {
  const { store, second, signerOf } = what
  const lease = await store.lease()
  const head = await store.head()
  const kept = await second.read()
  if (!head?.published) throw notBegun(kept)
  const signer = await signerOf(originOf(head))
  const { signed, at } = head
  const tree = await agree(store, signer, signed, kept)
  const edge: Edge = { size: tree.size, hashes: await store.nodes(edgeSpots(tree.size)) }
  await scrub(store, tree, Math.max(0, tree.size - LAST))
  if (kept !== signed) await putSecond(second, kept, signed)
  const isPublished = head.published.startsWith(signed)
  const published = isPublished ? head.published : signed
  if (!isPublished) must(await store.publish(lease, { published }))
  return { lease, signer, tree, signed, published, edge, at }
}

/**
 * Throws where takeOver would, but for the hashes, and writes nothing: for whoever reads a log that
 * another may be writing at this moment.
 */
export async function checkAgrees(what: Pick<Sequencing, 'store' | 'second' | 'signerOf'>) {
  const { store, second, signerOf } = what
  // First: it is never ahead of the database that is read after it.
  const kept = await second.read()
  const head = await store.head()
  if (!head?.published) throw notBegun(kept)
  await agree(store, await signerOf(originOf(head)), head.signed, kept)
}

/** The database may be ahead of the second place, after a crash; never behind it, nor beside it. */
async function agree(
  store: LogStore,
  signer: Signer,
  signed: string,
  kept: string | undefined,
): Promise<Checkpoint> {
  const here = opened(signed, signer, 'the database')
  if (kept === undefined) throw disagrees('there is nothing in the second place')
  const there = opened(kept, signer, 'the second place')
  if (there.size > here.size)
    throw disagrees(`the second place knows ${there.size} records, the database ${here.size}`)
  await checkGrown(store, there, here)
  return here
}

function originOf({ signed }: LogHead): string {
  try {
    return peek(signed).origin
  } catch (cause) {
    throw disagrees('the database has no checkpoint', cause)
  }
}

function opened(note: string, signer: Signer, where: string): Checkpoint {
  try {
    return openCheckpoint(note, signer)
  } catch (cause) {
    throw disagrees(`${where} has no checkpoint that this log has signed`, cause)
  }
}

/** Builds the proof that a witness would ask for, and checks it as a witness would. */
export async function checkGrown(
  store: LogStore,
  earlier: Checkpoint,
  later: Checkpoint,
): Promise<void> {
  const path = await built(store, consistencyPlan(earlier.size, later.size))
  if (!extendsTree(earlier, later, path))
    throw disagrees(`${later.size} records do not begin with the ${earlier.size} known before`)
}

export async function putSecond(
  second: Place,
  expected: string | undefined,
  next: string,
): Promise<void> {
  if (await second.swap(expected, next)) return
  throw disagrees('the second place was changed by somebody else')
}

export function must(written: Written): void {
  if (written === 'fenced') throw new CandourError('log/fenced')
  if (written === 'conflict') throw disagrees('the log in the database is of another size')
}

function notBegun(kept: string | undefined): CandourError {
  if (kept === undefined) return new CandourError('log/not-begun')
  return disagrees('the second place knows a log that the database does not')
}

function disagrees(why: string, cause?: unknown): CandourError {
  return new CandourError('log/disagrees', { why }, { cause })
}
