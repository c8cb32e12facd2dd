import { decodeJwt, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import type { HttpRequest } from '../http/route.ts'
import type { Actor } from '../../machines/commands.ts'
import { isPersonal, readActivity, type TeamsActivity } from './activity.ts'
import type { Channel } from './channel.ts'
import type { People } from './people.ts'

export type Admitted =
  | {
      readonly ok: true
      readonly activity: TeamsActivity
      readonly authorization: string
      readonly by: Speaker
    }
  | { readonly ok: false; readonly why: 'bad-request' | 'not-authenticated' }

/** Somebody in the clinic's file who may speak here, or why they are only told that they may not. */
export type Speaker = Actor | 'unknown' | 'not-clinical' | 'not-alone'

interface House {
  readonly appId: string
  readonly tenant: string
  readonly people: People
  readonly channel: Channel
}

const LONGEST = 16_384
const NOBODY = { ok: false, why: 'not-authenticated' } as const

/**
 * What is refused before the Bot Framework sees it. No signature is checked here: that is its own
 * part. But it would take tokens of issuers that are none of ours, learn new issuers from tokens
 * that nobody has verified, and reply to whatever address an activity names.
 */
export function createGate(house: House): (request: HttpRequest) => Admitted {
  const payload = payloadOf(house.channel.issuer, house.appId)
  return ({ headers, body }) => {
    const authorization = headers['authorization'] ?? ''
    const claims = claimsIn(authorization, payload)
    if (!claims) return NOBODY
    const activity = readActivity(body)
    if (!activity) return { ok: false, why: 'bad-request' }
    if (!isOurs(activity, claims.serviceurl, house)) return NOBODY
    const by = speakerIn(activity, house)
    const given = typeof by === 'string' ? withoutWords(activity) : activity
    return { ok: true, activity: given, authorization, by }
  }
}

function speakerIn(activity: TeamsActivity, { people }: House): Speaker {
  return isPersonal(activity) ? people(activity.from.aadObjectId) : 'not-alone'
}

/** Enough to check who sent it and to tell them that nothing was taken. */
function withoutWords({ text: _t, value: _v, name: _n, ...bare }: TeamsActivity): TeamsActivity {
  return bare
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

function claimsIn(authorization: string, payload: Payload) {
  const [, token] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization) ?? []
  if (!token || token.length > LONGEST) return undefined
  try {
    const head = header.safeParse(decodeProtectedHeader(token))
    const claims = payload.safeParse(decodeJwt(token))
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
const payloadOf = (issuer: string, audience: string) =>
  z.object({
    iss: z.literal(issuer),
    aud: z.literal(audience),
    exp: z.number(),
    serviceurl: z.string().min(1),
    appid: z.undefined().optional(),
    azp: z.undefined().optional(),
    ver: z.undefined().optional(),
  })

type Payload = ReturnType<typeof payloadOf>
