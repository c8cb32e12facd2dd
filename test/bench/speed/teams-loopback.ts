import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { exportJWK, exportPKCS8, generateKeyPair, importPKCS8, SignJWT } from 'jose'
import { MICROSOFT } from '../../../adapters/teams/channel.ts'
import { APP } from './teams-people.ts'

/** What signs for Teams: the same for every load on one server, which reads it once. */
export async function newSigner(): Promise<{ readonly SIGNER: string; readonly KEYS: string }> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(publicKey)), ...KEY, endorsements: ['msteams'] }
  return { SIGNER: await exportPKCS8(privateKey), KEYS: JSON.stringify({ keys: [key] }) }
}

const KEY = { kid: 'bench', use: 'sig', alg: 'RS256' }

export interface Told {
  /** What was last sent to that conversation, as it came. It is given once. */
  take(conversation: string): string | undefined
  token(): Promise<string>
  readonly at: string
}

/**
 * A Teams that does as little as it can: what it takes of the processor, the server cannot have. What
 * comes is kept as it came, and read by nobody but the conversation that it is for.
 */
export async function openTold({
  SIGNER = '',
  KEYS = '',
  LOOPBACK,
}: NodeJS.ProcessEnv): Promise<Told> {
  const heard = new Map<string, string>()
  const port = Number(LOOPBACK)
  const at = `http://127.0.0.1:${port}`
  const pages = new Map([
    ['/openid', JSON.stringify(metadata(at))],
    ['/keys', KEYS],
  ])
  const server = createServer((request, response) => serve(request, response, pages, heard))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const signer = await importPKCS8(SIGNER, KEY.alg)
  return {
    at,
    take(conversation) {
      const body = heard.get(conversation)
      heard.delete(conversation)
      return body
    },
    token: () =>
      new SignJWT({ serviceurl: `${at}/`, iss: MICROSOFT.issuer, aud: APP })
        .setProtectedHeader({ alg: KEY.alg, kid: KEY.kid })
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(signer),
  }
}

const metadata = (at: string) => ({
  ...{ issuer: MICROSOFT.issuer, jwks_uri: `${at}/keys` },
  id_token_signing_alg_values_supported: [KEY.alg],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
})

const SENT = Buffer.from('{"id":"sent"}')
const HEADERS = { 'content-type': 'application/json', 'content-length': SENT.length }

function serve(
  request: IncomingMessage,
  response: ServerResponse,
  pages: ReadonlyMap<string, string>,
  heard: Map<string, string>,
): void {
  const { url = '' } = request
  const page = pages.get(url)
  if (page !== undefined) return void response.end(page)
  const [, conversation = ''] = /^\/v3\/conversations\/([^/]+)\/activities/.exec(url) ?? []
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    heard.set(decodeURIComponent(conversation), Buffer.concat(chunks).toString())
    response.writeHead(200, HEADERS).end(SENT)
  })
}
