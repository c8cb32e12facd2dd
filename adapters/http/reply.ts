import type { IncomingMessage, ServerResponse } from 'node:http'
import { mayPass } from '../../bot/errors.ts'
import { replyHeaders } from './headers.ts'
import { codeOf } from './log.ts'
import type { HttpReply } from './route.ts'

/** Everything that is refused before a route sees it. The words never depend on the request. */
export const REFUSALS = {
  'bad-request': [400, 'This request cannot be read.'],
  'no-body-expected': [400, 'This address takes no body.'],
  'not-utf8': [400, 'The body is not UTF-8.'],
  malformed: [400, 'The body is not well-formed.'],
  'too-deep': [400, 'The body is nested too deeply.'],
  'duplicate-key': [400, 'The body says the same thing twice.'],
  'forbidden-key': [400, 'The body has a name that is not allowed.'],
  'not-an-object': [400, 'The body is not an object.'],
  'not-found': [404, 'There is nothing here.'],
  'method-not-allowed': [405, 'This address does not do that.'],
  timeout: [408, 'The request took too long to arrive.'],
  'too-large': [413, 'The body is too large.'],
  'unsupported-encoding': [415, 'Send the body as it is, not encoded.'],
  'unsupported-type': [415, 'This type of body is not taken here.'],
  'wrong-host': [421, 'This server does not answer to that name.'],
  'too-many-requests': [429, 'Too many requests. Wait a little.'],
  'headers-too-large': [431, 'There are too many or too long headers.'],
  failed: [500, 'Something went wrong here. Nothing is lost; try again.'],
  away: [503, 'The records cannot be reached just now. Send it again: it is taken once.'],
  busy: [503, 'Somebody else was faster. Try again.'],
} as const satisfies Record<string, readonly [number, string]>

export type RefusalCode = keyof typeof REFUSALS

/** A reply that knows why, for the log. */
export interface Refusal extends HttpReply {
  readonly code: string
}

export function refusal(code: RefusalCode, headers: HttpReply['headers'] = {}): Refusal {
  const [status, message] = REFUSALS[code]
  return {
    code,
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify({ error: { code, message } }),
  }
}

/** For what a route threw. What is in doubt may be sent again: its key keeps it from being taken twice. */
export function failure(error: unknown): Refusal {
  const code = codeOf(error)
  return { ...replyTo(error, code), code }
}

function replyTo(error: unknown, code: string): Refusal {
  if (code === 'store/conflict') return refusal('busy', { 'retry-after': '1' })
  return mayPass(error) ? refusal('away', { 'retry-after': '2' }) : refusal('failed')
}

/** As bytes, for a socket that no response belongs to: an unreadable request, a refused upgrade. */
export function rawReply(reply: HttpReply): string {
  const headers = {
    ...replyHeaders(reply),
    'content-length': String(Buffer.byteLength(reply.body ?? '')),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`)
  const body = typeof reply.body === 'string' ? reply.body : ''
  return [`HTTP/1.1 ${reply.status} Refused`, ...lines, '', body].join('\r\n')
}

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** `last`: no further request is wanted on this connection. */
export function write(
  request: IncomingMessage,
  response: ServerResponse,
  reply: HttpReply,
  last = false,
): void {
  if (response.headersSent || response.destroyed) return
  const unread = hasBody(request) && !request.complete
  const { body = '' } = reply
  // As text it goes out in one piece with the headers.
  const bytes = Buffer.byteLength(body)
  const length = reply.status === 204 || reply.status === 304 ? {} : { 'content-length': bytes }
  const connection = unread || last ? { connection: 'close' } : {}
  response.writeHead(reply.status, { ...replyHeaders(reply), ...length, ...connection } as never)
  if (!unread) {
    response.end(body)
    return
  }
  response.write(body)
  linger(request, () => response.end())
}

const LINGER = { milliseconds: 1000, bytes: 16 * 1024 * 1024 }

/** Closing on a client that still sends resets the connection, and the reply is lost with it. */
function linger(request: IncomingMessage, done: () => void): void {
  let bytes = 0
  const timer = setTimeout(done, LINGER.milliseconds)
  const stop = () => {
    clearTimeout(timer)
    done()
  }
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > LINGER.bytes) stop()
  })
  request.once('end', stop)
  request.once('close', stop)
  request.resume()
}
