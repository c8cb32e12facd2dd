import { decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import type { HttpRequest } from '../http/route.ts'
import { readActivity, type TeamsActivity } from './activity.ts'
import type { Channel } from './channel.ts'

export type Admitted =
  | { readonly ok: true; readonly activity: TeamsActivity; readonly authorization: string }
  | { readonly ok: false; readonly why: 'bad-request' | 'not-authenticated' }

interface House {
  readonly appId: string
  readonly tenant: string
  readonly channel: Channel
}

const LONGEST = 16_384
const NOBODY = { ok: false, why: 'not-authenticated' } as const

/**
 * What is refused before the Bot Framework sees it. No signature is checked here: that is its own
 * part. But it would take tokens of issuers that are none of ours, learn new issuers from tokens
 * that nobody has verified, and reply to whatever address an activity names.
 */
export function admit({ headers, body }: HttpRequest, house: House): Admitted {
  const authorization = headers['authorization'] ?? ''
  const claims = claimsIn(authorization, house)
  if (!claims) return NOBODY
  const activity = readActivity(body)
  if (!activity) return { ok: false, why: 'bad-request' }
  return isOurs(activity, claims.serviceurl, house) ? { ok: true, activity, authorization } : NOBODY
}

function isOurs(activity: TeamsActivity, claimed: string, { tenant, channel }: House): boolean {
  const { serviceUrl, conversation, channelData } = activity
  return (
    conversation.tenantId === tenant &&
    channelData.tenant.id === tenant &&
    // Else a token for one address would send our replies, and our own token, to another.
    serviceUrl === claimed &&
    channel.trusts(new URL(serviceUrl))
  )
}

function claimsIn(authorization: string, { appId, channel }: House) {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization) ?? []
  if (!token || token.length > LONGEST) return undefined
  try {
    const head = header.safeParse(decodeProtectedHeader(token))
    const claims = payload(channel.issuer, appId).safeParse(decodeJwt(token))
    return head.success ? claims.data : undefined
  } catch {
    return undefined
  }
}

/** A token brings no key of its own. */
const header = z.object({
  alg: z.literal('RS256'),
  kid: z.string().min(1),
  jku: z.undefined().optional(),
  jwk: z.undefined().optional(),
  x5u: z.undefined().optional(),
})

/** Tokens of bots, skills and the emulator name an application; a channel's never does. */
const payload = (issuer: string, audience: string) =>
  z.object({
    iss: z.literal(issuer),
    aud: z.literal(audience),
    exp: z.number(),
    serviceurl: z.string().min(1),
    appid: z.undefined().optional(),
    azp: z.undefined().optional(),
    ver: z.undefined().optional(),
  })
