import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { page, type Preview, previewBody, rehearsalBody, type RehearsedPage } from './page.ts'

/** What is shown, made anew for each request. */
export interface Shows {
  readonly first: string
  preview(pathway: string): Preview | undefined
  rehearsal(
    pathway: string,
    so: string,
    answer?: { readonly event: string; readonly values: readonly string[] },
  ): RehearsedPage | undefined
  /** Calls back after words were saved; gives what ends that. */
  watch(saved: () => void): () => void
}

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
}
const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/
const MOST = 64 * 1024

/** On this machine alone, for whoever writes the words. */
export async function servePreview(shows: Shows, port = 0) {
  const listening = new Set<ServerResponse>()
  const unwatch = shows.watch(() => {
    for (const one of listening) one.write('event: saved\ndata: words\n\n')
  })
  const server = createServer((request, response) => {
    void answer(shows, listening, request, response).catch(() =>
      send(response, 500, 'text/plain', ''),
    )
  })
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      unwatch()
      for (const one of listening) one.end()
      await new Promise((done) => server.close(done))
    },
  }
}

async function answer(
  shows: Shows,
  listening: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!LOCAL.test(request.headers.host ?? '')) return send(response, 403, 'text/plain', '')
  const { pathname } = new URL(request.url ?? '/', 'http://preview')
  if (pathname === '/events') return listen(listening, response)
  if (pathname === '/preview.css') return asset(response, 'preview.css', 'text/css')
  if (pathname === '/preview.js') return asset(response, 'preview.js', 'text/javascript')
  const [name = '', rehearse] = pathname.slice(1).split('/')
  const pathway = name || shows.first
  const body =
    rehearse === 'rehearse'
      ? await rehearsed(shows, pathway, request)
      : previewed(shows.preview(pathway))
  if (body === undefined) return send(response, 404, 'text/plain', 'There is no such pathway.')
  send(
    response,
    200,
    'text/html',
    page(`${pathway}, ${rehearse ? 'a rehearsal' : 'its words'}`, body),
  )
}

const previewed = (found: Preview | undefined) => found && previewBody(found)

async function rehearsed(shows: Shows, pathway: string, request: IncomingMessage) {
  const fields = new URLSearchParams(request.method === 'POST' ? await read(request) : '')
  const event = fields.get('event')
  const said = event === null ? undefined : { event, values: fields.getAll('value') }
  const found = shows.rehearsal(pathway, fields.get('so') ?? '[]', said)
  return found && rehearsalBody(found)
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > MOST) throw new Error('too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function listen(listening: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' })
  response.write(': here\n\n')
  listening.add(response)
  response.on('close', () => listening.delete(response))
}

function asset(response: ServerResponse, name: string, type: string): void {
  send(response, 200, type, readFileSync(new URL(name, import.meta.url), 'utf8'))
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` })
  response.end(body)
}
