import { expect } from 'chai'
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts'
import { WRITTEN_WORDS } from '../../../adapters/web/written/page.ts'
import { createWritten, type WrittenOptions } from '../../../adapters/web/written/routes.ts'
import type { Claim } from '../../../bot/ports.ts'
import type { WrittenPage } from '../../../bot/views/written.ts'

const CLAIM: Claim = {
  ...{ sitting: 'of-ann', began: '2026-03-01T09:30:00.000Z' as Claim['began'] },
  ...{ channel: 'widget', visitor: false },
}
const PAGE: WrittenPage = {
  ...{ id: 'written-information/x', title: 'About <b>it</b>', digest: 'ab'.repeat(32) },
  sections: [{ heading: 'What & why', paragraphs: ['Ring 020 7946 0101.'], list: ['One <i>'] }],
  ...{ locale: 'en-GB', safetyNet: 'When we are closed, ring 020 7946 0102.' },
  ...{ way: 'read-here-only', mode: 'demo' },
}
const WORDS: Record<string, string> = {
  ...Object.fromEntries(WRITTEN_WORDS.map((key) => [key, `[${key}]`])),
  'written-digest': 'On record as {digest}.',
}

describe('the page of the written information', () => {
  let server: HttpServer
  let url: string
  const options: WrittenOptions = {
    sittings: { written: async ({ sitting }) => (sitting === CLAIM.sitting ? PAGE : undefined) },
    claimOf: async (token) => (token === 'good' ? CLAIM : undefined),
    ...{ words: WORDS, locale: 'en-GB' },
  }
  const post = (fields: Record<string, string>) =>
    fetch(`${url}/written-information`, { method: 'POST', body: new URLSearchParams(fields) })

  beforeEach(async () => {
    const log = { info: () => {}, error: () => {} }
    const { routes } = createWritten(options)
    server = createHttpServer({ routes, sockets: [], host: '127.0.0.1', port: 0, log })
    url = `http://127.0.0.1:${(await server.listen()).port}`
  })
  afterEach(() => server.close())

  it('comes for a token in the body of a form, and is kept by nobody on the way', async () => {
    const answer = await post({ token: 'good' })
    expect(answer.status).to.equal(200)
    expect(answer.headers.get('cache-control')).to.equal('no-store')
    expect(answer.headers.get('referrer-policy')).to.equal('no-referrer')
    expect(await answer.text()).not.to.contain('good')
  })

  it('does not come for another token, none, or one in the address', async () => {
    expect((await post({ token: 'bad' })).status).to.equal(410)
    expect((await post({})).status).to.equal(410)
    expect((await fetch(`${url}/written-information?token=good`)).status).to.equal(410)
  })

  it('says what it says as text, with the line of every screen and what is on record', async () => {
    const html = await (await post({ token: 'good' })).text()
    expect(html).to.contain('About &#60;b&#62;it&#60;/b&#62;').and.to.contain('One &#60;i&#62;')
    expect(html).to.contain('href="tel:02079460101"').and.to.contain('href="tel:02079460102"')
    expect(html).to.contain('On record as abababababababab.')
    expect(html).to.contain('[demo-notice]').and.to.contain('[link-exit]')
  })

  it('needs no script, has none, and names no treatment to the browser’s history', async () => {
    const answer = await post({ token: 'good' })
    expect(answer.headers.get('content-security-policy')).to.contain("default-src 'none'")
    const html = await answer.text()
    expect(html).not.to.contain('<script')
    expect(html).to.contain('<title>[written-page]</title>')
  })

  it('tells staff in which way it is given, in the place of the patient’s way out', () => {
    const note = { words: 'On paper.', back: { href: '/desk/c/1', label: 'Back' } }
    const { body } = createWritten(options).printed(PAGE, note)
    expect(String(body)).to.contain('On paper.').and.to.contain('href="/desk/c/1"')
    expect(String(body)).not.to.contain('[link-exit]')
  })

  it('is not made without one of its words', () => {
    const { 'written-keep': _, ...words } = WORDS
    expect(() => createWritten({ ...options, words })).to.throw('written-keep')
  })
})
