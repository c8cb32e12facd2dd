import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { candour, type Target } from '../hostile/target.ts'
import { buildWith } from '../kit/build.ts'

const CONNECTIONS: Record<Depth, number> = { short: 60, nightly: 1500, release: 1900 }
/** Headers may take ten seconds and a request fifteen; a busy machine may be late by as much. */
const CUT_BY = 32_000
/** How long somebody else may wait meanwhile, on a machine that does much besides. */
const OTHERS = 5_000

export const campaign: Campaign = {
  row: 'G1',
  says: 'Connections send a byte a second, of their headers or of their body: each is cut within its time, and others are answered meanwhile.',
  promises: [],
  run: async (depth) => slow(await candour(), CONNECTIONS[depth]),
  // Nobody counts how long a request takes.
  control: async () => slow(await candour(buildWith(PATIENT)), 20),
}

const PATIENT = {
  'adapters/http/limits.ts': [
    'headersTimeout: 10_000,\n  requestTimeout: 15_000,',
    'headersTimeout: 86_400_000, requestTimeout: 86_400_000,',
  ],
} as const

async function slow(target: Target, many: number): Promise<Trials> {
  const failures: string[] = []
  try {
    const open = new Set<Socket>()
    for (let n = 0; n < many; n += 1) crawl(target, n % 2 === 0, open)
    const until = performance.now() + CUT_BY
    let slowest = 0
    while (open.size > 0 && performance.now() < until) {
      for (const socket of open) if (socket.writable) socket.write('x')
      slowest = Math.max(slowest, await others(target))
      await pause(1000)
    }
    if (open.size > 0) failures.push(`${open.size} of ${many} were not cut in ${CUT_BY / 1000} s`)
    if (slowest > OTHERS) failures.push(`others waited ${Math.round(slowest)} ms`)
    for (const socket of open) socket.destroy()
    if (!target.alive()) failures.push('it ended')
    return { trials: many, failures }
  } finally {
    await target.stop()
  }
}

/** Half of them never end their headers, the others never their body. */
function crawl({ port, path, authorization }: Target, headers: boolean, open: Set<Socket>): void {
  const socket = connect(port, '127.0.0.1')
  open.add(socket)
  socket.on('error', () => undefined)
  socket.on('close', () => open.delete(socket))
  socket.resume()
  const head = `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\n`
  socket.write(headers ? `${head}X-Slow: ` : `${head}Content-Length: 5000\r\n\r\n{"type":"`)
}

async function others({ port }: Target): Promise<number> {
  const began = performance.now()
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
  await answer?.body?.cancel()
  return answer ? performance.now() - began : Infinity
}
