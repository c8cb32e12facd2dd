import { randomBytes } from 'node:crypto'
import { WebSocket } from 'ws'
import { createHttpServer } from '../../../../adapters/http/server.ts'
import { createDirectLine } from '../../../../adapters/web/direct-line/routes.ts'
import type { Chance, Clocks, Sittings } from '../../../../bot/ports.ts'
import { createFakeSittings, type FakeSittings } from './fake-sittings.ts'

export const ROOT = '/v3/directline'
export const SITE_SECRET = 'a-secret-between-two-servers'

type Json = Record<string, unknown>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

export const chance: Chance = {
  bytes: (length) => randomBytes(length),
  id: () => randomBytes(16).toString('hex'),
}

/** A real server with a fake bot behind it, and a clock that can be moved. */
export async function openHouse<sittings extends Sittings = FakeSittings>(
  sittings: sittings = createFakeSittings() as never,
) {
  const secret = randomBytes(32)
  let ahead = 0
  const wall = () => new Date(Date.now() + ahead).toISOString() as ReturnType<Clocks['wall']>
  const clocks: Clocks = { wall, clock: wall, offset: () => 0 }
  const directLine = createDirectLine({
    ...{ sittings, secret, clocks, chance },
    sites: [{ id: 'clinic-site', origins: ['https://clinic.example'] }],
    siteSecrets: { 'clinic-site': SITE_SECRET },
  })
  const server = createHttpServer({
    ...{ routes: directLine.routes, sockets: directLine.sockets, host: '127.0.0.1', port: 0 },
    log: { info: () => {}, error: () => {} },
    limits: { burst: 1_000_000 },
  })
  const { port } = await server.listen()
  const url = `http://127.0.0.1:${port}`

  async function call(
    method: string,
    path: string,
    token?: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answer> {
    const headers = {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...more,
    }
    const sent = body === undefined ? null : JSON.stringify(body)
    const response = await fetch(url + ROOT + path, { method, headers, body: sent })
    const text = await response.text()
    const said = text === '' ? {} : (JSON.parse(text) as Json)
    return { status: response.status, headers: response.headers, body: said }
  }

  async function begin(channel: 'widget' | 'direct-line' = 'widget') {
    const { body } =
      channel === 'widget'
        ? await call('POST', '/tokens/generate', undefined, { site: 'clinic-site' })
        : await call('POST', '/tokens/generate', SITE_SECRET, {})
    const [id, token] = [String(body.conversationId), String(body.token)]
    return {
      id,
      token,
      get: (path: string) => call('GET', `/conversations/${id}${path}`, token),
      post: (path: string, sent?: unknown) =>
        call('POST', `/conversations/${id}${path}`, token, sent),
      stream: async () => String((await call('POST', '/conversations', token, {})).body.streamUrl),
    }
  }

  return {
    ...{ sittings, secret, directLine, url, call, begin },
    pass: (milliseconds: number) => void (ahead += milliseconds),
    close: () => server.close(),
  }
}

export type House = Awaited<ReturnType<typeof openHouse<FakeSittings>>>

export interface Frame {
  readonly activities: readonly Record<string, never>[]
  readonly watermark: string
}

/** A stream that keeps what it hears. `status`: what a refused one was refused with. */
export function listenTo(address: string) {
  const socket = new WebSocket(address)
  const frames: Frame[] = []
  const wakers = new Set<() => void>()
  const state = { closed: undefined as number | undefined, status: undefined as number | undefined }
  const wake = () => wakers.forEach((waker) => waker())
  socket.on('message', (data: Buffer) => {
    frames.push(JSON.parse(data.toString()) as Frame)
    wake()
  })
  socket.on('unexpected-response', (_request, { statusCode }) => {
    state.status = statusCode
    wake()
  })
  socket.on('close', (code) => {
    state.closed = code
    wake()
  })
  socket.on('error', () => {})
  return {
    frames,
    state,
    texts: () => frames.flatMap(({ activities }) => activities.map(({ text }) => String(text))),
    /** Waits until that is so; the test’s own timeout ends it otherwise. */
    until: (so: () => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (!so()) return
          wakers.delete(look)
          resolve()
        }
        wakers.add(look)
        look()
      }),
    /** Until whatever had been sent is here: the server answers a ping after it. */
    quiet: () =>
      new Promise<void>((resolve) => {
        socket.once('pong', () => resolve())
        socket.ping()
      }),
    close: () => socket.terminate(),
  }
}

export function codeOf({ error }: Record<string, unknown>): string | undefined {
  return (error as { code?: string } | undefined)?.code
}

export function textsOf(body: Record<string, unknown>): string[] {
  return (body.activities as { text: string }[]).map(({ text }) => text)
}

/** What a token says, unverified. */
export function payloadOf(token: string): Record<string, unknown> {
  const [, payload = ''] = token.split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>
}
