import { expect } from 'chai'
import { WRITTEN_WORDS } from '../../../adapters/web/written/page.ts'
import { createWritten, type WrittenOptions } from '../../../adapters/web/written/routes.ts'
import type { WrittenPage } from '../../../bot/views/written.ts'
import { annsPage, keptPage, onlyAnns } from './kept-page.ts'

const PAGE: WrittenPage = {
  ...{ id: 'written-information/x', title: 'About <b>it</b>', digest: 'ab'.repeat(32) },
  sections: [{ heading: 'What & why', paragraphs: ['Ring 020 7946 0101.'], list: ['One <i>'] }],
  ...{ locale: 'en-GB', safetyNet: 'When we are closed, ring 020 7946 0102.' },
  ...{ way: 'read-here-only', mode: 'demo' },
}

describe('the page of the written information', () => {
  const words = { ...annsPage(WRITTEN_WORDS).words, 'written-digest': 'On record as {digest}.' }
  const options: WrittenOptions = {
    ...{ ...annsPage(WRITTEN_WORDS), words },
    sittings: { written: onlyAnns(() => PAGE) },
  }
  const { html } = keptPage('/written-information', () => createWritten(options).routes)

  it('says what it says as text, with the line of every screen and what is on record', async () => {
    const text = await html()
    expect(text).to.contain('About &#60;b&#62;it&#60;/b&#62;').and.to.contain('One &#60;i&#62;')
    expect(text).to.contain('href="tel:02079460101"').and.to.contain('href="tel:02079460102"')
    expect(text).to.contain('On record as abababababababab.')
    expect(text).to.contain('[demo-notice]').and.to.contain('[link-exit]')
  })

  it('needs no script, has none, and names no treatment to the browser’s history', async () => {
    expect(await html())
      .to.contain('<title>[written-page]</title>')
      .and.not.to.contain('<script')
  })

  it('tells staff in which way it is given, in the place of the patient’s way out', () => {
    const note = { words: 'On paper.', back: { href: '/desk/c/1', label: 'Back' } }
    const { body } = createWritten(options).printed(PAGE, note)
    expect(String(body)).to.contain('On paper.').and.to.contain('href="/desk/c/1"')
    expect(String(body)).not.to.contain('[link-exit]')
  })

  it('is not made without one of its words', () => {
    const { 'written-keep': _, ...fewer } = options.words
    expect(() => createWritten({ ...options, words: fewer })).to.throw('written-keep')
  })
})
