import { CandourError } from '../../bot/errors.ts'
import { notApart } from './apart.ts'
import {
  checkIssuer,
  checkMode,
  checkOrigin,
  checkPath,
  checkUrl,
  checkVkey,
  checkPort,
} from './checks.ts'
import { halfMail, MAIL_CHECKS, mailIn, type MailSettings } from './mail.ts'
import { halfPostgres, POSTGRES_CHECKS, postgresIn, type PostgresSettings } from './postgres.ts'
import { halfTeams, type Teams, TEAMS_CHECKS, teamsIn } from './teams.ts'

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const PEOPLE = ['made-up', 'none'] as const
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

export interface Settings {
  readonly mode: 'demo' | 'pilot' | 'production'
  readonly port: number
  readonly host: string
  /** Where figures for Prometheus are read; without one there are none. */
  readonly metricsPort?: number
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
  /** Where browsers find Candour, over TLS: a proxy in front of it brings them. A demo has none. */
  readonly origin?: string
  /** The clinic's own sign-in. A demo may do without. */
  readonly signIn?: SignIn
  /** What other servers show to get a token for a chat client of theirs. */
  readonly siteSecretsFile?: string
  /** `undefined`: SQLite, in the folder of the databases. */
  readonly postgres?: PostgresSettings
  /** The registration of the bot. Without one there is no Teams. */
  readonly teams?: Teams
  /** Without it nobody is told of anything by email. */
  readonly mail?: MailSettings
}

export interface SignIn {
  readonly issuer: string
  readonly clientId: string
  readonly secretFile: string
}

export interface WitnessSettings {
  /** Its C2SP verifier key. */
  readonly vkey: string
  /** Exactly one of the two says how it is reached. */
  readonly url?: string
  readonly folder?: string
}

export type Environment = Readonly<Record<string, string | undefined>>

/** What is wrong with a value, or nothing. */
type Check = (value: string) => string | undefined

const CHECKS = {
  CANDOUR_MODE: checkMode,
  PORT: checkPort,
  HOST: (value) =>
    LOOPBACK.includes(value)
      ? undefined
      : `it listens on this machine alone (${LOOPBACK.join(', ')}), not on "${value}"`,
  CANDOUR_METRICS_PORT: checkPort,
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
  CANDOUR_ORIGIN: checkOrigin,
  CANDOUR_SIGN_IN_ISSUER: checkIssuer,
  CANDOUR_SIGN_IN_CLIENT_ID: checkPath,
  CANDOUR_SIGN_IN_SECRET_FILE: checkPath,
  CANDOUR_SITE_SECRETS_FILE: checkPath,
  ...POSTGRES_CHECKS,
  ...TEAMS_CHECKS,
  ...MAIL_CHECKS,
} as const satisfies Record<string, Check>

/** Read by the tests, which hand their environment on to the servers that they start. */
const TESTS_OWN = ['CANDOUR_MAY_SKIP', 'CANDOUR_CHROMIUM', 'CANDOUR_TEST_PG']

/** By its name, what is wrong with each setting. */
export function settingFaults(env: Environment): Record<string, string> {
  const staff = { ...halfTeams(env), ...halfSignIn(env), ...halfMail(env) }
  const halves = { ...staff, ...halfWitness(env), ...halfPostgres(env) }
  const needed = { ...missingNames(env), ...notApart(env) }
  return { ...unknownNames(env), ...halves, ...needed, ...wrongValues(env) }
}

/** Reads the settings, or throws `config/refused` naming every fault at once. */
export function readSettings(env: Environment): Settings {
  const faults = settingFaults(env)
  if (Object.keys(faults).length > 0) throw new CandourError('config/refused', faults)
  return {
    mode: (set(env, 'CANDOUR_MODE') ?? 'demo') as Settings['mode'],
    port: Number(set(env, 'PORT') ?? 3978),
    host: set(env, 'HOST') ?? '127.0.0.1',
    ...metricsIn(env),
    data: set(env, 'CANDOUR_DATA') ?? './data',
    kekFile: set(env, 'CANDOUR_KEK_FILE'),
    secondPlace: set(env, 'CANDOUR_SECOND_PLACE'),
    clinicDir: set(env, 'CANDOUR_CLINIC_DIR'),
    demoPeople:
      (set(env, 'CANDOUR_DEMO_PEOPLE') as Settings['demoPeople'] | undefined) ?? 'made-up',
    logLevel: (set(env, 'LOG_LEVEL') as Settings['logLevel'] | undefined) ?? 'info',
    ...signInIn(env),
    ...siteSecretsIn(env),
    ...witnessIn(env),
    ...postgresIn(env),
    ...teamsIn(env),
    ...mailIn(env),
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

function siteSecretsIn(env: Environment): Pick<Settings, 'siteSecretsFile'> {
  const siteSecretsFile = set(env, 'CANDOUR_SITE_SECRETS_FILE')
  return siteSecretsFile === undefined ? {} : { siteSecretsFile }
}

function metricsIn(env: Environment): { metricsPort: number } | undefined {
  const port = set(env, 'CANDOUR_METRICS_PORT')
  return port === undefined ? undefined : { metricsPort: Number(port) }
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

/** What a demo makes or does without, and nobody else may. */
const NEEDED = {
  CANDOUR_ORIGIN: 'where browsers find it, over TLS',
  CANDOUR_SIGN_IN_ISSUER: 'staff sign in with accounts of the clinic',
  CANDOUR_KEK_FILE: 'the key that wraps all others is kept apart from the data',
  CANDOUR_SECOND_PLACE: 'the log has a second place, apart from the data',
  CANDOUR_CLINIC_DIR: 'the clinic that comes with Candour is made up',
}

function missingNames(env: Environment): Record<string, string> {
  const mode = set(env, 'CANDOUR_MODE')
  if (mode !== 'pilot' && mode !== 'production') return {}
  // Beside the keys in PostgreSQL, the second place is apart from the data by itself.
  const given = set(env, 'CANDOUR_POSTGRES') ? ['CANDOUR_SECOND_PLACE'] : []
  const missing = Object.entries(NEEDED).filter(
    ([name]) => set(env, name) === undefined && !given.includes(name),
  )
  return Object.fromEntries(missing.map(([name, why]) => [name, `is missing: ${why}`]))
}

/** All of the clinic's sign-in or nothing of it; and it leads back to somewhere. */
function halfSignIn(env: Environment): Record<string, string> {
  const parts = ['ISSUER', 'CLIENT_ID', 'SECRET_FILE'].map((part) => `CANDOUR_SIGN_IN_${part}`)
  if (!parts.some((part) => set(env, part) !== undefined)) return {}
  const missing = [...parts, 'CANDOUR_ORIGIN'].filter((part) => set(env, part) === undefined)
  return Object.fromEntries(missing.map((part) => [part, 'is missing: sign-in needs it']))
}

function signInIn(env: Environment): Pick<Settings, 'origin' | 'signIn'> {
  const origin = set(env, 'CANDOUR_ORIGIN')
  const [issuer, clientId] = [
    set(env, 'CANDOUR_SIGN_IN_ISSUER'),
    set(env, 'CANDOUR_SIGN_IN_CLIENT_ID'),
  ]
  const secretFile = set(env, 'CANDOUR_SIGN_IN_SECRET_FILE')
  const signIn = issuer && clientId && secretFile ? { issuer, clientId, secretFile } : undefined
  return { ...(origin && { origin }), ...(signIn && { signIn }) }
}
