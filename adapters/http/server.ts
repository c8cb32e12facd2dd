import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { pino } from 'pino'
import { createServer, type Next, type Request, type Response } from 'restify'
import { readBody } from './body.ts'
import { createFew } from './few.ts'
import { createGuard, type Guard, type GuardOptions } from './guard.ts'
import { toRequest } from './headers.ts'
import type { Read } from './json.ts'
import { createLifecycle } from './lifecycle.ts'
import { type Limits, LIMITS } from './limits.ts'
import { type Log, logRequest, type RequestEntry } from './log.ts'
import { findOften } from './often.ts'
import { failure, type Refusal, refusal, type RefusalCode, write } from './reply.ts'
import type { HttpReply, Route, SocketRoute } from './route.ts'
import { createSockets } from './sockets.ts'

export interface HttpServerOptions extends GuardOptions {
  readonly routes: readonly Route[]
  readonly sockets: readonly SocketRoute[]
  readonly host: string
  readonly port: number
  readonly log: Log
  /** Told of each request when its reply has gone. */
  readonly answered?: ((request: RequestEntry) => void) | undefined
  readonly limits?: Partial<Limits>
}

export interface HttpServer {
  listen(): Promise<{ readonly port: number }>
  /** Lets requests in flight finish, for a while; resolves when nothing is open any more. */
  close(): Promise<void>
}

export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { log, host, port } = options
  const limits = { ...LIMITS, ...options.limits }
  const guard = createGuard(options, limits)
  const shell = createShell()
  const http = shell.server as Server
  const lifecycle = createLifecycle(http, limits)
  const sockets = createSockets({
    routes: options.sockets,
    door: options,
    log,
    guard,
    ping: limits.ping,
  })
  let closing = false

  const sent = new WeakMap<Request, HttpReply | Refusal>()
  const tell = teller(options)
  const send: Send = (request, response, reply) => {
    sent.set(request, reply)
    write(request, response, reply, closing)
  }
  const handlerOf = createHandlers(shell, options, limits.bodyBytes, send)
  shell.first(firstOf(options, { guard, handlerOf, send, told: { sent, tell } }))
  mountAll(shell, options.routes, handlerOf, send)
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    void sockets.upgrade(request, socket, head)
  })

  return {
    listen: () => hearing(shell, lifecycle.listen(port, host)),
    close() {
      closing = true
      sockets.close()
      return lifecycle.close()
    },
  }
}

const teller =
  ({ log, answered }: HttpServerOptions) =>
  (entry: RequestEntry): void => {
    logRequest(log, entry)
    answered?.(entry)
  }

type Send = (request: Request, response: Response, reply: HttpReply | Refusal) => void

interface First {
  readonly guard: Guard
  readonly handlerOf: HandlerOf
  readonly send: Send
  readonly told: Pick<Telling, 'sent' | 'tell'>
}

/** What comes often is answered here: what restify would do first costs as much as the route does. */
function firstOf({ routes }: HttpServerOptions, { guard, handlerOf, send, told }: First) {
  const often = findOften(routes, handlerOf)
  return (request: Request, response: Response): boolean => {
    const refused = guard(request)
    const found = refused ? undefined : often(request)
    whenDone(request, response, { ...told, found: found?.path })
    if (refused) send(request, response, refused)
    found
      ?.handle(Object.assign(request, { params: found.params }), response)
      .catch(() => send(request, response, refusal('failed')))
    return refused === undefined && found === undefined
  }
}

type HandlerOf = (route: Route) => Handler

function createHandlers(
  shell: Shell,
  options: HttpServerOptions,
  most: number,
  send: Send,
): HandlerOf {
  const few = createFew()
  shell.server.on('connection', few.came)
  return (route) => async (request, response) => {
    const body = await readBody(request, route.body, most)
    await few.enter()
    send(request, response, await answer(route, request, options, body))
  }
}

function mountAll(shell: Shell, routes: readonly Route[], handlerOf: HandlerOf, send: Send): void {
  for (const route of routes) mount(shell, route, handlerOf(route))
  // Its own reply would carry the path or a message. Because `next` is not called, it sends none.
  shell.on('restifyError', (request: Request, response: Response, error: unknown, _next: Next) => {
    send(request, response, refusal(codeOfRouter(error)))
  })
}

type Shell = ReturnType<typeof createServer> & {
  first(handler: (request: Request, response: Response) => boolean): void
}

/** The types are of an older restify. Its own log would hold what ours must not. */
function createShell(): Shell {
  return createServer({ name: '', log: pino({ level: 'silent' }) } as never) as Shell
}

/** restify says a second time what went wrong, and the process ends where nobody hears that. */
async function hearing<found>(shell: Shell, listening: Promise<found>): Promise<found> {
  const heard = () => undefined
  shell.on('error', heard)
  return listening.finally(() => void shell.off('error', heard))
}

type Handler = (request: Request, response: Response) => Promise<void>

function mount(shell: Shell, { method, path }: Route, handler: Handler): void {
  if (method === 'POST') shell.post(path, handler)
  if (method === 'OPTIONS') shell.opts(path, handler)
  if (method !== 'GET') return
  shell.get(path, handler)
  shell.head(path, handler)
}

async function answer(
  route: Route,
  request: Request,
  door: GuardOptions,
  body: Read,
): Promise<HttpReply | Refusal> {
  if (!body.ok) return refusal(body.code)
  try {
    const params = request.params as Record<string, string>
    return await route.handle(toRequest(request, { params, body: body.value }, door))
  } catch (error) {
    return failure(error)
  }
}

function codeOfRouter(error: unknown): RefusalCode {
  const { statusCode } = (error ?? {}) as { statusCode?: unknown }
  if (statusCode === 404) return 'not-found'
  return statusCode === 405 ? 'method-not-allowed' : 'failed'
}

interface Telling {
  readonly sent: WeakMap<Request, HttpReply | Refusal>
  readonly tell: (entry: RequestEntry) => void
  /** The path of the route, where restify has not looked for it. */
  readonly found: string | undefined
}

/** The reply tells its status better than the response, which restify rewrites when a client leaves. */
function whenDone(request: Request, response: Response, { sent, tell, found }: Telling): void {
  const began = performance.now()
  response.once('close', () => {
    const { route } = request as { route?: { path?: unknown } }
    const path = found ?? route?.path
    const reply = sent.get(request)
    tell({
      method: request.method ?? '-',
      route: typeof path === 'string' ? path : '-',
      status: reply?.status ?? response.statusCode,
      ms: performance.now() - began,
      code: reply && 'code' in reply ? reply.code : undefined,
    })
  })
}
