import type { Claim, Once, Sittings } from '../../../bot/ports.ts'
import type { HttpRequest, Route, SocketRoute } from '../../http/route.ts'
import { createRender } from './activity.ts'
import { type AdmissionOptions, bearerOf, createAdmission } from './admission.ts'
import { streamName } from './incoming.ts'
import { json, problem, withCors } from './replies.ts'
import { createStreams } from './stream.ts'
import { type Answer, createTake } from './take.ts'
import { createMemory, createTokens, TOKEN_SECONDS, type Tokens } from './token.ts'

export interface DirectLineOptions extends AdmissionOptions {
  readonly sittings: Sittings
  /** 32 bytes or more; the same for every instance. */
  readonly secret: Uint8Array
  /** Whom clients show as speaking. */
  readonly name?: string
  /** Where there are several instances. */
  readonly once?: Once | undefined
}

export interface DirectLine {
  readonly routes: Route[]
  readonly sockets: SocketRoute[]
  tokenFor(claim: Claim, seconds?: number): Promise<string>
  /** Whose token that is; nobody's when it is none of ours, or no longer good. */
  claimOf(token: string): Promise<Claim | undefined>
}

const ROOT = '/v3/directline'
const CONVERSATION = `${ROOT}/conversations/:id`

/** Direct Line 3.0, as far as its clients use it. The contract is docs/direct-line.md. */
export function createDirectLine(options: DirectLineOptions): DirectLine {
  const { sittings, secret, clocks, chance, name = 'Candour', sites } = options
  const tokens = createTokens(secret, clocks, chance, options.once)
  const render = createRender(name)
  const streams = createStreams(sittings, render)
  const parts = { sittings, tokens, streams, render, chance }
  const guarded = createGuarded(tokens)
  const admit = createAdmission(options)

  const generate = async (request: HttpRequest) => {
    const claim = admit(request)
    return typeof claim === 'string' ? problem(claim) : json(200, await ticketed(tokens, claim))
  }

  const routes: Route[] = [
    post(`${ROOT}/tokens/generate`, generate),
    post(`${ROOT}/tokens/refresh`, guarded(refresh(parts))),
    post(`${ROOT}/conversations`, guarded(begin(parts))),
    get(CONVERSATION, guarded(reconnect(parts))),
    get(`${CONVERSATION}/activities`, guarded(read(parts))),
    { ...post(`${CONVERSATION}/activities`, guarded(createTake(parts))), often: true },
    post(`${CONVERSATION}/upload`, async () => problem('upload')),
    post(`${CONVERSATION}/end`, guarded(end(parts))),
    get(`${ROOT}/session/getsessionid`, async () => json(200, { sessionId: '' })),
  ]
  const origins = new Set(sites.flatMap(({ origins }) => origins))
  return {
    routes: withCors(routes, origins),
    sockets: [{ path: `${CONVERSATION}/stream`, accept: accept(parts) }],
    tokenFor: (claim, seconds) => tokens.sign(claim, seconds),
    async claimOf(token) {
      const claim = await tokens.read(token)
      return typeof claim === 'string' ? undefined : claim
    },
  }
}

interface Parts {
  readonly sittings: Sittings
  readonly tokens: Tokens
  readonly streams: ReturnType<typeof createStreams>
  readonly render: ReturnType<typeof createRender>
  readonly chance: DirectLineOptions['chance']
}

function post(path: string, handle: Route['handle']): Route {
  return { method: 'POST', path, body: 'json', handle }
}

function get(path: string, handle: Route['handle']): Route {
  return { method: 'GET', path, handle }
}

/** Who asks is read from the token, and the conversation in the path must be that one. */
function createGuarded(tokens: Tokens) {
  return (answer: Answer): Route['handle'] =>
    async (request) => {
      if (request.headers.authorization === undefined) return problem('unauthorized')
      const claim = await tokens.read(bearerOf(request) ?? '')
      if (claim === 'expired') return problem('expired')
      if (claim === 'invalid') return problem('bad-token')
      const { id = claim.sitting } = request.params
      return id === claim.sitting ? answer(claim, request) : problem('other-conversation')
    }
}

async function ticketed(tokens: Tokens, claim: Claim) {
  const token = await tokens.sign(claim)
  return { conversationId: claim.sitting, token, expires_in: TOKEN_SECONDS }
}

async function streamUrl(tokens: Tokens, claim: Claim, origin: string, watermark: number) {
  const path = CONVERSATION.replace(':id', encodeURIComponent(claim.sitting))
  const query = new URLSearchParams({
    watermark: String(watermark),
    t: await tokens.ticket(claim),
  })
  return `${origin.replace(/^http/, 'ws')}${path}/stream?${query.toString()}`
}

function refresh({ sittings, tokens }: Parts): Answer {
  return async (claim) => {
    if (!(await sittings.activities(claim, Infinity))) return problem('gone')
    return json(200, await ticketed(tokens, claim))
  }
}

function begin({ sittings, tokens }: Parts): Answer {
  const begun = createMemory<true>(10_000)
  return async (claim, { origin }) => {
    if (!(await sittings.activities(claim, Infinity))) return problem('gone')
    const status = begun.get(claim.sitting) ? 200 : 201
    begun.set(claim.sitting, true)
    const url = await streamUrl(tokens, claim, origin, 0)
    return json(status, { ...(await ticketed(tokens, claim)), streamUrl: url })
  }
}

function reconnect({ sittings, tokens }: Parts): Answer {
  return async (claim, { origin, query }) => {
    const watermark = watermarkOf(query.watermark)
    if (watermark === undefined) return problem('bad-watermark')
    if (!(await sittings.activities(claim, Infinity))) return problem('gone')
    const url = await streamUrl(tokens, claim, origin, watermark)
    return json(200, { ...(await ticketed(tokens, claim)), streamUrl: url })
  }
}

function read({ sittings, render }: Parts): Answer {
  return async (claim, { query }) => {
    const watermark = watermarkOf(query.watermark)
    if (watermark === undefined) return problem('bad-watermark')
    const activities = await sittings.activities(claim, watermark)
    if (!activities) return problem('gone')
    return json(200, render(claim, activities, Math.min(watermark, activities[0]?.n ?? watermark)))
  }
}

function end({ sittings }: Parts): Answer {
  return async (claim) => {
    await sittings.end(claim)
    // Another site's page is not ours to clear.
    const headers = claim.channel === 'widget' ? { 'clear-site-data': '"cache", "storage"' } : {}
    return json(200, {}, headers)
  }
}

function accept({ tokens, streams }: Parts): SocketRoute['accept'] {
  return async ({ params, query }) => {
    const claim = await tokens.redeem(query.t ?? '')
    const watermark = watermarkOf(query.watermark)
    const name = streamName.optional().safeParse(query.name)
    if (!claim || claim.sitting !== params.id || watermark === undefined) return 403
    return name.success ? streams.open(claim, watermark, name.data) : 403
  }
}

/** How many activities a client has. None is written as nothing, or as a dash. */
function watermarkOf(text = ''): number | undefined {
  if (text === '' || text === '-') return 0
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}
