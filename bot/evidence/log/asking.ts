import { CandourError } from '../../errors.ts'
import { peek } from './checkpoint.ts'
import { consistencyPlan } from './merkle.ts'
import { openNote, readVkey, type Verifier } from './note.ts'
import type { LogStore, Witness } from './ports.ts'
import { built } from './reader.ts'

export interface Asking {
  readonly store: Pick<LogStore, 'nodes'>
  readonly witnesses: readonly Witness[]
  /** Told once whenever a witness begins to refuse, or refuses for another reason. */
  readonly trouble: (error: CandourError) => void
}

/** The lines that the witnesses add to a checkpoint, and whether all of them did. */
export interface Cosigned {
  readonly lines: string
  readonly all: boolean
}

export function createAsking({ store, witnesses, trouble }: Asking) {
  const asked = witnesses.map((witness) => ({
    ...{ witness, verifier: readVkey(witness.vkey), old: 0, told: '' },
  }))

  /** What it last signed is its own to say: a size that is wrong costs one more question. */
  async function askOne(one: (typeof asked)[number], note: string): Promise<string> {
    const { size } = peek(note)
    if (one.old > size) one.old = 0
    for (let tries = 0; tries < 3; tries++) {
      const path = await built(store, consistencyPlan(one.old, size))
      const { status, body } = await one.witness.add(requestOf(one.old, path, note))
      if (status === 200) {
        one.old = size
        return cosignaturesIn(body, note, one.verifier)
      }
      const known = status === 409 ? /^(0|[1-9]\d{0,15})\n$/.exec(body)?.[1] : undefined
      if (known === undefined || Number(known) === one.old) throw refusal(`it answers ${status}`)
      if (Number(known) > size) throw refusal(`it knows ${known} records, we have ${size}`)
      one.old = Number(known)
    }
    throw refusal('it says another size each time')
  }

  async function tryOne(one: (typeof asked)[number], note: string): Promise<string> {
    try {
      const lines = await askOne(one, note)
      one.told = ''
      return lines
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : 'unknown'
      const error = new CandourError('log/not-witnessed', { witness: one.verifier.name, why })
      if (one.told !== why) trouble(error)
      one.told = why
      return ''
    }
  }

  return async (note: string): Promise<Cosigned> => {
    const lines = await Promise.all(asked.map((one) => tryOne(one, note)))
    return { lines: lines.join(''), all: lines.length > 0 && !lines.includes('') }
  }
}

/** The body of `add-checkpoint`. */
export function requestOf(old: number, path: readonly Uint8Array[], note: string): string {
  const hashes = path.map((hash) => `${Buffer.from(hash).toString('base64')}\n`)
  return `old ${old}\n${hashes.join('')}\n${note}`
}

/** Only lines of this witness that verify: others are not ours to pass on. */
function cosignaturesIn(body: string, note: string, witness: Verifier): string {
  const lines = body.split('\n').filter((line) => line.startsWith(`— ${witness.name} `))
  const own = lines
    .map((line) => `${line}\n`)
    .find((line) => {
      try {
        return openNote(note + line, [witness]).by.length === 1
      } catch {
        return false
      }
    })
  if (!own) throw refusal('what it sends is not its signature')
  return own
}

function refusal(why: string): Error {
  return new Error(why)
}
