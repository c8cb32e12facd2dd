import { createHmac, timingSafeEqual } from 'node:crypto'
import { type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { HttpRequest } from '../http/route.ts'
import type { Actor, Role } from '../../machines/contract.ts'
import type { Colleague, DeskOptions } from './options.ts'

const SESSION = 'candour-desk'
const FLASH = 'candour-desk-said'
const HOURS_8 = 8 * 60 * 60
const MINUTE = 60

export interface Session {
  readonly id: string
  readonly by: Actor
  readonly title?: string
  /** Goes into every form; nobody can guess it who has not seen the page. */
  readonly token: string
}

/** Whether to show the way to the invitations; Candour itself refuses whoever may not invite. */
export function mayInvite({ by }: Session): boolean {
  return by.role !== 'auditor'
}

/** Who is at the desk, held in signed cookies. */
export interface Sessions {
  /** The cookie of a new session. */
  open(request: HttpRequest, who: Colleague, role: Role): Promise<string>
  read(request: HttpRequest): Promise<Session | undefined>
  /** Ends it, so that a copy of the cookie is worth nothing, and answers with the empty cookie. */
  end(request: HttpRequest, session: Session): string
  tokenHolds(session: Session, token: string): boolean
  /** A sentence for the next page of this session. */
  say(request: HttpRequest, session: Session, said: string): Promise<string>
  said(request: HttpRequest, session: Session): Promise<string | undefined>
  hush(request: HttpRequest): string
}

type Options = Pick<DeskOptions, 'people' | 'secret' | 'clocks' | 'chance'>

export function createSessions({ people, secret, clocks, chance }: Options): Sessions {
  const jwt = signer(secret, () => Math.floor(Date.parse(clocks.wall()) / 1000))
  const csrf = derived(secret, 'csrf')
  const tokenOf = (id: string) => createHmac('sha256', csrf).update(id).digest('base64url')
  const ended = new Set<string>()

  return {
    async open(request, who, role) {
      const signed = await jwt.sign('session', { sub: who.id, role, jti: chance.id() }, HOURS_8)
      return cookie(request, SESSION, signed, HOURS_8)
    },
    async read(request) {
      const claims = await jwt.verify('session', request.cookies[SESSION])
      if (!claims?.jti || ended.has(claims.jti)) return undefined
      const by = actorOf(people, claims)
      return by && { id: claims.jti, ...by, token: tokenOf(claims.jti) }
    },
    end(request, session) {
      ended.add(session.id)
      return cookie(request, SESSION, '', 0)
    },
    tokenHolds: (session, token) => same(token, session.token),
    async say(request, session, said) {
      const words = { said: said.slice(0, 500), jti: session.id }
      return cookie(request, FLASH, await jwt.sign('said', words, MINUTE), MINUTE)
    },
    async said(request, session) {
      const claims = await jwt.verify('said', request.cookies[FLASH])
      const said = claims?.['said']
      return claims?.jti === session.id && typeof said === 'string' ? said : undefined
    },
    hush: (request) => cookie(request, FLASH, '', 0),
  }
}

/** Signs and checks short claims. What is signed for one use holds for no other. */
function signer(secret: Uint8Array, now: () => number) {
  const key = derived(secret, 'jwt')
  return {
    sign(use: string, claims: JWTPayload, seconds: number): Promise<string> {
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(`candour/desk/${use}`)
        .setIssuedAt(now())
        .setExpirationTime(now() + seconds)
        .sign(key)
    },
    async verify(use: string, token: string | undefined): Promise<JWTPayload | undefined> {
      if (!token) return undefined
      const audience = `candour/desk/${use}`
      const currentDate = new Date(now() * 1000)
      const checks = { algorithms: ['HS256'], audience, currentDate, requiredClaims: ['exp'] }
      return jwtVerify(token, key, checks).then(
        ({ payload }) => payload,
        () => undefined,
      )
    },
  }
}

/** The person as the clinic knows them now: who has left, or lost the role, is out at once. */
function actorOf(people: readonly Colleague[], claims: JWTPayload) {
  const who = people.find(({ id }) => id === claims.sub)
  const role = who?.roles.find((one) => one === claims['role'])
  if (!who || !role) return undefined
  const by: Actor = { id: who.id, role, name: who.name, assurance: 'demo-sign-in' }
  return who.title === undefined ? { by } : { by, title: who.title }
}

function derived(secret: Uint8Array, use: string): Uint8Array {
  return createHmac('sha256', secret).update(`candour/desk/${use}`).digest()
}

function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function cookie(request: HttpRequest, name: string, value: string, seconds: number): string {
  const secure = request.origin.startsWith('https:') ? '; Secure' : ''
  return `${name}=${value}; Path=/desk; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`
}
