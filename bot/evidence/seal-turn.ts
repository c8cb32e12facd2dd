import type { Draft, Heads, Piece, Sealed, SealedTurn, UnsealedTurn } from '../ports.ts'
import type { Payload } from './record.ts'
import { leafHash, seal, sealBytes } from './seal.ts'

/**
 * Seals all of a turn: each record after the one before it in its stream, and what was said beside
 * them. Pure: a store may do it in a thread of its own. Throws what `seal` throws.
 */
export function sealTurn({ heads: before, ...unsealed }: UnsealedTurn): SealedTurn {
  const { records: drafts, activities, ...rest } = unsealed
  const heads = { ...before }
  const records = drafts.map((draft) => {
    const { nonce, iv } = draft
    const record = seal(placed(draft, heads), draft.key, nonce, iv)
    heads[draft.stream] = { seq: record.seq + 1, leaf: leafHash(record.leaf) }
    return record
  })
  const turn = {
    ...{ ...rest, records },
    expect: { open: before.open.seq, restricted: before.restricted.seq },
    activities: activities.map((one) => ({ ...one, sealed: sealPiece(one.sealed) })),
  }
  return { turn, heads }
}

/** A restricted record says at which head of the open stream it was written. */
function placed({ stream, payload }: Draft, heads: Heads): Payload {
  const { seq, leaf: prev } = heads[stream]
  const { open } = heads
  const head = stream === 'restricted' ? { head: { seq: open.seq - 1, leaf: open.leaf } } : {}
  return { ...payload, stream, seq, prev, ...head }
}

function sealPiece({ text, key, context, iv }: Piece): Sealed {
  return sealBytes(Buffer.from(text, 'utf8'), key, context, iv)
}
