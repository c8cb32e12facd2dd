import { expect } from 'chai'
import { createHttpServer, type HttpServer } from '../../../adapters/http/server.ts'
import { RECEIPT_WORDS } from '../../../adapters/web/receipt/page.ts'
import { createReceipt, type ReceiptOptions } from '../../../adapters/web/receipt/routes.ts'
import type { Claim } from '../../../bot/ports.ts'
import type { Receipt } from '../../../bot/views/receipt.ts'

const CLAIM: Claim = {
  ...{ sitting: 'of-ann', began: '2026-03-01T09:30:00.000Z' as Claim['began'] },
  ...{ channel: 'widget', visitor: true },
}
const FILE = 'c2sp.org/tlog-proof@v1\nindex 0\n\nthe log <b>\n1\n'
const RECEIPT: Receipt = {
  ...{ log: 'candour/demo/x', recordId: 'r-1', recorded: '9:30 am on 1 March 2026' },
  ...{ standing: 'sealed', proof: { leaf: '{"leaf":"<i>"}', file: FILE } },
  ...{ locale: 'en-GB', safetyNet: 'When we are closed, ring 020 7946 0102.', mode: 'demo' },
}
const WORDS = Object.fromEntries(RECEIPT_WORDS.map((key) => [key, `[${key}]`]))

describe('the page of the receipt', () => {
  let server: HttpServer
  let url: string
  let given: Receipt
  const options: ReceiptOptions = {
    sittings: { receipt: async ({ sitting }) => (sitting === CLAIM.sitting ? given : undefined) },
    claimOf: async (token) => (token === 'good' ? CLAIM : undefined),
    ...{ words: WORDS, locale: 'en-GB' },
  }
  const post = (fields: Record<string, string>) =>
    fetch(`${url}/receipt`, { method: 'POST', body: new URLSearchParams(fields) })
  const page = async (receipt = RECEIPT) => {
    given = receipt
    return (await post({ token: 'good' })).text()
  }

  beforeEach(async () => {
    given = RECEIPT
    const log = { info: () => {}, error: () => {} }
    const { routes } = createReceipt(options)
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
    expect(html).not.to.contain('good')
    expect(html).not.to.contain('<script')
  })

  it('does not come for another token, none, or one in the address', async () => {
    expect((await post({ token: 'bad' })).status).to.equal(410)
    expect((await post({})).status).to.equal(410)
    const asked = await fetch(`${url}/receipt?token=good`)
    expect(asked.status).to.equal(410)
    expect(await asked.text()).to.contain('[receipt-gone]')
  })

  it('gives the proof to read and, byte for byte, as a file', async () => {
    const html = await page()
    expect(html).to.contain('the log &#60;b&#62;').and.to.contain('&#60;i&#62;')
    const [, file = ''] =
      /download="receipt\.tlog-proof" href="data:text\/plain;base64,([^"]+)"/.exec(html) ?? []
    expect(Buffer.from(file, 'base64').toString()).to.equal(FILE)
  })

  it('says where the record stands, and plainly when nobody outside has seen it', async () => {
    const { proof: _, ...recorded } = RECEIPT
    const words = { recorded: '[receipt-recorded]', no: '[receipt-not-witnessed]' }
    expect(await page())
      .to.contain(words.no)
      .and.not.to.contain('[receipt-witnessed]')
    const seen = await page({ ...RECEIPT, standing: 'witnessed' })
    expect(seen).to.contain('[receipt-witnessed]').and.not.to.contain(words.no)
    const early = await page({ ...recorded, standing: 'recorded' })
    expect(early).to.contain(words.recorded).and.not.to.contain('download=')
  })

  it('has the line of every screen, the way out and the demo’s notice', async () => {
    const html = await page()
    expect(html).to.contain('href="tel:02079460102"').and.to.contain('[link-exit]')
    expect(html).to.contain('[demo-notice]')
  })

  it('is not made without one of its words', () => {
    const { 'receipt-why': _, ...words } = WORDS
    expect(() => createReceipt({ ...options, words })).to.throw('receipt-why')
  })
})
