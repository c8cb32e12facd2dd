import { expect } from 'chai'
import type { HttpRequest } from '../../../adapters/http/route.ts'
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts'
import { createLanguage, type Language } from '../../../adapters/web/language.ts'
import { createLinkRoutes, LINK_WORDS, type LinkOptions } from '../../../adapters/web/link.ts'
import type { Claim } from '../../../bot/ports.ts'
import { createFakeSittings, type FakeSittings } from './direct-line/fake-sittings.ts'
import { chance } from './direct-line/house.ts'

const CLAIM: Claim = {
  sitting: 'sitting-of-ann',
  began: '2026-03-01T09:30:00.000Z' as Claim['began'],
  channel: 'widget',
  visitor: false,
}
const WORDS = Object.fromEntries(LINK_WORDS.map((key) => [key, `<${key}>`]))
const WELSH = Object.fromEntries(LINK_WORDS.map((key) => [key, `${key} yn Gymraeg`]))
const CLINIC = { name: 'Larkfield', phone: '1', outOfHours: { name: 'Out', phone: '2' } }

describe('a one-use link', () => {
  let server: HttpServer
  let sittings: FakeSittings
  let url: string

  const optionsFor = (words: Language['ui']): LinkOptions => ({
    sittings,
    tokenFor: async ({ sitting }) => `token-of-${sitting}`,
    app: (_request, { token }) => ({ status: 200, body: `app with ${token}` }),
    enter: async ({ sitting }) => ({ status: 303, headers: { location: `/pages of ${sitting}` } }),
    page: ({ title, body, nonce }) => `${title}|${body}|${nonce}`,
    languages: [
      createLanguage('en-GB', words, CLINIC),
      createLanguage('cy-GB', { ...WELSH, 'language-name': 'Cymraeg' }, CLINIC),
    ],
    chance,
  })

  beforeEach(async () => {
    sittings = createFakeSittings()
    sittings.links.set('good', CLAIM)
    const routes = createLinkRoutes(optionsFor(WORDS))
    const log = { info: () => {}, error: () => {} }
    server = createHttpServer({ routes, sockets: [], host: '127.0.0.1', port: 0, log })
    url = `http://127.0.0.1:${(await server.listen()).port}`
  })
  afterEach(() => server.close())

  const look = async (secret: string, wanted = 'en-GB') => {
    const headers = { 'accept-language': wanted }
    const response = await fetch(`${url}/c/${secret}`, { headers })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text }
  }
  const press = async (secret: string, sent = '') => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    const response = await fetch(`${url}/c/${secret}`, {
      method: 'POST',
      headers,
      body: sent,
      redirect: 'manual',
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  const withoutNonce = (text: string) => text.slice(0, text.lastIndexOf('|'))

  it('shows the same page whether it is good, used or made up', async () => {
    const good = await look('good')
    expect(good.status).to.equal(200)
    expect(withoutNonce((await look('made-up')).text)).to.equal(withoutNonce(good.text))
    await press('good')
    expect(withoutNonce((await look('good')).text)).to.equal(withoutNonce(good.text))
    expect(good.text).to.not.contain('good')
  })

  it('is in the language that the browser asks for, whomever it is for, and offers the others', async () => {
    const [english, welsh] = [await look('good', 'fr, en-US;q=0.8'), await look('good', 'cy')]
    expect(english.text).to.contain('&#60;link-lead&#62;').and.contain('value="cy-GB"')
    expect(english.text).not.to.contain('value="en-GB"')
    expect(welsh.text).to.contain('link-lead yn Gymraeg').and.contain('value="en-GB"')
    expect(welsh.text).not.to.contain('value="cy-GB"')
    expect(withoutNonce((await look('made-up', 'cy')).text)).to.equal(withoutNonce(welsh.text))
  })

  it('is not used up by being looked at', async () => {
    await look('good')
    await fetch(`${url}/c/good`, { method: 'HEAD' })
    expect([...sittings.links.keys()]).to.deep.equal(['good'])
  })

  it('opens the chat once, with the token in the page alone', async () => {
    const opened = await press('good')
    expect(opened.status).to.equal(200)
    expect(opened.text).to.equal('app with token-of-sitting-of-ann')
    expect([...opened.headers.values()].join()).to.not.contain('token-of')
    const again = await press('good')
    expect(again.status).to.equal(410)
    expect(again.text).to.contain('&#60;link-gone-phone&#62;').and.not.contain('token-of')
  })

  it('leads to the pages whoever asks for them, or whose browser runs no script', async () => {
    expect((await look('good')).text).to.match(/<noscript><input type="hidden" name="pages"/)
    const entered = await press('good', 'pages=yes')
    expect(entered.status).to.equal(303)
    expect(entered.headers.get('location')).to.equal('/pages of sitting-of-ann')
    expect((await press('good')).status).to.equal(410)
  })

  it('that is made up reads like one that was used', async () => {
    await press('good')
    const [used, madeUp] = [await press('good'), await press('made-up')]
    expect(madeUp.status).to.equal(used.status)
    expect(withoutNonce(madeUp.text)).to.equal(withoutNonce(used.text))
  })

  it('is not indexed, framed, kept or passed on, and runs no script but its own', async () => {
    const { headers, text } = await look('good')
    expect(headers.get('x-robots-tag')).to.contain('noindex')
    expect(headers.get('referrer-policy')).to.equal('no-referrer')
    expect(headers.get('cache-control')).to.equal('no-store')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).to.contain("default-src 'none'").and.contain("frame-ancestors 'none'")
    expect(policy).to.contain(`script-src 'nonce-${text.slice(text.lastIndexOf('|') + 1)}'`)
  })

  it('has a way out to another page, and a number that can be rung', async () => {
    expect((await look('good')).text).to.contain('<a href="https://www.bbc.co.uk/weather"')
    const words = { ...WORDS, 'link-gone-phone': 'Ring us on 020 7946 0101.' }
    const [, post] = createLinkRoutes(optionsFor(words))
    const request = { params: { secret: 'made-up' }, headers: {} }
    const gone = await post?.handle(request as unknown as HttpRequest)
    expect(gone?.body).to.contain('<a href="tel:02079460101">020 7946 0101</a>.')
  })

  it('is not mounted with words missing', () => {
    const rest = Object.entries(WORDS).filter(([key]) => key !== 'link-gone')
    expect(() => createLinkRoutes(optionsFor(Object.fromEntries(rest)))).to.throw(
      RangeError,
      'link-gone',
    )
  })
})
