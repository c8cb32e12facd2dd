import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { HttpRequest, Route } from '../../../adapters/http/route.ts'

export interface Served {
  readonly origin: string
  close(): Promise<void>
}

/** Serves routes on loopback with as little as that takes: the real server has tests of its own. */
export async function serve(routes: readonly Route[]): Promise<Served> {
  const server = createServer((request, response) => void answer(routes, request, response))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`)
  const found = match(routes, request.method ?? 'GET', url.pathname)
  if (!found) {
    response.writeHead(404)
    response.end()
    return
  }
  const body = found.route.body ? form(await text(request)) : undefined
  const reply = await found.route.handle(toRequest(request, url, found.params, body))
  response.writeHead(reply.status, (reply.headers ?? {}) as Record<string, string>)
  response.end(reply.body)
}

export function match(routes: readonly Route[], method: string, path: string) {
  const asked = path.split('/')
  for (const route of routes) {
    const parts = route.path.split('/')
    if (route.method === method && route.path.endsWith('/*')) {
      if (path.startsWith(route.path.slice(0, -1))) return { route, params: {} }
      continue
    }
    const fits = parts.every((part, at) => part.startsWith(':') || part === asked[at])
    if (route.method !== method || parts.length !== asked.length || !fits) continue
    const named = parts.flatMap((part, at) =>
      part.startsWith(':') ? [[part.slice(1), decodeURIComponent(asked[at] ?? '')]] : [],
    )
    return { route, params: Object.fromEntries(named) as Record<string, string> }
  }
  return undefined
}

function toRequest(
  request: IncomingMessage,
  url: URL,
  params: Record<string, string>,
  body: unknown,
): HttpRequest {
  const cookies = (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('='))
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    params,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers as Record<string, string>,
    cookies: Object.fromEntries(cookies) as Record<string, string>,
    body,
    address: '127.0.0.1',
    origin: url.origin,
  }
}

async function text(request: IncomingMessage): Promise<string> {
  let all = ''
  for await (const chunk of request) all += String(chunk)
  return all
}

/** A field that comes more than once becomes a list. */
export function form(body: string): Record<string, string | string[]> {
  const fields = new URLSearchParams(body)
  return Object.fromEntries(
    [...new Set(fields.keys())].map((name) => {
      const all = fields.getAll(name)
      return [name, all.length > 1 ? all : (all[0] ?? '')]
    }),
  )
}
