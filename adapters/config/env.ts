import { CandourError } from '../../bot/errors.ts'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const APP_TYPES = ['SingleTenant', 'UserAssignedMSI'] as const
const PEOPLE = ['made-up', 'none'] as const
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

export interface Settings {
  readonly mode: 'demo' | 'pilot' | 'production'
  readonly port: number
  readonly host: string
  /** The folder of the databases. */
  readonly data: string
  /** `undefined`: the demo keeps its own in the data folder. */
  readonly kekFile: string | undefined
  /** The folder of the log's second place. `undefined`: a demo has it in the data folder. */
  readonly secondPlace: string | undefined
  /** Who outside signs that the log only grows. Without one, nothing is witnessed. */
  readonly witness?: WitnessSettings
  /** `undefined`: the demo's clinic, which comes with Candour. */
  readonly clinicDir: string | undefined
  /** Whether a demo with nothing in it is filled with made-up people at the start. */
  readonly demoPeople: (typeof PEOPLE)[number]
  readonly logLevel: (typeof LEVELS)[number]
  /** The registration of the bot. Without one there is no Teams. */
  readonly teams?: Teams
}

export interface WitnessSettings {
  /** Its C2SP verifier key. */
  readonly vkey: string
  /** Exactly one of the two says how it is reached. */
  readonly url?: string
  readonly folder?: string
}

export interface Teams {
  readonly type: (typeof APP_TYPES)[number]
  readonly appId: string
  readonly tenant: string
  /** For `SingleTenant` alone. */
  readonly passwordFile?: string
}

export type Environment = Readonly<Record<string, string | undefined>>

/** What is wrong with a value, or nothing. */
type Check = (value: string) => string | undefined

const CHECKS = {
  CANDOUR_MODE: checkMode,
  PORT: (value) => (isPort(value) ? undefined : `"${value}" is not a port from 0 to 65535`),
  HOST: (value) =>
    LOOPBACK.includes(value)
      ? undefined
      : `the demo listens on this machine alone (${LOOPBACK.join(', ')}), not on "${value}"`,
  CANDOUR_DATA: checkPath,
  CANDOUR_KEK_FILE: checkPath,
  CANDOUR_CLINIC_DIR: checkPath,
  CANDOUR_SECOND_PLACE: checkPath,
  CANDOUR_WITNESS_VKEY: checkVkey,
  CANDOUR_WITNESS_URL: checkUrl,
  CANDOUR_WITNESS_FOLDER: checkPath,
  LOG_LEVEL: (value) =>
    LEVELS.some((level) => level === value) ? undefined : `not one of ${LEVELS.join(', ')}`,
  CANDOUR_DEMO_PEOPLE: (value) =>
    PEOPLE.some((people) => people === value) ? undefined : `not one of ${PEOPLE.join(', ')}`,
  CANDOUR_TEAMS_APP_TYPE: (value) =>
    APP_TYPES.some((type) => type === value) ? undefined : `not one of ${APP_TYPES.join(', ')}`,
  CANDOUR_TEAMS_APP_ID: checkId,
  CANDOUR_TEAMS_TENANT: checkId,
  CANDOUR_TEAMS_PASSWORD_FILE: checkPath,
  CANDOUR_TEAMS_PRIVACY_URL: checkUrl,
  CANDOUR_TEAMS_TERMS_URL: checkUrl,
} as const satisfies Record<string, Check>

/** Read by the tests, which hand their environment on to the servers that they start. */
const TESTS_OWN = ['CANDOUR_MAY_SKIP', 'CANDOUR_CHROMIUM', 'CANDOUR_TEST_PG']

/** By its name, what is wrong with each setting. */
export function settingFaults(env: Environment): Record<string, string> {
  return { ...unknownNames(env), ...halfTeams(env), ...halfWitness(env), ...wrongValues(env) }
}

/** Reads the settings, or throws `config/refused` naming every fault at once. */
export function readSettings(env: Environment): Settings {
  const faults = settingFaults(env)
  if (Object.keys(faults).length > 0) throw new CandourError('config/refused', faults)
  return {
    mode: (set(env, 'CANDOUR_MODE') ?? 'demo') as Settings['mode'],
    port: Number(set(env, 'PORT') ?? 3978),
    host: set(env, 'HOST') ?? '127.0.0.1',
    data: set(env, 'CANDOUR_DATA') ?? './data',
    kekFile: set(env, 'CANDOUR_KEK_FILE'),
    secondPlace: set(env, 'CANDOUR_SECOND_PLACE'),
    clinicDir: set(env, 'CANDOUR_CLINIC_DIR'),
    demoPeople:
      (set(env, 'CANDOUR_DEMO_PEOPLE') as Settings['demoPeople'] | undefined) ?? 'made-up',
    logLevel: (set(env, 'LOG_LEVEL') as Settings['logLevel'] | undefined) ?? 'info',
    ...witnessIn(env),
    ...teamsIn(env),
  }
}

