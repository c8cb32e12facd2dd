import type { Instant } from '../../../machines/time.ts'
import type { CandourError } from '../../errors.ts'
import type { Chance, Keys } from '../../ports.ts'
import { createAsker, createLine, createScrubber, joined } from './beside.ts'
import { signerOf } from './note.ts'
import type { Log, LogStore, Place, Witness } from './ports.ts'
import { createLogReader } from './reader.ts'
import { createSequencer } from './sequencer.ts'
import { beginLog, checkAgrees, type Sequencing } from './takeover.ts'

export { hasNoLog } from './takeover.ts'

export interface LogParts {
  readonly store: LogStore
  readonly keys: Pick<Keys, 'signing'>
  readonly second: Place
  readonly witnesses: readonly Witness[]
  readonly wall: () => Instant
  /** Told of a witness that does not sign. Nothing else waits for it. */
  readonly trouble?: (error: CandourError) => void
}

export interface RunningLog extends Log {
  /**
   * For the program’s timer: signs what has come in, and sees to witnesses and scrubbing beside
   * it. Once it has rejected it rejects for good: only a restart reads again.
   */
  round(): Promise<void>
}

/** The first step of a clinic’s log, which somebody has to ask for. */
export async function inception(parts: LogParts, clinic: string, chance: Chance): Promise<void> {
  await beginLog(sequencing(parts), `candour/${clinic}/${chance.id().slice(0, 16)}`)
}

/** Takes over writing the clinic’s log. Throws where it has not begun or does not hold. */
export async function openLog(parts: LogParts): Promise<RunningLog> {
  const { store, witnesses, wall, trouble = () => undefined } = parts
  const what = sequencing(parts)
  const sequencer = await createSequencer(what)
  const line = createLine()
  const drain = joined(line, () => sequencer.drain())
  const ask = createAsker({ store, witnesses, trouble, sequencer, line, wall })
  const scrub = createScrubber(store, sequencer, wall)
  let broken: Error | undefined
  const breaks = (error: Error) => (broken ??= error)
  return {
    ...createLogReader({ store, witnesses, keyOf: what.signerOf }),
    round: async () => {
      await drain()
      if (broken) throw broken
      scrub().catch(breaks)
      ask('in its time').catch(breaks)
    },
    settled: async () => {
      await drain()
      await scrub()
      await ask('now')
    },
  }
}

/** Throws where the database and the second place do not tell the same. Takes nothing over. */
export async function checkLog(parts: LogParts): Promise<void> {
  await checkAgrees(sequencing(parts))
}

/** The same to read, while nothing may be added. */
export function readLog(parts: LogParts): RunningLog {
  const { store, witnesses } = parts
  const nothing = async () => {}
  const keyOf = sequencing(parts).signerOf
  return { ...createLogReader({ store, witnesses, keyOf }), round: nothing, settled: nothing }
}

function sequencing({ store, second, wall, keys }: LogParts): Sequencing {
  const signer = async (origin: string) =>
    signerOf(origin, 'log', (await keys.signing(origin)).bytes)
  return { store, second, wall, signerOf: signer }
}
