import * as openid from 'openid-client'
import { subjectOf } from './subject.ts'

export interface ProviderOptions {
  readonly issuer: string
  readonly clientId: string
  readonly secret: string
  /** Where the provider sends the browser back to; registered there word for word. */
  readonly redirect: string
}

/** What one sign-in must come back with: for that browser alone, in a cookie that it cannot read. */
export interface Begun {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export type Finished =
  | { readonly ok: true; readonly issuer: string; readonly subject: string; readonly at: number }
  /** `why` is for the log; whoever stands at the desk reads the same words each time. */
  | { readonly ok: false; readonly why: string }

/** How old a password may be when the provider sends somebody back, in seconds. */
const FRESH = 600
const SKEW = 30

/** The clinic's own sign-in, by OpenID Connect: authorization code with PKCE, and nothing else. */
export function createProvider({ issuer, clientId, secret, redirect }: ProviderOptions) {
  let known: Promise<openid.Configuration> | undefined

  // What could not be reached is asked again at the next sign-in, not remembered as a failure.
  const configuration = () => {
    known ??= discover(issuer, clientId, secret)
    known.catch(() => (known = undefined))
    return known
  }

  return {
    /** Throws where the provider cannot be reached, or is not the one that was configured. */
    check: async () => void (await configuration()),
    /** Asks for the password each time: the computer at a front desk belongs to nobody. */
    async begin(): Promise<{ readonly url: string; readonly begun: Begun }> {
      const begun = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
      }
      const url = openid.buildAuthorizationUrl(await configuration(), {
        ...{ redirect_uri: redirect, scope: 'openid profile', response_type: 'code' },
        ...{ state: begun.state, nonce: begun.nonce, prompt: 'login', max_age: String(FRESH) },
        code_challenge: await openid.calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, begun }
    },
    async finish(query: string, { state, nonce, verifier }: Begun): Promise<Finished> {
      try {
        const back = new URL(`${redirect}?${query}`)
        const tokens = await openid.authorizationCodeGrant(await configuration(), back, {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
          ...{ idTokenExpected: true, maxAge: FRESH },
        })
        const claims = tokens.claims()
        const subject = claims && subjectOf(claims)
        if (!claims?.auth_time || !subject) return { ok: false, why: 'incomplete-token' }
        return { ok: true, issuer: claims.iss, subject, at: claims.auth_time }
      } catch (error) {
        return { ok: false, why: codeOf(error) }
      }
    },
  }
}

/** Its configuration, checked to be of that very issuer; the token's own signature is checked too. */
async function discover(issuer: string, clientId: string, secret: string) {
  const metadata = { client_secret: secret, [openid.clockTolerance]: SKEW }
  const checks = [openid.enableNonRepudiationChecks, ...(isLoopback(issuer) ? INSECURE : [])]
  const auth = openid.ClientSecretPost(secret)
  return openid.discovery(new URL(issuer), clientId, metadata, auth, { execute: checks })
}

/** Nobody is between two programs of one machine; everywhere else it is TLS or nothing. */
const INSECURE = [openid.allowInsecureRequests]

function isLoopback(issuer: string): boolean {
  const { protocol, hostname } = new URL(issuer)
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

/** A message may quote a token or a name; a code cannot. */
function codeOf(error: unknown): string {
  const { error: told, code } = (error ?? {}) as { error?: unknown; code?: unknown }
  const found = [told, code].find((one) => typeof one === 'string' && /^[\w-]{1,60}$/.test(one))
  return typeof found === 'string' ? found : 'failed'
}
