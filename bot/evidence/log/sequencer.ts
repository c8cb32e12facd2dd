import type { Instant } from '../../../machines/time.ts'
import { CandourError } from '../../errors.ts'
import { notBefore } from '../../moment.ts'
import { type Checkpoint, openCheckpoint, peek, signCheckpoint } from './checkpoint.ts'
import {
  consistencyPlan,
  type Edge,
  edgeSpots,
  EMPTY,
  grow,
  hashLeaf,
  type Node,
  rootOf,
} from './merkle.ts'
import type { Signer } from './note.ts'
import type { LogStore, Place, Written } from './ports.ts'
import { extendsTree, same } from './prove.ts'
import { built } from './reader.ts'

export interface Sequencing {
  readonly store: LogStore
  /** Where the latest checkpoint is kept a second time. */
  readonly second: Place
  readonly signerOf: (origin: string) => Promise<Signer>
  readonly wall: () => Instant
}

/** Writes the log, alone: whoever starts after it ends it. */
export interface Sequencer {
  /** Puts everything that has no index yet under a signed checkpoint. */
  drain(): Promise<void>
}

const MOST_AT_ONCE = 1000

/** Begins a log: never because a database is empty, but since somebody said so. */
export async function beginLog(what: Sequencing, origin: string): Promise<void> {
  const { store, second } = what
  const lease = await store.lease()
  const begun = await store.head()
  if (begun?.published) throw disagrees('there is a log already')
  const kept = await second.read()
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

/** Takes the log over, after checking that store and second place tell the same. */
export async function createSequencer(what: Sequencing): Promise<Sequencer> {
  const { store, second, signerOf, wall } = what
  const lease = await store.lease()
  const head = await store.head()
  const kept = await second.read()
  if (!head?.published) throw notBegun(kept)
  const { origin } = peek(head.signed)
  const signer = await signerOf(origin)
  let now = await agree(what, signer, head.signed, kept)
  if (head.signed !== kept) await putSecond(second, kept, head.signed)
  if (!startsWith(head.published, head.signed))
    must(await store.publish(lease, { published: head.signed }))
  let { signed, at } = { ...head }
  let edge: Edge = { size: now.size, hashes: await store.nodes(edgeSpots(now.size)) }
  if (!same(rootOf(edge), now.root)) throw doesNotHold(now)

  /** Answers whether there may be more. */
  const round = async (): Promise<boolean> => {
    at = notBefore(wall(), at)
    const rows = await store.waiting(MOST_AT_ONCE)
    if (rows.length === 0) return false
    const grown = growBy(edge, rows)
    const next = { origin, size: grown.edge.size, root: rootOf(grown.edge) }
    const note = signCheckpoint(next, signer)
    const records = rows.map(({ recordId }) => recordId)
    const appended = { from: edge.size, records, nodes: grown.nodes, signed: note, at }
    must(await store.append(lease, appended))
    await checkGrown(store, now, next)
    await putSecond(second, signed, note)
    must(await store.publish(lease, { published: note }))
    ;[edge, now, signed] = [grown.edge, next, note]
    return rows.length === MOST_AT_ONCE
  }

  return {
    async drain() {
      while (await round());
    },
  }
}

function growBy(edge: Edge, rows: readonly { leaf: string }[]): { edge: Edge; nodes: Node[] } {
  const nodes: Node[] = []
  for (const { leaf } of rows) {
    const grown = grow(edge, hashLeaf(leaf))
    edge = grown.edge
    nodes.push(...grown.nodes)
  }
  return { edge, nodes }
}

/** The store may be ahead of the second place, after a crash; never behind it, never beside it. */
async function agree(
  { store }: Sequencing,
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

function opened(note: string, signer: Signer, where: string): Checkpoint {
  try {
    return openCheckpoint(note, signer)
  } catch (cause) {
    throw disagrees(`${where} has no checkpoint that this log has signed`, cause)
  }
}

/** Builds the proof that a witness would ask for, and checks it as a witness would. */
async function checkGrown(store: LogStore, earlier: Checkpoint, later: Checkpoint): Promise<void> {
  const path = await built(store, consistencyPlan(earlier.size, later.size))
  if (!extendsTree(earlier, later, path))
    throw disagrees(`${later.size} records do not begin with the ${earlier.size} known before`)
}

async function putSecond(second: Place, expected: string | undefined, next: string): Promise<void> {
  if (await second.swap(expected, next)) return
  throw disagrees('the second place was changed by somebody else')
}

/** Whether two notes are of one checkpoint, whoever has signed the one since. */
function startsWith(published: string, signed: string): boolean {
  return published.startsWith(signed)
}

function must(written: Written): void {
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

function doesNotHold({ size }: Checkpoint): CandourError {
  return new CandourError('log/does-not-hold', { size })
}
