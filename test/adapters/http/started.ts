import { Writable } from 'node:stream'
import { pino } from 'pino'
import type { Route } from '../../../adapters/http/route.ts'
import {
  createHttpServer,
  type HttpServer,
  type HttpServerOptions,
} from '../../../adapters/http/server.ts'

export interface Started {
  readonly port: number
  readonly url: string
  readonly server: HttpServer
  readonly logged: string[]
}

export const get = (path: string, handle: Route['handle']): Route => ({
  method: 'GET',
  path,
  handle,
})

export const ok = get('/ok', async () => ({ status: 200, body: 'ok' }))

/** Starts servers that all stop after the test. */
export function createStarter() {
  const servers: HttpServer[] = []
  return {
    start: async (
      routes: readonly Route[] = [ok],
      options: Partial<HttpServerOptions> = {},
    ): Promise<Started> => {
      const logged: string[] = []
      const write = (line: Buffer, _encoding: unknown, done: () => void) => {
        logged.push(line.toString())
        done()
      }
      const log = pino(new Writable({ write }))
      const where = { host: '127.0.0.1', port: 0, sockets: [] }
      const server = createHttpServer({ routes, ...where, log, ...options })
      servers.push(server)
      const { port } = await server.listen()
      return { port, url: `http://127.0.0.1:${port}`, server, logged }
    },
    stop: async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))),
  }
}