/** Every name that is read, for the test that `.env.example` tells of each. */
export const names = Object.keys(CHECKS)

/** A name that is set to nothing is not set: that is how most tools unset one. */
function set(env: Environment, name: string): string | undefined {
  return env[name] === '' ? undefined : env[name]
}

function unknownNames(env: Environment): Record<string, string> {
  const known = [...names, ...TESTS_OWN]
  const unknown = Object.keys(env).filter((n) => n.startsWith('CANDOUR_') && !known.includes(n))
  return Object.fromEntries(unknown.map((name) => [name, 'is not a setting: is it misspelt?']))
}

function wrongValues(env: Environment): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const [name, check] of Object.entries<Check>(CHECKS)) {
    const value = set(env, name)
    const fault = value === undefined ? undefined : check(value)
    if (fault) faults[name] = fault
  }
  return faults
}

/** All of a registration or nothing of it: half of one is a mistake, not a wish for no Teams. */
function halfTeams(env: Environment): Record<string, string> {
  const has = (name: string) => set(env, `CANDOUR_TEAMS_${name}`) !== undefined
  const parts = ['APP_TYPE', 'APP_ID', 'TENANT', 'PASSWORD_FILE']
  if (!parts.some(has)) return {}
  const single = set(env, 'CANDOUR_TEAMS_APP_TYPE') !== 'UserAssignedMSI'
  const faults = parts
    .filter((part) => (part === 'PASSWORD_FILE' && !single) === has(part))
    .map((part) => [
      `CANDOUR_TEAMS_${part}`,
      has(part) ? 'a managed identity has no password' : 'is missing: Teams needs it',
    ])
  return Object.fromEntries(faults) as Record<string, string>
}

function teamsIn(env: Environment): { teams: Teams } | undefined {
  const type = set(env, 'CANDOUR_TEAMS_APP_TYPE') as Teams['type'] | undefined
  const [appId, tenant] = [set(env, 'CANDOUR_TEAMS_APP_ID'), set(env, 'CANDOUR_TEAMS_TENANT')]
  if (!type || !appId || !tenant) return undefined
  const passwordFile = set(env, 'CANDOUR_TEAMS_PASSWORD_FILE')
  return { teams: { type, appId, tenant, ...(passwordFile && { passwordFile }) } }
}

/** A key and one way to reach it, or nothing of it. */
function halfWitness(env: Environment): Record<string, string> {
  const has = (name: string) => set(env, `CANDOUR_WITNESS_${name}`) !== undefined
  const ways = ['URL', 'FOLDER'].filter(has)
  if (ways.length === 2) return { CANDOUR_WITNESS_FOLDER: 'either this or CANDOUR_WITNESS_URL' }
  if (ways.length === 1 && !has('VKEY'))
    return { CANDOUR_WITNESS_VKEY: 'is missing: nobody else could tell the witness’s signature' }
  if (ways.length === 0 && has('VKEY'))
    return { CANDOUR_WITNESS_URL: 'is missing, or CANDOUR_WITNESS_FOLDER: how it is reached' }
  return {}
}

function witnessIn(env: Environment): { witness: WitnessSettings } | undefined {
  const [vkey, url] = [set(env, 'CANDOUR_WITNESS_VKEY'), set(env, 'CANDOUR_WITNESS_URL')]
  const folder = set(env, 'CANDOUR_WITNESS_FOLDER')
  return vkey ? { witness: { vkey, ...(url && { url }), ...(folder && { folder }) } } : undefined
}

function checkVkey(value: string): string | undefined {
  const vkey = /^[^\s+]+\+[0-9a-f]{8}\+B[A-Za-z0-9+/]{43}$/
  return vkey.test(value) ? undefined : 'is not a witness’s key, as `npm run witness` prints it'
}

function checkUrl(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.search && !url.hash
  return isPlain ? undefined : 'is not an address that begins with https:// or http://'
}

function checkMode(value: string): string | undefined {
  if (value === 'demo') return undefined
  if (value === 'pilot' || value === 'production') {
    return `${value} cannot start: staff sign-in is not built yet. Only demo can.`
  }
  return `"${value}" is not a mode. Only demo is, for now.`
}

function checkPath(value: string): string | undefined {
  return value.includes('\0') || value.trim() !== value ? 'is not a path' : undefined
}

function checkId(value: string): string | undefined {
  const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
  return id.test(value)
    ? undefined
    : 'is not an id of the form 00000000-0000-0000-0000-000000000000'
}

function isPort(value: string): boolean {
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535
}
