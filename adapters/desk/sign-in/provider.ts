import type { HttpReply, HttpRequest, Route } from '../../http/route.ts'
import { html, type Markup } from '../html.ts'
import type { House } from '../house.ts'
import type { Begun, IdentityProvider } from '../options.ts'
import { onward, redirect } from '../page.ts'
import { createSigner, read, written } from '../signed.ts'
import { backTo } from './back.ts'

const BEGUN = 'candour-desk-begun'
/** How long somebody may take at their provider, in seconds. */
const WAIT = 15 * 60
/** How much the provider's clock may be behind ours, in seconds. */
const SKEW = 60

/** Sign-in with an account of the clinic's, at the clinic's own identity provider. */
export function providerSignIn(house: House, provider: IdentityProvider): readonly Route[] {
  const { door, stranger } = house
  const signIn = starting(house, provider)
  const finish = finishing(house, provider)
  return [
    door.showsStranger('/desk/sign-in', async ({ query }) =>
      stranger('Sign in', asking(backTo(query['to']))),
    ),
    // A link and no form: a browser that holds forms to this origin would not follow it elsewhere.
    door.showsStranger('/desk/sign-in/go', signIn),
    door.showsStranger('/desk/signed-in', finish),
  ]
}

/** What was asked for is in a signed cookie of this browser: nobody else's answer fits it. */
function starting({ secret, clocks, stranger, tell }: House, provider: IdentityProvider) {
  const jwt = createSigner(secret, secondsOf(clocks))
  return async (request: HttpRequest): Promise<HttpReply> => {
    try {
      const { url, begun } = await provider.begin()
      const claims = { ...begun, to: backTo(request.query['to']), at: secondsOf(clocks)() }
      const value = await jwt.sign('begun', claims, WAIT)
      return redirect(url, written(request, { name: BEGUN, value, seconds: WAIT, site: 'Lax' }))
    } catch {
      tell?.({ code: 'desk/not-signed-in', why: 'provider-not-reached' })
      return stranger('Not signed in', NOT_SIGNED_IN, 503)
    }
  }
}

function finishing(house: House, provider: IdentityProvider) {
  const { people, sessions, secret, clocks, stranger, tell } = house
  const jwt = createSigner(secret, secondsOf(clocks))
  const refuse = (request: HttpRequest, news: Parameters<NonNullable<typeof tell>>[0]) => {
    tell?.(news)
    const reply = stranger('Not signed in', NOT_SIGNED_IN, 403)
    return { ...reply, headers: { ...reply.headers, 'set-cookie': [forget(request)] } }
  }
  const failed = (request: HttpRequest, why: string) =>
    refuse(request, { code: 'desk/not-signed-in', why })

  return async (request: HttpRequest): Promise<HttpReply> => {
    const claims = await jwt.verify('begun', read(request, BEGUN))
    if (!claims) return failed(request, 'not-begun-here')
    const query = new URLSearchParams(request.query).toString()
    const found = await provider.finish(query, claims as unknown as Begun)
    if (!found.ok) return failed(request, found.why)
    if (found.at < Number(claims['at']) - SKEW) return failed(request, 'not-asked-again')
    const { issuer, subject, at } = found
    const who = people.find(({ signIn = [] }) =>
      signIn.some((one) => one.issuer === issuer && one.subject === subject),
    )
    if (!who) return refuse(request, { code: 'desk/unknown-person', issuer, subject })
    // A provider whose clock is ahead would have a sign-in stay fresh for longer.
    const signed = { who, at: Math.min(at, secondsOf(clocks)()) }
    const cookies = [await sessions.open(request, signed), forget(request)]
    return onward(stranger('Signed in', SIGNED_IN), backTo(String(claims['to'])), cookies)
  }
}

const secondsOf =
  ({ wall }: House['clocks']) =>
  () =>
    Math.floor(Date.parse(wall()) / 1000)

const forget = (request: HttpRequest): string =>
  written(request, { name: BEGUN, value: '', seconds: 0, site: 'Lax' })

function asking(to: string): Markup {
  const href = `/desk/sign-in/go?to=${encodeURIComponent(to)}`
  return html`<h1>Sign in to the desk</h1>
    <p class="lede">With the account that you have from the clinic. It asks for your password.</p>
    <p>
      <a class="button main" href="${href}">Sign in with your clinic account</a>
    </p>
    <p class="hint">What you do at the desk is recorded under your name.</p>`
}

/** The same for everybody and every reason: whoever guesses learns nothing from it. */
const NOT_SIGNED_IN = html`<h1>You are not signed in</h1>
  <p>That did not work, or this account is not one of the clinic’s desk.</p>
  <p>Try again. If it stays so, ask the manager of the clinic.</p>
  <p><a class="button" href="/desk/sign-in">Try again</a></p>`

const SIGNED_IN = html`<h1>You are signed in</h1>
  <p><a class="button main" href="/desk">Go on to the desk</a></p>`
