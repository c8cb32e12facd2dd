import { createHmac } from 'node:crypto'
import type { JWTPayload } from 'jose'
import type { HttpRequest } from '../http/route.ts'
import type { Actor, Role } from '../../machines/contract.ts'
import type { Colleague, DeskOptions } from './options.ts'
import { createSigner, derived, read, same, type Signer, written } from './signed.ts'

const SESSION = 'candour-desk'
const FLASH = 'candour-desk-said'
const MINUTE = 60
const HOURS_8 = 8 * 60 * MINUTE
/** Unused for so long, the desk is locked. */
const LOCK = 10 * MINUTE
/** Use within this is not written down again: one page asks for many things at once. */
const LATELY = 20

export interface Session {
  readonly id: string
  readonly by: Actor
  readonly title?: string
  /** What else they could be here as. */
  readonly roles: readonly Role[]
  /** Goes into every form; nobody can guess it who has not seen the page. */
  readonly token: string
}

/** Who is at this browser. `choosing`: they have signed in, and not said yet what they are here as. */
export type Present =
  | { readonly state: 'nobody' }
  | { readonly state: 'choosing' | 'locked' | 'here'; readonly session: Session }

/** Whether to show the way to the invitations; Candour itself refuses whoever may not invite. */
export function mayInvite({ by }: Session): boolean {
  return by.role !== 'auditor'
}

export interface Opening {
  readonly who: Colleague
  /** Without it, they choose on the next page. */
  readonly role?: Role | undefined
  /** When they gave their password, in seconds; the demo asks for none. */
  readonly at?: number | undefined
}

/** Who is at the desk, held in signed cookies. */
export interface Sessions {
  /**
   * The cookie of a new session. Forms that this person still has open in other tabs hold in it
   * too, and they are here as what they were before.
   */
  open(request: HttpRequest, opening: Opening): Promise<string>
  find(request: HttpRequest): Promise<Present>
  /** The same session in another role. */
  become(request: HttpRequest, role: Role): Promise<string>
  /** The cookie that says the session was just used, unless it was used lately. */
  used(request: HttpRequest): Promise<readonly string[]>
  /** Ends it, so that a copy of the cookie is worth nothing, and answers with the empty cookie. */
  end(request: HttpRequest, session: Session): Promise<string>
  tokenHolds(session: Session, token: string): boolean
  /** A sentence for the next page of this session. */
  say(request: HttpRequest, session: Session, said: string): Promise<string>
  said(request: HttpRequest, session: Session): Promise<string | undefined>
  hush(request: HttpRequest): string
}

type Options = Pick<DeskOptions, 'people' | 'secret' | 'clocks' | 'chance' | 'provider' | 'spent'>

export function createSessions(options: Options): Sessions {
  const { secret, clocks, chance } = options
  const now = () => Math.floor(Date.parse(clocks.wall()) / 1000)
  const jwt = createSigner(secret, now)
  const ended = createEnded(now, options.spent)
  const claimsOf = (request: HttpRequest) => verified(jwt, ended, request)
  const put = async (request: HttpRequest, claims: JWTPayload) => {
    const left = Number(claims['until']) - now()
    const value = await jwt.sign('session', { ...claims, seen: now() }, left)
    return written(request, { name: SESSION, value, seconds: left })
  }

  return {
    async open(request, { who, role, at }) {
      const before = await claimsOf(request)
      const mine = before?.sub === who.id ? before : undefined
      const own = { sub: who.id, at, role: role ?? roleOf(who, mine) }
      const ids = { jti: chance.id(), forms: mine?.['forms'] ?? chance.id() }
      return put(request, { ...own, ...ids, until: now() + HOURS_8 })
    },
    async find(request) {
      const claims = await claimsOf(request)
      const session = claims && sessionOf(options, claims)
      if (!session) return { state: 'nobody' }
      const locked = now() - Number(claims['seen']) >= LOCK && 'locked'
      return { state: locked || (claims['role'] === undefined ? 'choosing' : 'here'), session }
    },
    become: async (request, role) => put(request, { ...(await claimsOf(request)), role }),
    async used(request) {
      const claims = await claimsOf(request)
      const before = Number(claims?.['seen'] ?? now())
      return claims && now() - before >= LATELY ? [await put(request, claims)] : []
    },
    async end(request, { id }) {
      await ended.add(id)
      return written(request, { name: SESSION, value: '', seconds: 0 })
    },
    tokenHolds: (session, token) => same(token, session.token),
    ...flashes(jwt),
  }
}

const roleOf = ({ roles }: Colleague, before: JWTPayload | undefined) =>
  before?.['role'] ?? (roles.length === 1 ? roles[0] : undefined)

/** One sentence on the way from a form to the next page. */
function flashes(jwt: Signer): Pick<Sessions, 'say' | 'said' | 'hush'> {
  return {
    async say(request, session, said) {
      const words = { said: said.slice(0, 500), jti: session.id }
      const value = await jwt.sign('said', words, MINUTE)
      return written(request, { name: FLASH, value, seconds: MINUTE })
    },
    async said(request, session) {
      const claims = await jwt.verify('said', read(request, FLASH))
      const said = claims?.['said']
      return claims?.jti === session.id && typeof said === 'string' ? said : undefined
    },
    hush: (request) => written(request, { name: FLASH, value: '', seconds: 0 }),
  }
}

interface Ended {
  has(id: string): Promise<boolean>
  add(id: string): Promise<void>
}

/** Until their cookies would be worth nothing anyway; for every instance, where there are several. */
function createEnded(now: () => number, spent: Options['spent']): Ended {
  const ended = new Map<string, number>()
  const nameOf = (id: string) => `session ${id}`
  return {
    has: async (id) => ended.has(id) || ((await spent?.wasSpent(nameOf(id))) ?? false),
    async add(id) {
      ended.set(id, now())
      for (const [other, at] of ended) if (now() - at > HOURS_8) ended.delete(other)
      const until = new Date((now() + HOURS_8) * 1000).toISOString()
      await spent?.spend(nameOf(id), until as Parameters<typeof spent.spend>[1])
    },
  }
}

async function verified(jwt: Signer, ended: Ended, request: HttpRequest) {
  const claims = await jwt.verify('session', read(request, SESSION))
  return claims?.jti && !(await ended.has(claims.jti)) ? claims : undefined
}

/** The person as the clinic knows them now: who has left, or lost the role, is out at once. */
function sessionOf(
  { people, secret, provider }: Options,
  { sub, jti = '', role, at, forms }: JWTPayload,
): Session | undefined {
  const who = people.find(({ id }) => id === sub)
  const as = role === undefined ? who?.roles[0] : who?.roles.find((one) => one === role)
  if (!who || !as || (provider !== undefined && at === undefined)) return undefined
  const signedIn = typeof at === 'number' && new Date(at * 1000).toISOString()
  const by: Actor = {
    ...{ id: who.id, role: as, name: who.name },
    ...(signedIn ? { assurance: 'openid', signedIn: signedIn as Actor['signedIn'] } : DEMO),
  }
  const token = createHmac('sha256', derived(secret, 'csrf')).update(String(forms))
  return {
    ...{ id: jti, by, roles: who.roles, token: token.digest('base64url') },
    ...(who.title === undefined ? {} : { title: who.title }),
  }
}

const DEMO = { assurance: 'demo-sign-in' } as const
