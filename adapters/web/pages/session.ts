import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Chance, Claim } from '../../../bot/ports.ts'
import type { HttpRequest } from '../../http/route.ts'

/** Bound to this very host and sent to nobody else; browsers take it over HTTPS, and on loopback. */
const COOKIE = '__Host-candour'
const SECONDS = 30 * 60

/** Whose sitting a browser without scripts holds: in a cookie that no script can read. */
export interface Session {
  readonly claim: Claim
  /** Goes into every form; nobody can guess it who has not seen the page. */
  readonly token: string
}

export interface Sessions {
  read(request: HttpRequest): Promise<Session | undefined>
  /** The cookie of a sitting, good for another half an hour; on the clinic's tablet, for less. */
  keep(claim: Claim): Promise<string>
  holds(session: Session, token: unknown): boolean
}

export interface SessionOptions {
  readonly tokenFor: (claim: Claim, seconds?: number) => Promise<string>
  /** How long the clinic's tablet is heard of nothing before it is forgotten. */
  readonly tabletSeconds: number
  readonly claimOf: (token: string) => Promise<Claim | undefined>
  /** 32 bytes or more; the same for every instance. */
  readonly secret: Uint8Array
  readonly chance: Chance
}

export const NO_COOKIE = `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`

export function createSessions({
  tokenFor,
  claimOf,
  secret,
  tabletSeconds,
}: SessionOptions): Sessions {
  const formToken = ({ sitting }: Claim) =>
    createHmac('sha256', secret).update(`candour/pages/form\0${sitting}`).digest('base64url')
  return {
    async read(request) {
      const claim = await claimOf(tokenOf(request))
      return claim && { claim, token: formToken(claim) }
    },
    async keep(claim) {
      const seconds = claim.tablet ? tabletSeconds : SECONDS
      return cookieOf(await tokenFor(claim, seconds), seconds)
    },
    holds: (session, token) => typeof token === 'string' && same(token, session.token),
  }
}

/** The token of the sitting whose pages this browser shows; nothing where it shows none. */
export function tokenOf({ cookies }: Pick<HttpRequest, 'cookies'>): string {
  return cookies[COOKIE] ?? ''
}

function cookieOf(token: string, seconds: number): string {
  return `${COOKIE}=${token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=${seconds}`
}

/** A form on somebody else's page must not begin or end anything here. */
export function isOwn({ headers }: Pick<HttpRequest, 'headers'>): boolean {
  return ['same-origin', 'none', undefined].includes(headers['sec-fetch-site'])
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
