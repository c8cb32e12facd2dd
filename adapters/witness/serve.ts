import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WitnessAnswer } from '../../bot/ports.ts'

const LONGEST = 64 * 1024

export interface Served {
  readonly port: number
  close(): Promise<void>
}

export interface Serving {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  readonly add: (request: string) => Promise<WitnessAnswer & { readonly type: string }>
}

/** `POST /add-checkpoint`, and nothing else. */
export async function serveWitness({ host, port, add }: Serving): Promise<Served> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (from, to) => {
    answer(from, add).then(
      (found) => send(to, found),
      () => send(to, { status: 500, body: 'failed\n', type: 'text/plain' }),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { port: (server.address() as AddressInfo).port, close }
}

type Found = Awaited<ReturnType<Serving['add']>>

async function answer(from: IncomingMessage, add: Serving['add']): Promise<Found> {
  const says = (status: number, body: string) => ({ status, body, type: 'text/plain' })
  if (from.url !== '/add-checkpoint') return says(404, 'there is only /add-checkpoint\n')
  if (from.method !== 'POST') return says(405, 'only POST\n')
  const body = await bodyOf(from)
  return body === undefined ? says(413, 'too long\n') : add(body)
}

async function bodyOf(from: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of from as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function send(to: ServerResponse, { status, body, type }: Found): void {
  to.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  to.end(body)
}
