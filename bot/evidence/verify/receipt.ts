import { must } from './fault.ts'
import { readText } from './json.ts'
import { hashNode, hex, levels, rootOf } from './merkle.ts'
import { type Checkpoint, readCheckpoint, signedBy } from './note.ts'
import type { Policy } from './policy.ts'
import { type Proof, readProof } from './proof.ts'
import { orFault, type Read } from './record.ts'

/**
 * Step 7: an earlier proof of one of these records. Both ways to the root are walked side
 * by side: the record, every leaf before it, and whatever was complete in both trees must
 * be the same.
 */
export function checkReceipt(
  bytes: Uint8Array,
  records: readonly Read[],
  now: Checkpoint,
  policy: Policy,
): number {
  const why = 'the receipt cannot be read'
  const proof = orFault('receipt', why, undefined, () => readProof(readText(bytes)))
  const then = orFault('receipt', why, undefined, () => readCheckpoint(proof.checkpoint))
  must(then.origin === now.origin, 'receipt', 'the receipt is of another log')
  const signed = policy.logs.some((key) => key.name === then.origin && signedBy(then, key))
  must(signed, 'receipt', 'the receipt was not signed by this log')
  const n = records.findIndex((one) => one.proof.index === proof.index)
  const read = records[n]
  must(read !== undefined, 'receipt', 'the receipt is of none of these records')
  const root = rootOf(read.leaf, { ...proof, size: then.size })
  const same = root !== undefined && hex(root) === hex(then.root)
  must(same, 'receipt', 'it is not the record that the receipt was given for', n)
  const [one, other] = [complete(read, proof, then), complete(read, read.proof, now)]
  for (const [place, hash] of one) {
    const agrees = (other.get(place) ?? hash) === hash
    must(agrees, 'receipt', 'the log was another one when the receipt was given', n)
  }
  if (then.size === now.size) {
    const one = hex(then.root) === hex(now.root)
    must(one, 'receipt', 'the log had another content at that length', n)
  }
  return n
}

/** The nodes beside and on the way that no later leaf can change, by what they cover. */
function complete({ leaf }: Read, proof: Proof, { size }: Checkpoint): Map<string, string> {
  const found = new Map<string, string>()
  let [below, from, to] = [leaf, proof.index, proof.index + 1]
  for (const level of levels({ ...proof, size }) ?? []) {
    if (whole(level.from, level.to)) found.set(`${level.from}-${level.to}`, hex(level.hash))
    below = level.left ? hashNode(level.hash, below) : hashNode(below, level.hash)
    ;[from, to] = [Math.min(from, level.from), Math.max(to, level.to)]
    if (whole(from, to)) found.set(`${from}-${to}`, hex(below))
  }
  return found
}

/** As many leaves as a complete subtree has. */
function whole(from: number, to: number): boolean {
  const power = Math.log2(to - from)
  return Number.isInteger(power)
}
