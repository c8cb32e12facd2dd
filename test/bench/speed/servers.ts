import { cpSync, existsSync, mkdirSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { log } from '../../../adapters/programs/log.ts'
import { newFolder } from '../../adapters/folder.ts'
import { productionAt } from '../../support/production.ts'
import { freePort } from '../../support/server.ts'
import { NODE, ROOT, type Running, running, START } from './processes.ts'
import { newSigner } from './teams-loopback.ts'

type Settings = Readonly<Record<string, string>>

export interface Peer extends Running {
  readonly name: string
  /** How to talk to it. */
  readonly kind: 'candour' | 'changing' | 'echo' | 'echo-told' | 'teams'
  /** What the load has to know of it besides. */
  readonly env?: Settings
}

/** Candour as a clinic runs it, behind a proxy’s headers: tokens, limits, keys, log and all. */
export async function startCandour(
  name = 'candour',
  flags: readonly string[] = [],
  given: Settings = {},
): Promise<Peer> {
  return startInstance(name, flags, await settingsOf(given))
}

/** What a production needs, with a log that has begun. */
export async function settingsOf(given: Settings = {}): Promise<Settings> {
  const env = { ...productionAt('https://127.0.0.1:9'), ...given, CANDOUR_MODE: 'production' }
  await log(env, ['begin'], () => undefined)
  return { ...env, LOG_LEVEL: 'silent' }
}

export async function startInstance(
  name: string,
  flags: readonly string[],
  settings: Settings,
): Promise<Peer> {
  const port = await freePort()
  const args = [...flags, ...START]
  const peer = await running({ name, port, args, env: { ...settings, PORT: `${port}` } })
  return { ...peer, name, kind: 'candour' }
}

const VARIANTS = ['--import', './test/bench/speed/variants/instead.mjs']

const STORE = '/adapters/sqlite/store.ts'
const FEW = '/adapters/http/few.ts'
const INSTEAD = {
  forgetful: `${STORE}=forgetful`,
  'one-by-one': `${STORE}=one-by-one`,
  naive: `${STORE}=one-by-one ${FEW}=all-at-once`,
} as const
export type Variant = keyof typeof INSTEAD

/** The same server, with a module or two replaced: see `variants/`. Never a setting of the product. */
export const startVariant = (name: Variant): Promise<Peer> =>
  startCandour(name, VARIANTS, { BENCH_INSTEAD: INSTEAD[name] })

/** Candour behind Teams: signed tokens come in, and cards go out to a loopback in the load’s process. */
export async function startTeams(): Promise<Peer> {
  const [port, loopback] = [await freePort(), await freePort()]
  const signer = await newSigner()
  const env = { PORT: `${port}`, LOOPBACK: `${loopback}`, DATA: newFolder(), ...signer }
  const args = [...NODE, 'test/bench/speed/teams-server.ts']
  const peer = await running({ name: 'teams', port, args, env })
  return { ...peer, name: 'teams', kind: 'teams', env }
}

/** The Bot Framework’s own echo bot. */
export async function startEcho(): Promise<Peer> {
  const port = await freePort()
  const args = ['test/bench/peers/echo.mjs']
  return {
    ...(await running({ name: 'echo', port, args, env: { PORT: `${port}` } })),
    ...{ name: 'echo', kind: 'echo' },
  }
}

/** The same, whose answers go out to a loopback in the load’s process, as they do in Teams. */
export async function startEchoTold(): Promise<Peer> {
  const env = { LOOPBACK: `${await freePort()}`, ...(await newSigner()) }
  return { ...(await startEcho()), name: 'echo-told', kind: 'echo-told', env }
}

const PEERS = join(ROOT, 'test/bench/peers/agents')
const INSTALLED = join(ROOT, 'node_modules/.cache/bench-peers')

/** The echo bot of the Bot Framework’s successor, which nothing but this needs. */
export async function startAgents(): Promise<Peer> {
  installPeers()
  const port = await freePort()
  const args = [join(INSTALLED, 'agents.mjs')]
  return {
    ...(await running({ name: 'agents', port, args, cwd: INSTALLED, env: { PORT: `${port}` } })),
    ...{ name: 'agents', kind: 'echo' },
  }
}

function installPeers(): void {
  mkdirSync(INSTALLED, { recursive: true })
  cpSync(PEERS, INSTALLED, { recursive: true })
  if (existsSync(join(INSTALLED, 'node_modules/@microsoft/agents-hosting'))) return
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    ...{ cwd: INSTALLED, encoding: 'utf8', shell: process.platform === 'win32' },
  })
  if (done.status !== 0) throw new Error(`npm ci of the peers: ${done.stderr}`)
}

/** Starts them, measures, and ends them whatever happened. */
export async function between(
  starts: readonly (() => Promise<Peer>)[],
  measure: (peers: readonly Peer[]) => Promise<void>,
): Promise<void> {
  const peers: Peer[] = []
  try {
    for (const start of starts) peers.push(await start())
    await measure(peers)
  } finally {
    await Promise.all(peers.map((peer) => peer.stop()))
  }
}
