import { openCheckpoint, readCheckpoint } from './checkpoint.ts'
import { cosign, type Signer, textOf, type Verifier } from './note.ts'
import type { Place, WitnessAnswer } from './ports.ts'
import { readHash } from './proof.ts'
import { extendsTree, same } from './prove.ts'

/** c2sp.org/tlog-witness: what somebody outside the clinic needs to see that a log only grows. */
export interface Witnessing {
  /** Of kind `cosignature`. */
  readonly signer: Signer
  /** The logs that it knows, by their verifier keys. */
  readonly logs: readonly Verifier[]
  /** Where the latest checkpoint that it signed of an origin is kept. */
  readonly placeOf: (origin: string) => Place
  /** Seconds since 1970. */
  readonly now: () => number
}

/** The content type of an answer that says which size is known. */
export const SIZE_TYPE = 'text/x.tlog.size'

export interface Answer extends WitnessAnswer {
  readonly type: string
}

/** Takes the body of `add-checkpoint`. What it has signed is durable before it answers. */
export function createWitness(witnessing: Witnessing): (request: string) => Promise<Answer> {
  const { signer, logs, placeOf, now } = witnessing
  return async (request) => {
    const asked = readRequest(request)
    if (!asked) return refused(400, 'this is no add-checkpoint request')
    const log = logs.find(({ name }) => name === asked.origin)
    if (!log) return refused(404, 'this log is not known here')
    if (!isSignedBy(asked.note, log)) return refused(403, 'the log has not signed this')
    if (asked.old > asked.size) return refused(400, 'the old size is above the new one')
    const place = placeOf(log.name)
    for (;;) {
      const kept = await place.read()
      const refusal = check(asked, kept === undefined ? undefined : readCheckpoint(textOf(kept)))
      if (refusal) return refusal
      // Whoever was faster has changed what this one must be checked against.
      if (!(await place.swap(kept, asked.note))) continue
      return { status: 200, body: cosign(textOf(asked.note), signer, now()), type: 'text/plain' }
    }
  }
}

interface Asked {
  readonly old: number
  readonly path: readonly Uint8Array[]
  readonly note: string
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

const MOST_HASHES = 63

function readRequest(request: string): Asked | undefined {
  const at = request.indexOf('\n\n')
  const [first = '', ...lines] = request.slice(0, Math.max(0, at)).split('\n')
  const old = Number(/^old (0|[1-9]\d*)$/.exec(first)?.[1])
  if (!Number.isSafeInteger(old) || lines.length > MOST_HASHES) return undefined
  const note = request.slice(at + 2)
  try {
    return { old, path: lines.map(readHash), note, ...readCheckpoint(textOf(note)) }
  } catch {
    return undefined
  }
}

function isSignedBy(note: string, log: Verifier): boolean {
  try {
    openCheckpoint(note, log)
    return true
  } catch {
    return false
  }
}

function check(
  { old, path, size, root }: Asked,
  kept: { readonly size: number; readonly root: Uint8Array } | undefined,
): Answer | undefined {
  const known = kept?.size ?? 0
  if (old !== known) return { status: 409, body: `${known}\n`, type: SIZE_TYPE }
  if (kept && size === known && !same(kept.root, root))
    return refused(409, 'another tree of this size is known here')
  const earlier = kept ?? { size: 0, root }
  return extendsTree(earlier, { size, root }, path)
    ? undefined
    : refused(422, 'the tree does not begin with the one that is known here')
}

function refused(status: number, why: string): Answer {
  return { status, body: `${why}\n`, type: 'text/plain' }
}
