import { expect } from 'chai'
import { createDesk } from '../../../adapters/desk/desk.ts'
import type { DeskNews, DeskOptions } from '../../../adapters/desk/options.ts'
import { createProvider } from '../../../adapters/openid/provider.ts'
import { CLIENT, startProvider, type TestProvider } from '../../support/provider.ts'
import { traveller } from '../../support/traveller.ts'
import { PEOPLE } from '../desk/believable.ts'
import { fakeDesk, settings } from '../desk/fake.ts'
import { serve, type Served } from '../desk/serve.ts'

const wall: DeskOptions['clocks']['wall'] = () =>
  new Date(Date.now() + ahead).toISOString() as ReturnType<DeskOptions['clocks']['wall']>
let ahead = 0
let provider: TestProvider
let served: Served
let news: DeskNews[] = []
let calls: ReturnType<typeof fakeDesk>['calls']

const go = (path: string) => served.origin + path
const AMIRA = 'amira-of-the-provider'

describe('signing in to the desk with an account of the clinic', () => {
  before(async () => {
    // The address comes first: it is registered at the provider before there is a desk behind it.
    const routes: ReturnType<typeof createDesk>['routes'][number][] = []
    served = await serve(routes)
    provider = await startProvider([go('/desk/signed-in')])
    const { issuer } = provider
    const accounts: Record<string, string> = { 'p-amira': AMIRA, 'p-jo': 'jo-of-the-provider' }
    const people = PEOPLE.map((one) => ({
      ...one,
      ...(accounts[one.id] ? { signIn: [{ issuer, subject: accounts[one.id] ?? '' }] } : {}),
    }))
    const fake = fakeDesk()
    calls = fake.calls
    const { id: clientId, secret } = CLIENT
    const mine = { issuer, clientId, secret, redirect: go('/desk/signed-in') }
    const options = {
      ...settings(fake.desk, { people, mode: 'production' }),
      clocks: { clock: wall, wall, offset: () => 0 },
      chance: { bytes: (n: number) => new Uint8Array(n), id: () => crypto.randomUUID() },
      ...{ provider: createProvider(mine), tell: (one: DeskNews) => void news.push(one) },
    }
    routes.push(...createDesk(options).routes)
  })
  beforeEach(() => {
    ahead = 0
    news = []
    calls.length = 0
  })
  after(async () => {
    await provider.close()
    await served.close()
  })

  /** As far as the provider's page that asks for the account. */
  const begin = async (who = traveller(), to = '/desk') => {
    const asked = await who.go(go(`/desk/sign-in/go?to=${to}`))
    return { who, asked }
  }
  const signIn = async (account: string, who = traveller(), to = '/desk') => {
    const { asked } = await begin(who, to)
    const { url, reply, body } = await who.go(asked.url, { account })
    return { who, url, status: reply.status, body, refresh: reply.headers.get('refresh') }
  }
  /** The address that the provider sends somebody back to, not followed. */
  const comingBack = async (account: string, who = traveller()) => {
    const { asked } = await begin(who)
    const { url } = await who.go(asked.url, { account }, (to) =>
      to.startsWith(go('/desk/signed-in')),
    )
    return { who, url }
  }
  const refusal = async (who: ReturnType<typeof traveller>, url: string) => {
    const { reply, body } = await who.go(url)
    return { status: reply.status, body, cookies: [...(who.jars.get(served.origin)?.keys() ?? [])] }
  }

  it('asks the provider for a code with PKCE, state, nonce and a password given now', async () => {
    const who = traveller()
    const { headers } = await who.once(go('/desk/sign-in/go'))
    const { searchParams: asked } = new URL(headers.get('location') ?? '')
    expect(Object.fromEntries(asked)).to.include({
      ...{ response_type: 'code', client_id: CLIENT.id, code_challenge_method: 'S256' },
      ...{ prompt: 'login', max_age: '600', redirect_uri: go('/desk/signed-in') },
    })
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(asked.get(name), name).to.match(/^[\w-]{43,}$/)
    expect(headers.getSetCookie().join()).to.match(/candour-desk-begun=.*HttpOnly; SameSite=Lax/)
  })

  it('lets in whoever the clinic knows by issuer and subject, and asks what they are here as', async () => {
    const { who, status, refresh } = await signIn(AMIRA)
    expect([status, refresh]).to.deep.equal([200, '0;url=/desk'])
    const { url, body } = await who.go(go('/desk'))
    expect(url).to.equal(go('/desk/role'))
    expect(body).to.include('What are you here as?').and.to.include('Amira Haddad')
    const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const chosen = await who.go(go('/desk/role'), { token, role: 'performer' })
    expect(chosen.url).to.equal(go('/desk'))
    expect(chosen.body).to.include('What waits').and.not.to.include('Demo clock')
  })

  it('gives nobody a role that the clinic has not given them', async () => {
    const { who } = await signIn(AMIRA)
    const { body } = await who.go(go('/desk'))
    const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? ''
    const { url } = await who.go(go('/desk/role'), { token, role: 'safeguarding' })
    expect(url).to.equal(go('/desk/role'))
  })

  it('records who acts as signed in with that account, and when', async () => {
    const { who } = await signIn('jo-of-the-provider')
    const { body } = await who.go(go('/desk'))
    const token = /name="token" value="([^"]+)"/.exec(body)?.[1] ?? ''
    await who.go(go('/desk/c/c-4/act'), { token, act: 'withdraw' })
    const [, by] = calls.find(([what]) => what === 'act') ?? []
    expect(by).to.include({ id: 'p-jo', role: 'reception', assurance: 'openid' })
    expect(Math.abs(Date.now() - Date.parse(by?.signedIn ?? ''))).to.be.below(60_000)
  })

  it('refuses an account that is nobody of the clinic, in words that tell nothing', async () => {
    const { status, body, who } = await signIn('somebody-else')
    expect(status).to.equal(403)
    expect(body).to.include('You are not signed in').and.not.to.include('somebody-else')
    expect([...(who.jars.get(served.origin)?.keys() ?? [])]).to.deep.equal([])
    expect(news).to.deep.equal([
      { code: 'desk/unknown-person', issuer: provider.issuer, subject: 'somebody-else' },
    ])
  })

  it('says the same whatever was wrong', async () => {
    const pages = new Set<string>()
    pages.add((await signIn('somebody-else')).body)
    for (const query of ['', '?code=x&state=y', '?error=access_denied'])
      pages.add((await traveller().go(go(`/desk/signed-in${query}`))).body)
    expect([...pages]).to.have.length(1)
  })

  for (const [what, change] of [
    ['another state', (url: URL) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['another code', (url: URL) => url.searchParams.set('code', 'x'.repeat(43))],
    ['another issuer', (url: URL) => url.searchParams.set('iss', 'https://evil.test')],
    ['an error', (url: URL) => url.searchParams.set('error', 'access_denied')],
  ] as const) {
    it(`refuses to come back with ${what}`, async () => {
      const { who, url } = await comingBack(AMIRA)
      const changed = new URL(url)
      change(changed)
      const found = await refusal(who, changed.href)
      expect([found.status, found.cookies]).to.deep.equal([403, []])
      expect(news.map(({ code }) => code)).to.deep.equal(['desk/not-signed-in'])
    })
  }

  it('refuses what another browser began', async () => {
    const { url } = await comingBack(AMIRA)
    expect((await refusal(traveller(), url)).status).to.equal(403)
    const { who } = await begin()
    expect((await refusal(who, url)).status).to.equal(403)
  })

  it('refuses the same answer a second time', async () => {
    const { who, url } = await comingBack(AMIRA)
    expect((await who.go(url)).reply.status).to.equal(200)
    expect((await refusal(who, url)).status).to.equal(403)
  })

  it('refuses an answer that took more than a quarter of an hour', async () => {
    const { who, url } = await comingBack(AMIRA)
    ahead = 16 * 60_000
    expect((await refusal(who, url)).status).to.equal(403)
  })

  it('asks for the password again after the lock, though the provider still knows them', async () => {
    ahead = -11 * 60_000
    const { who } = await signIn('jo-of-the-provider')
    ahead = 0
    const locked = await who.go(go('/desk/c/c-4'))
    expect(locked.body).to.include('The desk is locked')
    const before = provider.asked()
    const again = await who.go(go('/desk/sign-in/go?to=/desk/c/c-4'))
    expect(again.url)
      .to.include('/sign-in/')
      .and.to.satisfy((url: string) => url.startsWith(provider.issuer))
    const { reply } = await who.go(again.url, { account: 'jo-of-the-provider' })
    expect([reply.status, reply.headers.get('refresh')]).to.deep.equal([200, '0;url=/desk/c/c-4'])
    expect(provider.asked()).to.equal(before + 1)
  })

  it('refuses a provider that did not ask again', async () => {
    // A password given long before this sign-in began, as its clock would have it.
    ahead = 5 * 60_000
    const { status } = await signIn(AMIRA)
    expect(status).to.equal(403)
    expect(news).to.deep.equal([{ code: 'desk/not-signed-in', why: 'not-asked-again' }])
  })
})
