import type { Hash } from './merkle.ts'
import {
  fromBase64,
  openNote,
  type Opened,
  signNote,
  type Signer,
  textOf,
  type Verifier,
} from './note.ts'

/** c2sp.org/tlog-checkpoint: the head of a log. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Hash
}

export function signCheckpoint({ origin, size, root }: Checkpoint, signer: Signer): string {
  return signNote(`${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`, signer)
}

/** Throws unless the log that it names has signed it. */
export function openCheckpoint(
  note: string,
  log: Verifier,
  witnesses: readonly Verifier[] = [],
): Checkpoint & { readonly by: Opened['by'] } {
  const { text, by } = openNote(note, [log, ...witnesses])
  const read = readCheckpoint(text)
  if (read.origin !== log.name) throw new Error(`a checkpoint of ${read.origin}`)
  if (!by.some(({ verifier }) => verifier === log)) throw new Error('the log has not signed it')
  return { ...read, by: by.filter(({ verifier }) => verifier !== log) }
}

/** What a checkpoint says, believed from nobody yet. */
export function peek(note: string): Checkpoint {
  return readCheckpoint(textOf(note))
}

/** Further lines are for whoever knows what they mean. */
export function readCheckpoint(text: string): Checkpoint {
  const [origin = '', size = '', root = '', ...more] = text.split('\n')
  const bytes = fromBase64(root)
  const fault =
    origin === '' || !/^(0|[1-9]\d*)$/.test(size) || bytes?.length !== 32 || more.pop() !== ''
  if (fault || !Number.isSafeInteger(Number(size)) || more.includes(''))
    throw new Error('it is no checkpoint')
  return { origin, size: Number(size), root: new Uint8Array(bytes) }
}
