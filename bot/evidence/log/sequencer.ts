import { notBefore } from '../../moment.ts'
import { signCheckpoint } from './checkpoint.ts'
import { rootOf } from './merkle.ts'
import { growBy, scrub } from './scrub.ts'
import { checkGrown, type Held, must, putSecond, type Sequencing, takeOver } from './takeover.ts'

/**
 * Writes the log, alone: whoever starts after it ends it. One call at a time but for `latest` and
 * `scrub`; after one has rejected, only a new sequencer knows what was written.
 */
export interface Sequencer {
  /** Puts everything that has no index yet under a signed checkpoint. */
  drain(): Promise<void>
  /** The latest checkpoint, as this log has signed it. */
  latest(): string
  /** Keeps what witnesses have added to a checkpoint of this log, the latest or an earlier one. */
  cosigned(note: string, lines: string, all: boolean): Promise<void>
  /** Hashes every record again. */
  scrub(): Promise<void>
}

/**
 * As many as hold nobody’s answer up for long: they are written in one piece. A busy server takes a
 * tenth of a second for a piece, most of it waiting its turn: with fewer, the log falls behind.
 */
const MOST_AT_ONCE = 500

export async function createSequencer(what: Sequencing): Promise<Sequencer> {
  const { store } = what
  const held = await takeOver(what)
  return {
    async drain() {
      while (await round(what, held));
    },
    latest: () => held.signed,
    async cosigned(note, lines, all) {
      const seen = note + lines
      if (note === held.signed) held.published = seen
      const { published } = held
      must(await store.publish(held.lease, { published, ...(all ? { witnessed: seen } : {}) }))
    },
    async scrub() {
      await scrub(store, held.tree)
      must(await store.scrubbed(held.lease, held.at))
    },
  }
}

/** Answers whether there may be more. The order of the writes is what a crash cannot break. */
async function round({ store, second, wall }: Sequencing, held: Held): Promise<boolean> {
  held.at = notBefore(wall(), held.at)
  const rows = await store.waiting(MOST_AT_ONCE)
  if (rows.length === 0) return false
  const { lease, signer, signed: before, tree: earlier, at } = held
  const leaves = rows.map(({ leaf }) => leaf)
  const { edge, nodes } = growBy(held.edge, leaves)
  const tree = { origin: earlier.origin, size: edge.size, root: rootOf(edge) }
  const signed = signCheckpoint(tree, signer)
  const records = rows.map(({ recordId }) => recordId)
  must(await store.append(lease, { from: earlier.size, records, nodes, signed, at }))
  await checkGrown(store, earlier, tree)
  await putSecond(second, before, signed)
  must(await store.publish(lease, { published: signed }))
  Object.assign(held, { edge, tree, signed, published: signed })
  return rows.length === MOST_AT_ONCE
}
