import type { Hash } from './merkle.ts'
import { fromBase64 } from './note.ts'

/** That a leaf is in a log: everything but the leaf itself. */
export interface Proof {
  readonly index: number
  readonly hashes: readonly Hash[]
  /** The note, as the log and its witnesses signed it. */
  readonly checkpoint: string
}

const FIRST = 'c2sp.org/tlog-proof@v1'
const MOST_HASHES = 63

/** c2sp.org/tlog-proof: one file that needs no server. `leaf` goes where the form has room for more. */
export function writeProof({ index, hashes, checkpoint }: Proof, leaf?: string): string {
  const lines = hashes.map((hash) => Buffer.from(hash).toString('base64'))
  const extra = leaf === undefined ? [] : [`extra ${Buffer.from(leaf).toString('base64')}`]
  return [FIRST, ...extra, `index ${index}`, ...lines, '', checkpoint].join('\n')
}

/** Throws where it is no proof. What it says is to be verified still. */
export function readProof(text: string): Proof {
  const [head, ...rest] = text.split('\n\n')
  const [first, ...lines] = (head ?? '').split('\n')
  if (lines[0]?.startsWith('extra ')) lines.shift()
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1]
  if (first !== FIRST || index === undefined || rest.length === 0) throw new Error('it is no proof')
  if (lines.length > MOST_HASHES) throw new Error('a proof longer than any log needs')
  return { index: Number(index), hashes: lines.map(readHash), checkpoint: rest.join('\n\n') }
}

export function readHash(line: string): Hash {
  const hash = fromBase64(line)
  if (hash?.length !== 32) throw new Error('it is no hash')
  return new Uint8Array(hash)
}
