import { errors, jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { Chance, Claim, Clocks, Once } from '../../../bot/ports.ts'

/** Clients refresh every 15 minutes. */
export const TOKEN_SECONDS = 30 * 60
export const TICKET_SECONDS = 30

export interface Tokens {
  /** `seconds`: how long it is good for, where that is less than usual. */
  sign(claim: Claim, seconds?: number): Promise<string>
  read(token: string): Promise<Claim | 'expired' | 'invalid'>
  /** For the address of a stream, which proxies log: worth one connection, for half a minute. */
  ticket(claim: Claim): Promise<string>
  redeem(ticket: string): Promise<Claim | undefined>
}

const ISSUER = 'candour'
const TOKEN = 'candour/direct-line'
const TICKET = 'candour/stream'
const LONGEST = 2048
const REMEMBERED = 5000

const claims = z.object({
  sitting: z.string().min(1),
  began: z.string().min(1),
  channel: z.enum(['widget', 'direct-line', 'terminal']),
  visitor: z.boolean(),
  tablet: z.enum(['ready', 'handed']).optional(),
  jti: z.string().min(1),
  exp: z.number(),
})
type Claims = z.infer<typeof claims>

/** `once`: where several instances give tickets out, what they all know was used. */
export function createTokens(
  secret: Uint8Array,
  clocks: Clocks,
  chance: Chance,
  once?: Once,
): Tokens {
  const known = createMemory<{ claim: Claim; exp: number }>(REMEMBERED)
  const used = createMemory<true>(REMEMBERED)
  const now = () => Math.floor(Date.parse(clocks.wall()) / 1000)
  const { make, open } = createSigner(secret, now, chance)

  return {
    sign: (claim, seconds = TOKEN_SECONDS) => make(claim, TOKEN, seconds),
    ticket: (claim) => make(claim, TICKET, TICKET_SECONDS),

    async read(token) {
      const remembered = known.get(token)
      if (remembered) return remembered.exp > now() ? remembered.claim : 'expired'
      try {
        const found = await open(token, TOKEN)
        known.set(token, { claim: claimOf(found), exp: found.exp })
        return claimOf(found)
      } catch (error) {
        return error instanceof errors.JWTExpired ? 'expired' : 'invalid'
      }
    },

    async redeem(ticket) {
      const found = await open(ticket, TICKET).catch(() => undefined)
      // Signed rather than kept, so that any instance may redeem what another gave out.
      if (!found || used.get(found.jti)) return undefined
      used.set(found.jti, true)
      const until = new Date(found.exp * 1000).toISOString() as Claim['began']
      if (once && !(await once.spend(`ticket ${found.jti}`, until))) return undefined
      return claimOf(found)
    },
  }
}

function createSigner(secret: Uint8Array, now: () => number, chance: Chance) {
  if (secret.length < 32) throw new RangeError('A signing secret has 32 bytes or more')
  return {
    make: (
      { sitting, began, channel, visitor, tablet }: Claim,
      audience: string,
      seconds: number,
    ) =>
      new SignJWT({ sitting, began, channel, visitor, ...(tablet && { tablet }) })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience(audience)
        .setJti(chance.id())
        .setIssuedAt(now())
        .setExpirationTime(now() + seconds)
        .sign(secret),
    open: async (text: string, audience: string): Promise<Claims> => {
      if (text.length > LONGEST) throw new RangeError('Too long for one of ours')
      const options = { algorithms: ['HS256'], issuer: ISSUER, audience }
      const currentDate = new Date(now() * 1000)
      return claims.parse((await jwtVerify(text, secret, { ...options, currentDate })).payload)
    },
  }
}

function claimOf({ sitting, began, channel, visitor, tablet }: Claims): Claim {
  const claim = { sitting, began: began as Claim['began'], channel, visitor }
  return tablet ? { ...claim, tablet } : claim
}

/** Forgets the longest untouched when there are too many. */
export function createMemory<T>(most: number) {
  const kept = new Map<string, T>()
  return {
    get(key: string): T | undefined {
      const value = kept.get(key)
      if (value === undefined) return undefined
      kept.delete(key)
      kept.set(key, value)
      return value
    },
    set(key: string, value: T): void {
      kept.delete(key)
      kept.set(key, value)
      if (kept.size > most) kept.delete(kept.keys().next().value ?? key)
    },
  }
}
