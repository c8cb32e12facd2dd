import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { type Channel, MICROSOFT } from './channel.ts'

/** One thing that Candour sent to the loopback Teams. */
export interface Call {
  readonly method: string
  readonly path: string
  readonly authorization: string
  readonly about: Readonly<Record<'conversation' | 'type', unknown>>
  readonly body: Readonly<Record<string, unknown>>
}

export interface Claims {
  readonly [name: string]: unknown
  readonly iss?: string
  readonly aud?: string
}

export type Loopback = Awaited<ReturnType<typeof openLoopback>>

const KEY = { kid: 'loopback', use: 'sig', alg: 'RS256' }

/**
 * A Teams on this machine alone, for tests and the demo: it signs as Microsoft would, with a key
 * of its own, and takes what is sent to it. A real Candour trusts no such key.
 */
export async function openLoopback(appId: string, issuer = MICROSOFT.issuer, port = 0) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(publicKey)), ...KEY }
  const calls: Call[] = []
  const refused: Call[] = []
  const state: State = { down: false, endorsements: ['msteams'] }
  const house: House = { calls, refused, state, key, issuer }
  const server = createServer((request, response) => {
    void serve(request, response, house)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    ...{ at, calls, refused, state, channel: channelAt(at, appId, issuer) },
    /** A token as the channel would send it, but for what is given. */
    token: (claims: Claims = {}, by = privateKey, header: object = {}) =>
      new SignJWT({ serviceurl: `${at}/`, iss: issuer, aud: appId, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: KEY.kid, ...header })
        .setIssuedAt()
        .setExpirationTime((claims['exp'] as number | undefined) ?? '5m')
        .sign(by),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What a test may do to it. */
export interface State {
  /** Whether it takes what is sent to it. */
  down: boolean
  /** The channels that its key may speak for. */
  endorsements: readonly string[]
}

interface House {
  readonly calls: Call[]
  /** What came while it was down. */
  readonly refused: Call[]
  readonly state: State
  readonly key: object
  readonly issuer: string
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { calls, refused, state, key, issuer }: House,
) {
  const { url: path = '', method = '', headers } = request
  const body = await text(request)
  const send = (value: object, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(value))
  }
  if (path === '/openid') return send(metadata(`http://${headers.host}`, issuer))
  if (path === '/keys') return send({ keys: [{ ...key, endorsements: state.endorsements }] })
  const { authorization = '' } = headers
  const about = { conversation: headers['x-ms-conversation-id'], type: headers['content-type'] }
  const said = JSON.parse(body || '{}') as Call['body']
  const { down } = state
  const list = down ? refused : calls
  list.push({ method, path, authorization, about, body: said })
  if (down) return send({ error: { code: 'ServiceError', message: body } }, 503)
  return send({ id: `activity-${calls.length}` })
}

const metadata = (at: string, issuer: string) => ({
  ...{ issuer, jwks_uri: `${at}/keys`, id_token_signing_alg_values_supported: ['RS256'] },
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
})

/** For a bot that speaks with the loopback at that address. */
export function channelAt(at: string, appId: string, issuer = MICROSOFT.issuer): Channel {
  const signed = {
    // The framework waits for the headers to carry a token before it sends.
    signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
      request.headers.set('authorization', 'Bearer of-the-loopback')
      return request
    },
  }
  const credentials = {
    isValidAppId: async (id: string) => id === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => signed,
  }
  return {
    issuer,
    trusts: ({ origin, username }) => origin === at && username === '',
    own: { at, credentials: credentials as never },
  }
}

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}
