import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts'
import { createDirectLine } from '../../../adapters/web/direct-line/routes.ts'
import { chance, openClinic, type OpenClinic } from '../../support/clinic.ts'

const SECRET = 'between-two-servers'
const QUIET = { info: () => {}, error: () => {} }

/** A clinic with its endpoint, and another web site whose pages may call it. */
export interface Open {
  readonly clinic: OpenClinic
  /** What a Direct Line client calls its domain. */
  readonly domain: string
  /** The other site's page, with the client's script on it. */
  readonly site: string
  /** As the other site's server asks for it: with the secret, which no browser sees. */
  token(): Promise<{ readonly token: string; readonly sitting: string }>
  close(): Promise<void>
}

export async function openToOthers(script: Uint8Array): Promise<Open> {
  const clinic = openClinic()
  const other = await pageWith(script)
  const line = createDirectLine({
    ...{ sittings: clinic.sittings, clocks: clinic.clocks, chance, secret: randomBytes(32) },
    ...{ sites: [{ id: 'other', origins: [other.origin] }], siteSecrets: { other: SECRET } },
  })
  const server = createHttpServer({
    ...{ routes: line.routes, sockets: line.sockets, host: '127.0.0.1', port: 0, log: QUIET },
    limits: { burst: 1_000, perSecond: 1_000 },
  })
  const domain = `http://127.0.0.1:${(await server.listen()).port}/v3/directline`
  const token = async () => {
    const headers = { authorization: `Bearer ${SECRET}` }
    const answer = await fetch(`${domain}/tokens/generate`, { method: 'POST', headers })
    const made = (await answer.json()) as { token: string; conversationId: string }
    return { token: made.token, sitting: made.conversationId }
  }
  return { clinic, domain, site: other.origin, token, close: () => closed(server, other.server) }
}

async function pageWith(script: Uint8Array): Promise<{ origin: string; server: Server }> {
  const server = createServer(({ url }, response) => {
    const isScript = url === '/client.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? script : PAGE)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server }
}

const PAGE = `<!doctype html><html lang="en"><title>Another site</title>
<link rel="icon" href="data:,"><main id="chat"></main><script src="/client.js"></script>`

async function closed(ours: HttpServer, other: Server): Promise<void> {
  other.closeAllConnections()
  await Promise.all([ours.close(), new Promise((resolve) => other.close(resolve))])
}
