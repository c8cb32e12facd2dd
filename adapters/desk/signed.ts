import { createHmac, timingSafeEqual } from 'node:crypto'
import { type JWTPayload, jwtVerify, SignJWT } from 'jose'
import type { HttpRequest } from '../http/route.ts'

export interface Signer {
  sign(use: string, claims: JWTPayload, seconds: number): Promise<string>
  verify(use: string, token: string | undefined): Promise<JWTPayload | undefined>
}

/** Signs and checks short claims. What is signed for one use holds for no other. */
export function createSigner(secret: Uint8Array, now: () => number): Signer {
  const key = derived(secret, 'jwt')
  return {
    sign(use, claims, seconds) {
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(`candour/desk/${use}`)
        .setIssuedAt(now())
        .setExpirationTime(now() + seconds)
        .sign(key)
    },
    async verify(use, token) {
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

export function derived(secret: Uint8Array, use: string): Uint8Array {
  return createHmac('sha256', secret).update(`candour/desk/${use}`).digest()
}

export function same(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

export interface Cookie {
  readonly name: string
  readonly value: string
  /** 0: it is to be forgotten. */
  readonly seconds: number
  /** `Lax` for what has to come along when the identity provider sends somebody back. */
  readonly site?: 'Lax'
}

/** Over TLS no other page of this host, and no other host of the domain, can set or read it. */
export function written(request: HttpRequest, { name, value, seconds, site }: Cookie): string {
  const where = isSecure(request) ? 'Path=/; Secure' : 'Path=/desk'
  return `${nameOf(request, name)}=${value}; ${where}; HttpOnly; SameSite=${site ?? 'Strict'}; Max-Age=${seconds}`
}

export function read(request: HttpRequest, name: string): string | undefined {
  return request.cookies[nameOf(request, name)]
}

const isSecure = ({ origin }: HttpRequest): boolean => origin.startsWith('https:')
const nameOf = (request: HttpRequest, name: string): string =>
  isSecure(request) ? `__Host-${name}` : name
