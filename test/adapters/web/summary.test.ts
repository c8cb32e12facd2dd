import { expect } from 'chai'
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts'
import { SUMMARY_WORDS } from '../../../adapters/web/summary/page.ts'
import { createSummary, type SummaryOptions } from '../../../adapters/web/summary/routes.ts'
import type { Claim } from '../../../bot/ports.ts'
import type { SummaryPage } from '../../../bot/views/summary.ts'

const CLAIM: Claim = {
  ...{ sitting: 'of-ann', began: '2026-03-01T09:30:00.000Z' as Claim['began'] },
  ...{ channel: 'widget', visitor: true },
}
const PAGE: SummaryPage = {
  ...{ title: 'What was said', from: ['A clinic, ring 020 7946 0101'], digest: 'ab'.repeat(32) },
  sections: [
    { title: 'Told', blocks: [{ kind: 'pairs', pairs: [['Name', '<b>Ann</b>']] }] },
    { title: 'Shown', blocks: [{ kind: 'words', text: 'One line\nand another' }] },
  ],
  ...{ locale: 'en-GB', safetyNet: 'When we are closed, ring 020 7946 0102.', mode: 'demo' },
}
const WORDS = {
  ...Object.fromEntries(SUMMARY_WORDS.map((key) => [key, `[${key}]`])),
  'summary-digest': 'On record as {digest}.',
}

describe('the page of the summary', () => {
  let server: HttpServer
  let url: string
  const options: SummaryOptions = {
    sittings: { summary: async ({ sitting }) => (sitting === CLAIM.sitting ? PAGE : undefined) },
    claimOf: async (token) => (token === 'good' ? CLAIM : undefined),
    ...{ words: WORDS, locale: 'en-GB' },
  }
  const post = (fields: Record<string, string>) =>
    fetch(`${url}/summary`, { method: 'POST', body: new URLSearchParams(fields) })

  beforeEach(async () => {
    const log = { info: () => {}, error: () => {} }
    const { routes } = createSummary(options)
    server = createHttpServer({ routes, sockets: [], host: '127.0.0.1', port: 0, log })
    url = `http://127.0.0.1:${(await server.listen()).port}`
  })
  afterEach(() => server.close())

  it('comes for a token in the body of a form, and is kept by nobody on the way', async () => {
    const answer = await post({ token: 'good' })
    expect(answer.status).to.equal(200)
    expect(answer.headers.get('cache-control')).to.equal('no-store')
    expect(answer.headers.get('referrer-policy')).to.equal('no-referrer')
    expect(answer.headers.get('content-security-policy')).to.contain("default-src 'none'")
    const html = await answer.text()
    expect(html).not.to.contain('good').and.not.to.contain('<script')
    expect(html).to.contain('<title>[summary-page]</title>')
  })

  it('does not come for another token, none, or one in the address', async () => {
    expect((await post({ token: 'bad' })).status).to.equal(410)
    expect((await post({})).status).to.equal(410)
    const asked = await fetch(`${url}/summary?token=good`)
    expect(asked.status).to.equal(410)
    expect(await asked.text()).to.contain('[summary-gone]')
  })

  it('has what was said as it was said, the line of every screen, the way out and its digest', async () => {
    const html = await (await post({ token: 'good' })).text()
    expect(html).to.contain('&#60;b&#62;Ann').and.to.contain('One line\nand another')
    expect(html).to.contain('href="tel:02079460102"').and.to.contain('[link-exit]')
    expect(html).to.contain('[demo-notice]').and.to.contain('On record as abababababababab.')
  })

  it('has at the clinic a line for whoever hands it over, and no way out of a chat', () => {
    const note = { words: 'Print it <now>.', back: { href: '/desk', label: 'Back' } }
    const { body } = createSummary(options).summaryPrinted(PAGE, note)
    expect(String(body)).to.contain('Print it &#60;now&#62;.').and.to.contain('href="/desk"')
    expect(String(body)).not.to.contain('[link-exit]').and.not.to.contain('[summary-keep]')
  })

  it('is not made without one of its words', () => {
    const { 'summary-gone': _, ...words } = WORDS as Record<string, string>
    expect(() => createSummary({ ...options, words })).to.throw('summary-gone')
  })
})
