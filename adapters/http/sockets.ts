import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocket, WebSocketServer } from 'ws'
import type { Guard } from './guard.ts'
import { type Door, isPath, toRequest } from './headers.ts'
import { type Log, logRequest } from './log.ts'
import { failure, rawReply, type Refusal, refusal, type RefusalCode } from './reply.ts'
import type { Socket, SocketRoute } from './route.ts'

export interface SocketsOptions {
  readonly routes: readonly SocketRoute[]
  readonly door: Door
  readonly log: Log
  readonly ping: number
  readonly guard: Guard
}

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>
  close(): void
}

/** A client sends nothing but empty frames, to show that it is there. */
const CLIENT_FRAME = 1024
/** What may wait for a slow reader; then it is cut off, and comes back with its watermark. */
const BACKLOG = 1024 * 1024

export function createSockets({ routes, door, log, ping, guard }: SocketsOptions): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: CLIENT_FRAME,
    perMessageDeflate: false,
  })
  const find = finder(routes)
  const silent = new WeakSet<WebSocket>()
  const pinging = keepAlive(server, silent, ping)

  const decide = async (request: IncomingMessage, found: Found | undefined) => {
    const refused = guard(request)
    if (refused) return refused
    if (!found) return refusal('not-found')
    const asked = toRequest(request, { params: found.params, body: undefined }, door)
    const answer = await found.route.accept(asked)
    return typeof answer === 'number' ? refusedWith(answer) : answer
  }

  return {
    async upgrade(request, socket, head) {
      const began = performance.now()
      socket.on('error', () => socket.destroy())
      const found = find(request)
      const answer = await decide(request, found).catch(failure)
      const opens = typeof answer === 'function'
      if (opens) server.handleUpgrade(request, socket, head, (peer) => answer(wrap(peer, silent)))
      else socket.end(rawReply(answer), () => socket.destroy())
      logRequest(log, {
        method: 'GET',
        route: found?.route.path ?? '-',
        status: opens ? 101 : answer.status,
        ms: performance.now() - began,
        code: opens ? undefined : answer.code,
      })
    },

    close() {
      clearInterval(pinging)
      for (const peer of server.clients) peer.close(1001)
    },
  }
}

interface Found {
  readonly route: SocketRoute
  readonly params: Record<string, string>
}

function finder(routes: readonly SocketRoute[]): (request: IncomingMessage) => Found | undefined {
  const matchers = routes.map((route) => ({ route, match: matcher(route.path) }))
  return ({ method, url = '' }) => {
    if (method !== 'GET' || !isPath(url)) return undefined
    const { pathname } = new URL(url, 'http://host')
    for (const { route, match } of matchers) {
      const params = match(pathname)
      if (params) return { route, params }
    }
    return undefined
  }
}

const STATUS: Record<number, RefusalCode> = { 404: 'not-found', 429: 'too-many-requests' }

function refusedWith(status: number): Refusal {
  return { ...refusal(STATUS[status] ?? 'bad-request'), status }
}

/** `/a/:id/b` as a function from a path to its parameters. */
export function matcher(pattern: string): (path: string) => Record<string, string> | undefined {
  const wanted = pattern.split('/')
  return (path) => {
    const parts = path.split('/')
    if (parts.length !== wanted.length) return undefined
    const params: Record<string, string> = {}
    for (const [at, want] of wanted.entries()) {
      const part = parts[at] ?? ''
      if (want.startsWith(':') && part !== '') params[want.slice(1)] = decodeURIComponent(part)
      else if (part !== want) return undefined
    }
    return params
  }
}

function wrap(peer: WebSocket, silent: WeakSet<WebSocket>): Socket {
  peer.on('error', () => peer.terminate())
  peer.on('pong', () => silent.delete(peer))
  return {
    send(text) {
      if (peer.readyState !== WebSocket.OPEN) return
      if (peer.bufferedAmount > BACKLOG) peer.terminate()
      else peer.send(text)
    },
    close: () => peer.close(1000),
    onClose: (hear) => void peer.once('close', hear),
  }
}

/** Whoever has not answered one ping when the next is due is gone. */
function keepAlive(
  server: WebSocketServer,
  silent: WeakSet<WebSocket>,
  every: number,
): NodeJS.Timeout {
  const timer = setInterval(() => {
    for (const peer of server.clients) {
      if (silent.has(peer)) peer.terminate()
      silent.add(peer)
      peer.ping()
    }
  }, every)
  return timer.unref()
}
