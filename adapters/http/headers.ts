import type { IncomingMessage } from 'node:http'
import type { HttpReply, HttpRequest } from './route.ts'

type Headers = Record<string, string | readonly string[]>

/** What every reply carries unless its route says otherwise. A page sets its own CSP. */
const DEFAULTS: Headers = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export function replyHeaders({ headers = {}, body }: HttpReply): Headers {
  const own: Headers = {}
  for (const [name, value] of Object.entries(headers)) own[name.toLowerCase()] = value
  if (body !== undefined) own['content-type'] ??= 'text/plain; charset=utf-8'
  return { ...DEFAULTS, ...own }
}

/** As nearly every path is. */
const PLAIN = /^\/[\w-][\w/-]*$/

/** A host and perhaps a port. restify builds a URL of it, and dies of one that is none. */
export function isHost(host: string): boolean {
  return /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`)
}

/** `127.0.0.1:3978` and `localhost` are names of the same kind: the port decides nothing. */
export function hostName(host: string): string {
  return new URL(`http://${host}`).hostname
}

/** A path of this server that decodes; nothing of another form (`*`, `//x`, `http://x/`). */
export function isPath(url: string): boolean {
  if (PLAIN.test(url)) return true
  if (!url.startsWith('/') || url.startsWith('//') || !URL.canParse(url, 'http://host'))
    return false
  try {
    decodeURIComponent(new URL(url, 'http://host').pathname)
    return true
  } catch {
    return false
  }
}

export interface Door {
  /** What browsers call this server, when a proxy in front of it hides that. */
  readonly origin?: string | undefined
  /** A proxy of our own is in front and adds the address that it saw. */
  readonly proxied?: boolean | undefined
}

export function toRequest(
  request: IncomingMessage,
  { params, body }: Pick<HttpRequest, 'params' | 'body'>,
  door: Door,
): HttpRequest {
  const { url = '/' } = request
  const { pathname, searchParams } = PLAIN.test(url) ? bare(url) : new URL(url, 'http://host')
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)])
  return {
    method: request.method ?? 'GET',
    path: pathname,
    params,
    query: Object.fromEntries([...searchParams].reverse()),
    headers: Object.fromEntries(headers) as Record<string, string>,
    cookies: readCookies(request.headers.cookie ?? ''),
    body,
    address: addressOf(request, door),
    origin: door.origin ?? `http://${request.headers.host ?? 'localhost'}`,
  }
}

const bare = (pathname: string) => ({ pathname, searchParams: new URLSearchParams() })

export function addressOf(request: IncomingMessage, { proxied }: Door): string {
  const seen = request.socket.remoteAddress ?? ''
  if (!proxied) return seen
  // Only the last entry was added by our own proxy; the others are whatever the client claims.
  return (
    String(request.headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim() || seen
  )
}

function readCookies(header: string): Record<string, string> {
  const pairs = header.split(';').flatMap((part) => {
    const [, name, value] = /^\s*([^\s=]+)\s*=\s*"?(.*?)"?\s*$/.exec(part) ?? []
    return name === undefined || value === undefined ? [] : [[name, value] as const]
  })
  // Reversed, so that the first of a name wins: browsers send the most specific one first.
  return Object.fromEntries(pairs.reverse())
}
