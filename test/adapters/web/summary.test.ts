import { expect } from 'chai'
import { SUMMARY_WORDS } from '../../../adapters/web/summary/page.ts'
import { createSummary, type SummaryOptions } from '../../../adapters/web/summary/routes.ts'
import type { SummaryPage } from '../../../bot/views/summary.ts'
import { annsPage, keptPage, onlyAnns } from './kept-page.ts'

const PAGE: SummaryPage = {
  ...{ title: 'What was said', from: ['A clinic, ring 020 7946 0101'], digest: 'ab'.repeat(32) },
  sections: [
    { title: 'Told', blocks: [{ kind: 'pairs', pairs: [['Name', '<b>Ann</b>']] }] },
    { title: 'Shown', blocks: [{ kind: 'words', text: 'One line\nand another' }] },
  ],
  ...{ locale: 'en-GB', safetyNet: 'When we are closed, ring 020 7946 0102.', mode: 'demo' },
}

describe('the page of the summary', () => {
  const words = { ...annsPage(SUMMARY_WORDS).words, 'summary-digest': 'On record as {digest}.' }
  const options: SummaryOptions = {
    ...{ ...annsPage(SUMMARY_WORDS), words },
    sittings: { summary: onlyAnns(() => PAGE) },
  }
  const { html } = keptPage('/summary', () => createSummary(options).routes)

  it('has what was said as it was said, the line of every screen, the way out and its digest', async () => {
    const text = await html()
    expect(text).to.contain('<title>[summary-page]</title>')
    expect(text).to.contain('&#60;b&#62;Ann').and.to.contain('One line\nand another')
    expect(text).to.contain('href="tel:02079460102"').and.to.contain('[link-exit]')
    expect(text).to.contain('[demo-notice]').and.to.contain('On record as abababababababab.')
  })

  it('has at the clinic a line for whoever hands it over, and no way out of a chat', () => {
    const note = { words: 'Print it <now>.', back: { href: '/desk', label: 'Back' } }
    const { body } = createSummary(options).summaryPrinted(PAGE, note)
    expect(String(body)).to.contain('Print it &#60;now&#62;.').and.to.contain('href="/desk"')
    expect(String(body)).not.to.contain('[link-exit]').and.not.to.contain('[summary-keep]')
  })

  it('is not made without one of its words', () => {
    const { 'summary-gone': _, ...fewer } = options.words
    expect(() => createSummary({ ...options, words: fewer })).to.throw('summary-gone')
  })
})
