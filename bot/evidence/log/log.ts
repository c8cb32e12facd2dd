import type { Instant } from '../../../machines/time.ts'
import type { Chance, Keys } from '../../ports.ts'
import { signerOf } from './note.ts'
import type { Log, LogStore, Place, Witness } from './ports.ts'
import { createLogReader } from './reader.ts'
import { beginLog, createSequencer, type Sequencing } from './sequencer.ts'

export interface LogParts {
  readonly store: LogStore
  readonly keys: Pick<Keys, 'signing'>
  readonly second: Place
  readonly witnesses: readonly Witness[]
  readonly wall: () => Instant
}

export interface RunningLog extends Log {
  /** For the program’s timer. Once it has rejected it rejects for good: only a restart reads again. */
  round(): Promise<void>
}

/** The first step of a clinic’s log, which somebody has to ask for. */
export async function inception(parts: LogParts, clinic: string, chance: Chance): Promise<void> {
  await beginLog(sequencing(parts), `candour/${clinic}/${chance.id().slice(0, 16)}`)
}

/** Takes over writing the clinic’s log. Throws where it has not begun or does not hold. */
export async function openLog(parts: LogParts): Promise<RunningLog> {
  const { store, witnesses } = parts
  const what = sequencing(parts)
  const sequencer = await createSequencer(what)
  let last: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  // Whoever asks while one runs waits for the one after it, which sees what they committed.
  const round = () =>
    (next ??= last =
      last.then(() => {
        next = undefined
        return sequencer.drain()
      }))
  return {
    ...createLogReader({ store, witnesses, keyOf: what.signerOf }),
    round,
    settled: round,
  }
}

function sequencing({ store, second, wall, keys }: LogParts): Sequencing {
  const signer = async (origin: string) =>
    signerOf(origin, 'log', (await keys.signing(origin)).bytes)
  return { store, second, wall, signerOf: signer }
}
