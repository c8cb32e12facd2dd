import type { HttpReply, HttpRequest, Route } from '../../http/route.ts'

export function json(status: number, body: object, headers: HttpReply['headers'] = {}): HttpReply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  }
}

/** Codes that Direct Line clients know; 403 makes them give up a token, 404 a conversation. */
const PROBLEMS = {
  unauthorized: [401, 'Unauthorized', 'A token is needed.'],
  expired: [403, 'TokenExpired', 'Token has expired'],
  'bad-token': [403, 'BadArgument', 'Invalid token or secret'],
  'other-conversation': [403, 'BadArgument', 'The token is for another conversation.'],
  'other-origin': [403, 'BadArgument', 'This origin may not ask for a token.'],
  'unknown-site': [403, 'BadArgument', 'Unknown site'],
  gone: [404, 'ConversationNotFound', 'The conversation is over.'],
  'other-body': [409, 'Conflict', 'This key was used for another message.'],
  'bad-message': [400, 'BadArgument', 'The activity cannot be understood.'],
  'bad-watermark': [400, 'BadArgument', 'The watermark is not a number.'],
  full: [507, 'InsufficientStorage', 'Answers cannot be kept just now. A stop, a withdrawal can.'],
  upload: [415, 'BadArgument', 'Attachments are not accepted.'],
} as const satisfies Record<string, readonly [number, string, string]>

export type Problem = keyof typeof PROBLEMS

export function problem(what: Problem): HttpReply {
  const [status, code, message] = PROBLEMS[what]
  return json(status, { error: { code, message } })
}

const PREFLIGHT = {
  'access-control-allow-headers': 'authorization, content-type, x-ms-bot-agent, x-requested-with',
  'access-control-allow-methods': 'GET, POST',
  'access-control-max-age': '7200',
}

/** Lets the sites' own pages call these routes from a browser, and no others. */
export function withCors(routes: readonly Route[], origins: ReadonlySet<string>): Route[] {
  const headersFor = ({ headers }: HttpRequest): Record<string, string> => {
    const { origin } = headers
    if (origin === undefined || !origins.has(origin)) return { vary: 'origin' }
    return { vary: 'origin', 'access-control-allow-origin': origin }
  }
  const open = routes.map((route) => ({
    ...route,
    handle: async (request: HttpRequest) => {
      const reply = await route.handle(request)
      return { ...reply, headers: { ...reply.headers, ...headersFor(request) } }
    },
  }))
  const preflights = [...new Set(routes.map(({ path }) => path))].map((path): Route => ({
    method: 'OPTIONS',
    path,
    handle: async (request) => ({ status: 204, headers: { ...PREFLIGHT, ...headersFor(request) } }),
  }))
  return [...open, ...preflights]
}
