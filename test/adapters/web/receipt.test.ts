import { expect } from 'chai'
import { RECEIPT_WORDS } from '../../../adapters/web/receipt/page.ts'
import { createReceipt, type ReceiptOptions } from '../../../adapters/web/receipt/routes.ts'
import type { Receipt } from '../../../bot/views/receipt.ts'
import { annsPage, keptPage, onlyAnns } from './kept-page.ts'

const FILE = 'c2sp.org/tlog-proof@v1\nindex 0\n\nthe log <b>\n1\n'
const RECEIPT: Receipt = {
  ...{ log: 'candour/demo/x', recordId: 'r-1', recorded: '9:30 am on 1 March 2026' },
  ...{ standing: 'sealed', proof: { leaf: '{"leaf":"<i>"}', file: FILE } },
  ...{ locale: 'en-GB', safetyNet: 'When we are closed, ring 020 7946 0102.', mode: 'demo' },
}

describe('the page of the receipt', () => {
  let given = RECEIPT
  const options: ReceiptOptions = {
    ...annsPage(RECEIPT_WORDS),
    sittings: { receipt: onlyAnns(() => given) },
  }
  const { html } = keptPage('/receipt', () => createReceipt(options).routes)
  const page = (receipt = RECEIPT) => {
    given = receipt
    return html()
  }

  it('gives the proof to read and, byte for byte, as a file', async () => {
    const text = await page()
    expect(text).to.contain('the log &#60;b&#62;').and.to.contain('&#60;i&#62;')
    const [, file = ''] =
      /download="receipt\.tlog-proof" href="data:text\/plain;base64,([^"]+)"/.exec(text) ?? []
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
    const text = await page()
    expect(text).to.contain('href="tel:02079460102"').and.to.contain('[link-exit]')
    expect(text).to.contain('[demo-notice]')
  })

  it('is not made without one of its words', () => {
    const { 'receipt-why': _, ...words } = options.words
    expect(() => createReceipt({ ...options, words })).to.throw('receipt-why')
  })
})
