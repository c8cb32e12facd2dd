import { createHmac } from 'node:crypto'
import type { z } from 'zod'
import { type Envelope, envelope, type Leaf, leaf as leafSchema } from './envelope.ts'
import { Fault, must, type Step } from './fault.ts'
import { readCanonical, readText } from './json.ts'
import { type Files, numbered, proofPath } from './manifest.ts'
import { hashLeaf, hex, rootOf } from './merkle.ts'
import type { Checkpoint } from './note.ts'
import { type Proof, readProof } from './proof.ts'

const CONTEXT = 'candour/record/v1\0'

/** A record that is what its leaf commits to, and whose leaf is in the tree. */
export interface Read {
  readonly payload: Envelope
  /** Its leaf's hash. */
  readonly leaf: Uint8Array
  readonly proof: Proof
}

/** The checkpoint of a pack: as it is written, and as it is read. */
export interface Signed {
  readonly text: string
  readonly checkpoint: Checkpoint
}

/** Steps 2, 3 and 4 for one record. */
export function readRecord(files: Files, n: number, signed: Signed): Read {
  const own = (kind: string) => files.get(`records/${numbered(n)}.${kind}`) ?? new Uint8Array()
  const bytes = own('json')
  const payload = readAs(envelope, bytes, 'its content', n)
  const leafBytes = own('leaf')
  const leaf = readAs(leafSchema, leafBytes, 'its leaf', n)
  const nonce = nonceOf(own('nonce'), n)
  const commit = createHmac('sha256', nonce).update(CONTEXT).update(bytes).digest('hex')
  must(commit === leaf.commit, 'commitment', 'its content is not what its leaf commits to', n)
  const same = leaf.recordId === payload.recordId && leaf.log === payload.log
  must(same, 'inclusion', 'its leaf is of another record or another log', n)
  return { payload, ...included(files, n, signed, hashLeaf(leafBytes)) }
}

function included(files: Files, n: number, { text, checkpoint }: Signed, leaf: Uint8Array) {
  const bytes = files.get(proofPath(n)) ?? new Uint8Array()
  const proof = orFault('inclusion', 'its proof cannot be read', n, () =>
    readProof(readText(bytes)),
  )
  must(proof.checkpoint === text, 'inclusion', 'its proof is for another checkpoint', n)
  const root = rootOf(leaf, { ...proof, size: checkpoint.size })
  must(root !== undefined, 'inclusion', 'its proof leads nowhere', n)
  must(hex(root) === hex(checkpoint.root), 'inclusion', 'its leaf is not in the log', n)
  return { leaf, proof }
}

function nonceOf(bytes: Uint8Array, n: number): Buffer {
  const text = Buffer.from(bytes).toString('latin1')
  must(/^[0-9a-f]{64}$/.test(text), 'form', 'its nonce cannot be read', n)
  return Buffer.from(text, 'hex')
}

function readAs<T extends Envelope | Leaf>(
  schema: z.ZodType<T>,
  bytes: Uint8Array,
  what: string,
  n: number,
): T {
  return orFault('form', `${what} is not in the form that it must have`, n, () =>
    schema.parse(readCanonical(bytes)),
  )
}

/** What cannot be read is a fault, whatever it was that could not. */
export function orFault<T>(step: Step, why: string, n: number | undefined, read: () => T): T {
  try {
    return read()
  } catch {
    throw new Fault(step, why, n)
  }
}
