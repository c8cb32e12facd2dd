/**
 * `npm run witness -- --state FOLDER --name NAME [--log VKEY …] [--listen HOST:PORT | --folder FOLDER]`
 *
 * For somebody outside the clinic, on a machine of their own: signs that a log has only grown.
 * Without --log it says its own verifier key, which the clinic needs, and ends.
 */
import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readVkey, type Signer, signerOf, vkeyOf } from '../../bot/evidence/log/note.ts'
import { createWitness } from '../../bot/evidence/log/witness.ts'
import { createFilePlace } from '../place/file.ts'
import { answerFolder } from '../witness/folder.ts'
import { readOrMakeSeed } from '../witness/key.ts'
import { serveWitness } from '../witness/serve.ts'
import { endOnSignal } from './end-on-signal.ts'
import { portFault } from './ports.ts'

const PAUSE = 250

interface Wanted {
  readonly state: string
  readonly name: string
  readonly logs: readonly string[]
  readonly listen: string
  readonly folder: string | undefined
}

export interface Witnessing {
  readonly vkey: string
  /** Where it listens, when it does. */
  readonly url?: string
  close(): Promise<void>
}

export function wantedBy(args: readonly string[]): Wanted {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ state: text, name: text, listen: text, folder: text },
      log: { type: 'string', multiple: true },
    },
  })
  const { state, name, log = [], listen = '127.0.0.1:3979', folder } = values
  if (!state || !name) throw new Error('It needs --state FOLDER and --name NAME.')
  if (folder && values.listen) throw new Error('Either --listen or --folder, not both.')
  return { state, name, logs: log, listen, folder }
}

/** Runs until it is closed. */
export async function witness(wanted: Wanted): Promise<Witnessing> {
  const seed = readOrMakeSeed(wanted.state, (length) => new Uint8Array(randomBytes(length)))
  const signer = signerOf(wanted.name, 'cosignature', seed)
  const vkey = vkeyOf(signer)
  if (wanted.logs.length === 0) return { vkey, close: async () => {} }
  const add = adder(wanted, signer)
  if (wanted.folder !== undefined) return { vkey, close: watch(wanted.folder, add) }
  const { host, port } = addressOf(wanted.listen)
  const served = await serveWitness({ host, port, add }).catch((error: unknown) => {
    const fault = portFault(error)
    throw fault ? new Error(`--listen ${wanted.listen} ${fault}.`, { cause: error }) : error
  })
  return {
    vkey,
    url: `http://${wanted.listen.replace(/:\d+$/, `:${served.port}`)}`,
    close: served.close,
  }
}

type Add = ReturnType<typeof createWitness>

function adder({ state, logs }: Wanted, signer: Signer): Add {
  const placeOf = (origin: string) =>
    createFilePlace(join(state, createHash('sha256').update(origin).digest('hex')))
  const now = () => Math.floor(Date.now() / 1000)
  return createWitness({ signer, logs: logs.map(readVkey), placeOf, now })
}

function watch(folder: string, add: Add): () => Promise<void> {
  let busy: Promise<unknown> = Promise.resolve()
  const fail = (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
    clearInterval(timer)
  }
  const look = () => {
    busy = busy.then(() => answerFolder(folder, add)).catch(fail)
  }
  const timer = setInterval(look, PAUSE)
  return async () => {
    clearInterval(timer)
    await busy
  }
}

function addressOf(listen: string): { host: string; port: number } {
  const [, host = '', port = ''] = /^(.+):(\d{1,5})$/.exec(listen) ?? []
  if (!host || Number(port) > 65_535) throw new Error(`--listen ${listen} is not HOST:PORT.`)
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

async function main(): Promise<void> {
  const wanted = wantedBy(process.argv.slice(2))
  const running = await witness(wanted)
  console.log(
    `This witness’s verifier key, for the clinic’s CANDOUR_WITNESS_VKEY:\n${running.vkey}`,
  )
  if (wanted.logs.length === 0) {
    console.log('It knows no log yet: give it one with --log, as `npm run log` prints it there.')
    return
  }
  console.log(running.url ? `It listens on ${running.url}` : `It watches ${wanted.folder}`)
  endOnSignal(() => running.close().then(() => process.exit(0)), fatal)
}

function fatal(error: unknown): void {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

if (import.meta.main) {
  await main().catch(fatal)
}
