import { checkId, checkPath, checkUrl } from './checks.ts'

type Environment = Readonly<Record<string, string | undefined>>

const APP_TYPES = ['SingleTenant', 'UserAssignedMSI'] as const

export interface Teams {
  readonly type: (typeof APP_TYPES)[number]
  readonly appId: string
  readonly tenant: string
  /** For `SingleTenant` alone. */
  readonly passwordFile?: string
}

export const TEAMS_CHECKS = {
  CANDOUR_TEAMS_APP_TYPE: (value: string) =>
    APP_TYPES.some((type) => type === value) ? undefined : `not one of ${APP_TYPES.join(', ')}`,
  CANDOUR_TEAMS_APP_ID: checkId,
  CANDOUR_TEAMS_TENANT: checkId,
  CANDOUR_TEAMS_PASSWORD_FILE: checkPath,
  CANDOUR_TEAMS_PRIVACY_URL: checkUrl,
  CANDOUR_TEAMS_TERMS_URL: checkUrl,
} as const

/** A name that is set to nothing is not set. */
const set = (env: Environment, name: string): string | undefined => env[name] || undefined

/** All of a registration or nothing of it: half of one is a mistake, not a wish for no Teams. */
export function halfTeams(env: Environment): Record<string, string> {
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

export function teamsIn(env: Environment): { teams: Teams } | undefined {
  const type = set(env, 'CANDOUR_TEAMS_APP_TYPE') as Teams['type'] | undefined
  const [appId, tenant] = [set(env, 'CANDOUR_TEAMS_APP_ID'), set(env, 'CANDOUR_TEAMS_TENANT')]
  if (!type || !appId || !tenant) return undefined
  const passwordFile = set(env, 'CANDOUR_TEAMS_PASSWORD_FILE')
  return { teams: { type, appId, tenant, ...(passwordFile && { passwordFile }) } }
}
