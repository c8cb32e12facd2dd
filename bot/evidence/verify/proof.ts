import { hashFrom } from './note.ts'

/** A C2SP proof: where a leaf stands, the way to the root, and the checkpoint as it was signed. */
export interface Proof {
  readonly index: number
  readonly hashes: readonly Uint8Array[]
  readonly checkpoint: string
}

const MOST_HASHES = 64

/** Throws unless it is one. */
export function readProof(text: string): Proof {
  const gap = text.indexOf('\n\n')
  const [first, ...lines] = text.slice(0, gap).split('\n')
  if (gap < 0 || first !== 'c2sp.org/tlog-proof@v1') throw new Error('it is no proof')
  // What else it may carry is signed by nobody.
  if (lines[0]?.startsWith('extra ')) lines.shift()
  const [, index] = /^index (0|[1-9]\d{0,12})$/.exec(lines.shift() ?? '') ?? []
  if (index === undefined) throw new Error('it has no index')
  if (lines.length > MOST_HASHES) throw new Error('it is too long')
  return { index: Number(index), hashes: lines.map(hashFrom), checkpoint: text.slice(gap + 2) }
}
