import { randomBytes } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts'
import { gzipSync } from 'node:zlib'
import { createDirectLine } from '../../../adapters/web/direct-line/routes.ts'
import { createWidget } from '../../../adapters/web/widget/routes.ts'
import { unseal } from '../../../bot/evidence/seal.ts'
import type { Claim } from '../../../bot/ports.ts'
import { chance, demoClinic, openClinic, type OpenClinic, shipped } from '../../support/clinic.ts'

const SECRET = 'between-two-servers'
const QUIET = { info: () => {}, error: () => {} }

/** A clinic with its endpoint, and another web site whose pages may call it. */
export interface Open {
  readonly clinic: OpenClinic
  readonly url: string
  /** What a Direct Line client calls its domain. */
  readonly domain: string
  /** The other site's page, with the client's script on it. */
  readonly site: string
  /** As the other site's server asks for it: with the secret, which no browser sees. */
  token(): Promise<{ readonly token: string; readonly claim: Claim }>
  close(): Promise<void>
}

export async function openToOthers(script: Uint8Array): Promise<Open> {
  const clinic = openClinic()
  const other = await pageWith(script)
  const sites = [{ id: 'other', origins: [other.origin] }]
  const line = createDirectLine({
    ...{ sittings: clinic.sittings, clocks: clinic.clocks, chance, secret: randomBytes(32) },
    ...{ sites, siteSecrets: { other: SECRET } },
  })
  const { ui } = shipped.catalogue
  const widget = createWidget({ ui, clinic: demoClinic, sites, demo: true })
  const server = createHttpServer({
    routes: [...line.routes, ...widget.routes],
    ...{ sockets: line.sockets, host: '127.0.0.1', port: 0, log: QUIET },
    limits: { burst: 1_000, perSecond: 1_000 },
  })
  const url = `http://127.0.0.1:${(await server.listen()).port}`
  const domain = `${url}/v3/directline`
  const token = async () => {
    const headers = { authorization: `Bearer ${SECRET}` }
    const answer = await fetch(`${domain}/tokens/generate`, { method: 'POST', headers })
    const made = (await answer.json()) as { token: string }
    const claim = await line.claimOf(made.token)
    if (!claim) throw new Error('its own token is none of ours')
    return { token: made.token, claim }
  }
  const close = () => closed(server, other.server)
  return { clinic, url, domain, site: other.origin, token, close }
}

/** What is on record of a sitting: whether the way to the private questions ended before them. */
export async function keptPrivate({ clinic }: Open, { sitting }: Claim) {
  const id = (await clinic.store.sitting(sitting))?.consultation ?? ''
  const records = await clinic.store.load(id)
  const opened = records.map(async (record) => {
    const key = await clinic.parts.keys.find(record.sealed.key)
    return key && unseal(record, key)
  })
  return {
    restricted: records.filter(({ stream }) => stream === 'restricted').length,
    notAskedHere: JSON.stringify(await Promise.all(opened)).includes('not-asked-here'),
  }
}

async function pageWith(script: Uint8Array): Promise<{ origin: string; server: Server }> {
  const zipped = gzipSync(script, { level: 9 })
  const server = createServer(({ url }, response) => {
    if (url !== '/client.js') {
      response.setHeader('content-type', 'text/html').end(PAGE)
      return
    }
    response.writeHead(200, { 'content-type': 'text/javascript', 'content-encoding': 'gzip' })
    response.end(zipped)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { origin: `http://localhost:${(server.address() as AddressInfo).port}`, server }
}

/** Shows Web Chat where that is the client, with what stands behind the # of the address. */
const PAGE = `<!doctype html><html lang="en"><title>Another site</title>
<link rel="icon" href="data:,"><style>#chat { height: 90vh }</style>
<main id="chat"></main><script src="/client.js"></script>
<script>if (window.WebChat && location.hash) {
const [domain, token] = location.hash.slice(1).split('|')
WebChat.renderWebChat({ directLine: WebChat.createDirectLine({ domain, token }) }, document.getElementById('chat'))
}</script>`

async function closed(ours: HttpServer, other: Server): Promise<void> {
  other.closeAllConnections()
  await Promise.all([ours.close(), new Promise((resolve) => other.close(resolve))])
}
