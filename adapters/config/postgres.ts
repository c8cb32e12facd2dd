type Environment = Readonly<Record<string, string | undefined>>

const GRADES = ['single', 'sync', 'sync-strict'] as const

/** Where several instances keep one clinic: two databases, each with a role of its own. */
export interface PostgresSettings {
  /** The database of the evidence, as the role that serves. */
  readonly url: string
  /** The database of the keys, as the role that owns it. */
  readonly keys: string
  /** The least that an acknowledged turn must survive. */
  readonly grade: (typeof GRADES)[number]
}

export const POSTGRES_CHECKS = {
  CANDOUR_POSTGRES: checkUrl,
  CANDOUR_POSTGRES_KEYS: checkUrl,
  CANDOUR_POSTGRES_OWNER: checkUrl,
  CANDOUR_POSTGRES_GRADE: (value: string) =>
    GRADES.some((grade) => grade === value) ? undefined : `not one of ${GRADES.join(', ')}`,
} as const

/** A name that is set to nothing is not set. */
const set = (env: Environment, name: string) => env[name] || undefined

/** Both databases or neither, and never one for both: whoever takes one must not have the other. */
export function halfPostgres(env: Environment): Record<string, string> {
  const [url, keys] = [set(env, 'CANDOUR_POSTGRES'), set(env, 'CANDOUR_POSTGRES_KEYS')]
  const rest = ['CANDOUR_POSTGRES_GRADE', 'CANDOUR_POSTGRES_OWNER'].filter((name) => set(env, name))
  if (!url && !keys)
    return Object.fromEntries(
      rest.map((name) => [name, 'is for CANDOUR_POSTGRES, which is not set']),
    )
  if (!url) return { CANDOUR_POSTGRES: 'is missing: the keys are for its records' }
  if (!keys) return { CANDOUR_POSTGRES_KEYS: 'is missing: keys are never beside what they open' }
  if (!set(env, 'CANDOUR_KEK_FILE'))
    return { CANDOUR_KEK_FILE: 'is missing: every instance on one PostgreSQL needs the same' }
  return { ...sameFor(url, keys), ...otherOwned(url, set(env, 'CANDOUR_POSTGRES_OWNER')) }
}

export function postgresIn(env: Environment): { postgres: PostgresSettings } | undefined {
  const [url, keys] = [set(env, 'CANDOUR_POSTGRES'), set(env, 'CANDOUR_POSTGRES_KEYS')]
  if (!url || !keys) return undefined
  const grade = (set(env, 'CANDOUR_POSTGRES_GRADE') ?? 'single') as PostgresSettings['grade']
  return { postgres: { url, keys, grade } }
}

function sameFor(url: string, keys: string): Record<string, string> {
  if (!URL.canParse(url) || !URL.canParse(keys)) return {}
  if (new URL(url).username === new URL(keys).username)
    return { CANDOUR_POSTGRES_KEYS: 'has the role of CANDOUR_POSTGRES: it needs one of its own' }
  if (placeIn(url) === placeIn(keys))
    return { CANDOUR_POSTGRES_KEYS: 'is the database of CANDOUR_POSTGRES: it must be another' }
  return {}
}

/** What the owner is asked to change is what is served, or one slip of a key makes tables elsewhere. */
function otherOwned(url: string, owner?: string): Record<string, string> {
  if (!owner || !URL.canParse(url) || !URL.canParse(owner)) return {}
  const [served, owned] = [placeIn(url), placeIn(owner)]
  if (served === owned) return {}
  const why = `leads to ${owned}, and CANDOUR_POSTGRES to ${served}: both must name the same host, port and database`
  return { CANDOUR_POSTGRES_OWNER: why }
}

/** Host, port and database. What stands behind the question mark counts more, as it does when it is opened. */
function placeIn(address: string): string {
  const { hostname, port, pathname, searchParams } = new URL(address)
  const host = searchParams.get('host') ?? (hostname || 'localhost')
  const at = searchParams.get('port') ?? (port || '5432')
  return `${host.toLowerCase()}:${at}${pathname}`
}

function checkUrl(value: string): string | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)
    return 'is not of the form postgres://role@host:5432/database'
  if (url.password || url.searchParams.has('password'))
    return 'has a password in it, which others can read: put it into the file that PGPASSFILE names'
  return url.username ? undefined : 'names no role'
}
