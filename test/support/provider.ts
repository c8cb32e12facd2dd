import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Provider, { type Configuration } from 'oidc-provider'

export const CLIENT = { id: 'candour-desk', secret: 'a-secret-of-the-tests-and-of-nothing-else' }

export interface TestProvider {
  readonly issuer: string
  /** How many times somebody typed a name: how often it really asked. */
  readonly asked: () => number
  close(): Promise<void>
}

/** A real OpenID provider on loopback, whose sign-in page believes whoever types a name. */
export async function startProvider(
  redirects: readonly string[],
  more: Configuration = {},
  port = 0,
): Promise<TestProvider> {
  const server = createServer()
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = quietly(() => new Provider(issuer, configuration(redirects, more)))
  const { handler, asked } = signInPage(provider)
  const rest = provider.callback()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (request.url?.startsWith('/sign-in/')) void handler(request, response)
    else void rest(request, response)
  })
  return { issuer, asked, close: () => closed(server) }
}

function configuration(redirects: readonly string[], more: Configuration): Configuration {
  return {
    clients: [
      {
        ...{ client_id: CLIENT.id, client_secret: CLIENT.secret },
        redirect_uris: [...redirects],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    cookies: { keys: ['only-for-the-tests'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/sign-in/${uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: async () => ({ sub }) }),
    // Whoever signs in has agreed: the clinic’s provider asks nobody of its staff for consent.
    async loadExistingGrant({ oidc }) {
      const { session, client, provider } = oidc
      const grant = new provider.Grant({
        accountId: session?.accountId ?? '',
        clientId: client?.clientId ?? '',
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    scopes: ['openid', 'profile'],
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      Session: 600,
    },
    ...more,
  }
}

function signInPage(provider: Provider) {
  let times = 0
  const handler = async (request: IncomingMessage, response: ServerResponse) => {
    if (request.method !== 'POST') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(PAGE)
      return
    }
    times += 1
    const accountId = new URLSearchParams(await text(request)).get('account') ?? ''
    await provider.interactionFinished(request, response, { login: { accountId } })
  }
  return { handler, asked: () => times }
}

const PAGE = `<!doctype html><html lang="en"><title>The clinic’s provider</title><main>
<h1>The clinic’s provider</h1><form method="post"><label>Account <input name="account"></label>
<button>Sign in</button></form></main></html>`

/** It warns of what is right only here: that it speaks http, and keeps everything in memory. */
function quietly<made>(make: () => made): made {
  const { warn, info } = console
  Object.assign(console, { warn: () => undefined, info: () => undefined })
  try {
    return make()
  } finally {
    Object.assign(console, { warn, info })
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done())
    server.closeAllConnections()
  })
}
