// The settings of mail. All of it is off until a server is named.

import { checkPath, checkPort } from './checks.ts'

type Environment = Readonly<Record<string, string | undefined>>
type Faults = Readonly<Record<string, string>>

const TLS = ['starttls', 'implicit', 'none'] as const
const LOOPBACK = ['127.0.0.1', '::1', 'localhost']

export interface MailSettings {
  readonly host: string
  readonly port: number
  /** `none` is for a demo on this machine alone. */
  readonly tls: (typeof TLS)[number]
  readonly from: string
  readonly user?: string
  readonly passwordFile?: string
}

function checkTls(value: string): string | undefined {
  return TLS.some((tls) => tls === value) ? undefined : `not one of ${TLS.join(', ')}`
}

function checkHost(value: string): string | undefined {
  return /^[a-z0-9:]([a-z0-9.:-]{0,251}[a-z0-9])?$/i.test(value)
    ? undefined
    : 'is not the name of a server'
}

function checkAddress(value: string): string | undefined {
  const address = /^[^\s@<>,;:"()]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i
  return address.test(value) ? undefined : 'is not one email address, without a name'
}

export const MAIL_CHECKS = {
  CANDOUR_MAIL_HOST: checkHost,
  CANDOUR_MAIL_PORT: checkPort,
  CANDOUR_MAIL_TLS: checkTls,
  CANDOUR_MAIL_FROM: checkAddress,
  CANDOUR_MAIL_USER: checkPath,
  CANDOUR_MAIL_PASSWORD_FILE: checkPath,
} as const

/** All that mail needs or nothing of it, and TLS wherever there are real people. */
export function halfMail(env: Environment): Faults {
  const has = (part: string) => valueOf(env, part) !== undefined
  if (!PARTS.some(has)) return {}
  const missing = ['HOST', 'FROM'].filter((part) => !has(part))
  const faults = missing.map((part) => [`CANDOUR_MAIL_${part}`, 'is missing: mail needs it'])
  return {
    ...(Object.fromEntries(faults) as Record<string, string>),
    ...halfAccount(env),
    ...leavingTheMachine(env),
    ...withoutTls(env),
  }
}

const PARTS = ['HOST', 'PORT', 'TLS', 'FROM', 'USER', 'PASSWORD_FILE']

const valueOf = (env: Environment, part: string): string | undefined =>
  env[`CANDOUR_MAIL_${part}`] || undefined

function halfAccount(env: Environment): Faults {
  const [user, password] = [valueOf(env, 'USER'), valueOf(env, 'PASSWORD_FILE')]
  if (user && !password) return { CANDOUR_MAIL_PASSWORD_FILE: 'is missing: the account needs it' }
  if (password && !user) return { CANDOUR_MAIL_USER: 'is missing: whose password it is' }
  return {}
}

/** A demo's people are made up, but what is typed into one may be anybody's address. */
function leavingTheMachine(env: Environment): Faults {
  const demo = (env['CANDOUR_MODE'] || 'demo') === 'demo'
  if (!demo || LOOPBACK.includes(valueOf(env, 'HOST') ?? LOOPBACK[0] ?? '')) return {}
  return { CANDOUR_MAIL_HOST: 'the mail of a demo goes to this machine alone' }
}

function withoutTls(env: Environment): Faults {
  if (valueOf(env, 'TLS') !== 'none') return {}
  const demo = (env['CANDOUR_MODE'] || 'demo') === 'demo'
  if (!demo) return { CANDOUR_MAIL_TLS: 'only a demo sends mail without TLS' }
  if (valueOf(env, 'USER')) return { CANDOUR_MAIL_TLS: 'a password is never sent without TLS' }
  return {}
}

export function mailIn(env: Environment): { mail: MailSettings } | undefined {
  const [host, from] = [valueOf(env, 'HOST'), valueOf(env, 'FROM')]
  if (!host || !from) return undefined
  const tls = (valueOf(env, 'TLS') ?? 'starttls') as MailSettings['tls']
  const port = Number(valueOf(env, 'PORT') ?? (tls === 'implicit' ? 465 : 587))
  const [user, passwordFile] = [valueOf(env, 'USER'), valueOf(env, 'PASSWORD_FILE')]
  const account = user && passwordFile ? { user, passwordFile } : {}
  return { mail: { host, port, tls, from, ...account } }
}
