import { CandourError } from '../../bot/errors.ts'
import type { Settings } from '../config/env.ts'
import type { HttpServerOptions } from '../http/server.ts'
import { createProvider } from '../openid/provider.ts'
import { readSecret } from '../openid/secret.ts'
import type { House } from './house.ts'
import { readSiteSecrets } from './site-secrets.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']
/** On loopback everybody has one address, so that many share what one is allowed elsewhere. */
const SHARED = { perSecond: 1000, burst: 2000 }

/**
 * What the server believes of whoever speaks to it. A demo is spoken to by browsers on this machine;
 * everywhere else by one proxy on this machine, which speaks TLS and says whose address it saw.
 */
export function frontOf({
  origin,
}: Settings): Pick<HttpServerOptions, 'limits' | 'allowedHosts' | 'origin' | 'proxied'> {
  if (!origin) return { limits: SHARED, allowedHosts: LOOPBACK }
  return { origin, proxied: true, allowedHosts: [new URL(origin).host, ...LOOPBACK] }
}

/** The clinic's own sign-in, once it is there to be asked. */
export function providerOf({ origin, signIn }: Settings) {
  if (!origin || !signIn) return undefined
  const { issuer, clientId, secretFile } = signIn
  const read = readSecret(secretFile)
  if ('fault' in read)
    throw new CandourError('config/refused', { CANDOUR_SIGN_IN_SECRET_FILE: read.fault })
  const { secret } = read
  return createProvider({ issuer, clientId, secret, redirect: `${origin}/desk/signed-in` })
}

/** What other servers may get a token with. */
export function siteSecretsOf({ siteSecretsFile: file }: Settings): Record<string, string> {
  if (!file) return {}
  const read = readSiteSecrets(file)
  if ('fault' in read)
    throw new CandourError('config/refused', { CANDOUR_SITE_SECRETS_FILE: read.fault })
  return { ...read.secrets }
}

const KIND = {
  demo: 'as a demo: everybody in it is made up',
  pilot: 'as a pilot: some of its words are drafts, and every screen says so',
  production: 'for this clinic',
}

const SURVIVES: Record<string, string> = {
  single: 'an acknowledged turn survives the loss of power, not of the machine',
  sync: 'an acknowledged turn is on a standby too, while there is one',
  'sync-strict': 'an acknowledged turn is on a standby too, or is not taken',
}

function serverOf({ version, grade }: NonNullable<House['standing']>): string {
  return `PostgreSQL ${version}, grade ${grade}: ${SURVIVES[grade] ?? ''}`
}

/** What whoever started it reads first. */
export function welcome(settings: Settings, port: number, standing?: House['standing']): string {
  const { mode, data, host, origin } = settings
  const here = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const url = origin ?? here
  const page = mode === 'demo' ? [`  The clinic's page, with the chat   ${url}/`] : []
  const proxy = origin ? [`  What the proxy speaks to           ${here}`] : []
  return [
    `Candour is running ${KIND[mode]}.\n`,
    ...page,
    `  The desk, for the clinic's staff   ${url}/desk`,
    ...proxy,
    `\nWhat is said is kept in ${standing ? serverOf(standing) : data}. Stop with Ctrl+C.`,
  ].join('\n')
}
