import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import type { HttpReply, HttpRequest, Route } from '../../../adapters/http/route.ts'
import { embedding, policyLine } from '../../../adapters/web/demo/embed.ts'
import { createDemoPage } from '../../../adapters/web/demo/routes.ts'
import { createWidget } from '../../../adapters/web/widget/routes.ts'
import { Mock, type Sent } from './mock.ts'
import { clinic, ui } from './words.ts'

export interface MockServer {
  readonly mock: Mock
  readonly origin: string
  /** A page of another origin with the loader on it. */
  readonly host: string
  readonly clock: { moved: number }
  close(): Promise<void>
}

export async function startMock(): Promise<MockServer> {
  const mock = new Mock()
  const clock = { moved: 0 }
  const sockets = new WebSocketServer({ noServer: true })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const host = `http://localhost:${port}`
  const routes = [...routesOf(host, clock), ...lineRoutes(mock, origin)]
  server.on('request', (request, response) => void answer(routes, request, response, origin))
  server.on('upgrade', (request, socket, head) => {
    if (mock.refusesSockets) {
      socket.destroy()
      return
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      const query = new URL(request.url ?? '', origin).searchParams
      opened.send(JSON.stringify(mock.since(Number(query.get('watermark')) || 0)))
      mock.sockets.set(opened, query.get('name') ?? '')
      opened.on('close', () => mock.sockets.delete(opened))
    })
  })
  const close = async () => {
    for (const socket of mock.sockets.keys()) socket.terminate()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { mock, origin, host: `${host}/host`, clock, close }
}

function routesOf(host: string, clock: { moved: number }): Route[] {
  const widget = createWidget({
    ui,
    clinic,
    sites: [{ id: 'demo', origins: [host] }],
    demo: true,
  })
  const demo = createDemoPage({
    clinic,
    ui,
    site: 'demo',
    now: () => new Date(Date.UTC(2026, 10, 21, 9, 30) + clock.moved).toISOString(),
    moveClock: async (by) => (clock.moved += by),
  })
  const linked: Route = {
    method: 'GET',
    path: '/linked',
    handle: async (request) => widget.page(request, { token: 'made-up-token' }),
  }
  return [...widget.routes, ...demo.routes, linked]
}

function lineRoutes(mock: Mock, origin: string): Route[] {
  const root = '/v3/directline'
  const opened = (watermark = '') => ({
    conversationId: 'made-up',
    token: 'made-up-token',
    expires_in: 1800,
    streamUrl: `${origin.replace('http', 'ws')}${root}/stream?watermark=${watermark}&t=${randomUUID()}`,
  })
  const over = { status: 404, body: '{}' }
  const json = (body: object, status = 200): HttpReply => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const on = (
    method: Route['method'],
    path: string,
    handle: (request: HttpRequest) => HttpReply | Promise<HttpReply>,
  ) =>
    ({
      method,
      path: root + path,
      body: 'json',
      handle: async (request) => handle(request),
    }) as Route
  const begin = () => {
    mock.begin()
    return json(opened())
  }
  const send = async ({ body }: HttpRequest) => {
    if (mock.ended) return over
    if (mock.fail.times > 0) {
      mock.fail.times -= 1
      if (mock.fail.kept) mock.take(body as Sent)
      return json({}, mock.fail.status)
    }
    const reply = mock.take(body as Sent)
    await mock.late
    return json(reply)
  }
  const end = () => {
    mock.ended = true
    return json({})
  }
  return [
    on('POST', '/tokens/generate', begin),
    on('POST', '/conversations', begin),
    on('GET', '/conversations/:id', async ({ query }) => {
      await mock.slow
      return mock.ended ? over : json(opened(query.watermark))
    }),
    on('GET', '/conversations/:id/activities', ({ query }) =>
      mock.ended ? over : json(mock.since(Number(query.watermark) || 0)),
    ),
    on('POST', '/conversations/:id/activities', send),
    on('POST', '/conversations/:id/end', end),
  ]
}

async function answer(
  routes: readonly Route[],
  request: IncomingMessage,
  response: ServerResponse,
  origin: string,
): Promise<void> {
  const url = new URL(request.url ?? '/', origin)
  if (url.pathname === '/host') return hostPage(response, origin)
  const text = await read(request)
  for (const route of routes) {
    const params = match(route.path, url.pathname)
    if (!params || route.method !== request.method) continue
    const { status, headers, body } = await route.handle({
      method: route.method,
      path: url.pathname,
      params,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers as Record<string, string>,
      cookies: {},
      body: route.body === 'form' ? Object.fromEntries(new URLSearchParams(text)) : parsed(text),
      address: '127.0.0.1',
      origin,
    })
    response.writeHead(status, headers as Record<string, string>)
    response.end(body)
    return
  }
  response.writeHead(404)
  response.end()
}

/** As strict as a clinic's page can be, but for what docs/embedding.md asks to be allowed. */
function hostPage(response: ServerResponse, origin: string): void {
  const { snippet, ...rest } = embedding(origin, 'demo')
  const page = `<!doctype html><html lang="en"><title>Another site</title>
<meta name="viewport" content="width=device-width"><body>
<main><h1>Another site</h1><button id="own">Its own button</button></main>
${snippet}`
  const strict = "default-src 'none'; require-trusted-types-for 'script'"
  response.writeHead(200, {
    'content-type': 'text/html',
    'content-security-policy': `${strict}; ${policyLine({ snippet, ...rest })}`,
    'cross-origin-embedder-policy': 'require-corp',
  })
  response.end(page)
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}

function parsed(text: string): unknown {
  return text ? JSON.parse(text) : undefined
}

function match(pattern: string, path: string): Record<string, string> | undefined {
  const names = pattern.split('/')
  const parts = path.split('/')
  if (names.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, name] of names.entries()) {
    const part = parts[at] ?? ''
    if (name.startsWith(':')) params[name.slice(1)] = part
    else if (name !== part) return undefined
  }
  return params
}
