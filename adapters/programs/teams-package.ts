/**
 * `npm run teams:package -- [--out FILE]` makes the app that the tenant's administrator hands out
 * in Teams. It reads the settings alone, and opens nothing of the clinic's.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { CandourError } from '../../bot/errors.ts'
import type { Environment } from '../config/env.ts'
import { teamsPackage } from '../teams/package/package.ts'
import { print } from './print.ts'

type Print = (line: string) => void

const SETTINGS = {
  CANDOUR_TEAMS_APP_ID: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  CANDOUR_ORIGIN: /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+\/?$/i,
  CANDOUR_TEAMS_PRIVACY_URL: /^https:\/\//,
  CANDOUR_TEAMS_TERMS_URL: /^https:\/\//,
} as const
type Name = keyof typeof SETTINGS

const WANTED: Readonly<Record<Name, string>> = {
  CANDOUR_TEAMS_APP_ID: 'the id of the bot’s registration',
  CANDOUR_ORIGIN: 'where Candour is found, like https://candour.clinic.example',
  CANDOUR_TEAMS_PRIVACY_URL: 'the clinic’s page on data, an address that begins with https://',
  CANDOUR_TEAMS_TERMS_URL: 'the clinic’s terms, an address that begins with https://',
}

/** The whole program: says what it made, or throws `config/refused` with every fault. */
export function makeTeamsPackage(env: Environment, args: readonly string[], print: Print): void {
  const { values } = parseArgs({
    ...{ args: [...args], options: { out: { type: 'string', default: 'candour-teams.zip' } } },
  })
  const settings = read(env)
  const file = teamsPackage({
    ...{ appId: settings.CANDOUR_TEAMS_APP_ID.toLowerCase(), version: versionHere() },
    websiteUrl: new URL(settings.CANDOUR_ORIGIN).href,
    privacyUrl: settings.CANDOUR_TEAMS_PRIVACY_URL,
    termsOfUseUrl: settings.CANDOUR_TEAMS_TERMS_URL,
  })
  writeFileSync(values.out, file)
  print(`Made ${values.out}. Hand it to the administrator of the tenant: docs/teams.md says how.`)
}

function read(env: Environment): Readonly<Record<Name, string>> {
  const names = Object.keys(SETTINGS) as Name[]
  const faults = names.flatMap((name) => {
    const value = env[name] ?? ''
    if (value === '') return [[name, `is missing: ${WANTED[name]}`]]
    return SETTINGS[name].test(value) ? [] : [[name, `is not ${WANTED[name]}`]]
  })
  if (faults.length > 0)
    throw new CandourError('config/refused', Object.fromEntries(faults) as Record<string, string>)
  return Object.fromEntries(names.map((name) => [name, env[name] ?? ''])) as Record<Name, string>
}

function versionHere(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

if (import.meta.main) {
  try {
    makeTeamsPackage(process.env, process.argv.slice(2), print)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
