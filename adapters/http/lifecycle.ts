import type { Server, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Limits } from './limits.ts'
import { rawReply, refusal, type RefusalCode } from './reply.ts'

export interface Lifecycle {
  listen(port: number, host: string): Promise<{ readonly port: number }>
  /** Whatever is still open at the deadline is cut off. */
  close(): Promise<void>
}

export function createLifecycle(http: Server, limits: Limits): Lifecycle {
  const open = new Set<Socket>()
  http.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
  })
  http.on('clientError', refuseUnreadable)
  configure(http, limits)

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        http.once('error', reject)
        http.listen(port, host, () => {
          http.off('error', reject)
          resolve({ port: (http.address() as AddressInfo).port })
        })
      }),

    close: () =>
      new Promise((resolve) => {
        // A connection becomes idle when its request is done, which may be long after this.
        const idle = setInterval(() => http.closeIdleConnections(), 50)
        const deadline = setTimeout(() => {
          for (const socket of open) socket.destroy()
        }, limits.closeWithin)
        http.close(() => {
          clearInterval(idle)
          clearTimeout(deadline)
          resolve()
        })
      }),
  }
}

function configure(http: Server, limits: Limits): void {
  Object.assign(http, {
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    maxHeadersCount: limits.headers,
    maxConnections: limits.connections,
    // Node looks for late ones every 30 s, which would treble the limit.
    connectionsCheckingInterval: Math.min(1000, limits.headersTimeout / 4),
  })
}

const UNREADABLE: Record<string, RefusalCode> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
}

function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  const { _httpMessage: begun } = socket as { _httpMessage?: ServerResponse | null }
  // A reply that has begun must not get another one into its middle.
  if (!socket.writable || begun?.headersSent) {
    socket.destroy()
    return
  }
  const code = UNREADABLE[error.code ?? ''] ?? 'bad-request'
  socket.end(rawReply(refusal(code)), () => socket.destroy())
}
