import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { PATIENT } from '../../../adapters/programs/demo/replies.ts'
import { launch } from '../../support/browser.ts'
import { demoClinic } from '../../support/clinic.ts'
import { data, MONTHS, plainWords, pseudoWords } from '../../support/pseudo.ts'
import { look } from '../look.ts'
import { openPages, type PagesHouse } from './house.ts'
import { readerAt } from './reader.ts'

const words = pseudoWords()
// Each language is offered by its own name, whichever is being read.
const NAMES = words.locales.map((one) => words.in(one).catalogue.ui['language-name'] ?? one)
const KNOWN = [...data(demoClinic), ...data(PATIENT), ...MONTHS, ...words.locales, ...NAMES]
const LOOKED_AT = [
  'welcome/hello',
  'welcome/help-needed',
  'enquiry/reason',
  'voluntariness/pressed',
]

describe('the pages in another language', function () {
  this.timeout(120_000)
  let browser: Browser
  let house: PagesHouse

  before(async () => {
    browser = await launch()
    house = await openPages({ words })
  })
  after(async () => {
    await browser.close()
    await house.close()
  })

  for (const [locale, dir, width] of [
    ['en-XA', 'ltr', 360],
    ['ar-XB', 'rtl', 360],
    ['ar-XB', 'rtl', 1280],
  ] as const) {
    it(`say nothing that is not from content, and fit, in ${locale} at ${width} px`, async () => {
      const viewport = { width, height: 800 }
      const context = await browser.newContext({ viewport, bypassCSP: true })
      const page = await context.newPage()
      await page.goto(`${house.url}/pages`)
      await page.getByRole('button', { name: locale }).click()
      const reader = readerAt(page, house)
      await reader.answersAll({}, 'age/date-of-birth', seen)
      await page.locator('#day').fill('31')
      await reader.go()
      await seen('a date with a part missing', true)
      await reader.answersAll({}, undefined, seen)
      await seen('nothing to do', true)
      await page.goto(`${house.url}/pages/answers`)
      await seen('answers', true)
      await page.goto(`${house.url}/pages/help`)
      await seen('help', true)
      const direction = `getComputedStyle(document.querySelector('.lines a')).direction`
      expect(await page.evaluate(direction)).to.equal('ltr')
      await context.close()

      async function seen(content: string, always = false) {
        const root = page.locator('html')
        expect(await root.getAttribute('lang')).to.equal(locale)
        expect(await root.getAttribute('dir')).to.equal(dir)
        if (locale === 'en-XA') expect(await spoken(page), content).to.deep.equal([])
        const name = content.replaceAll(/[ /]/g, '-')
        if (always || LOOKED_AT.includes(content)) await look(page, `pages-${locale}-${name}`)
      }
    })
  }

  it('are read in a language that was chosen at the link, and change it in the middle', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    const invited = await house.clinic.desk.invite(
      { id: 'tomasz-brightwell', role: 'reception', assurance: 'demo-sign-in' },
      {
        name: 'Sam',
        birthDate: '1990-04-03',
        treatmentClass: 'laser',
        treatmentName: 'Laser hair removal',
      },
    )
    await page.goto(`${house.url}/c/${invited.secret ?? ''}`)
    await page.getByRole('button', { name: 'ar-XB' }).click()
    expect(await page.locator('html').getAttribute('lang')).to.equal('ar-XB')
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).to.equal('en-GB')
    await context.close()
  })

  it('are as one with the chat, which is read in the language that was chosen for it', async () => {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      bypassCSP: true,
    })
    const page = await context.newPage()
    await page.goto(`${house.url}/chat`)
    await page.getByRole('link', { name: 'en-XA' }).click()
    const yes = words.in('en-XA').catalogue.get('welcome/hello').choices['go-on']?.label ?? ''
    await page.getByRole('button', { name: yes, exact: true }).click()
    const notice = words.in('en-XA').catalogue.get('welcome/privacy').choices['understood']?.label
    const next = page.getByRole('button', { name: notice ?? '', exact: true })
    await next.waitFor()
    expect(await page.locator('html').getAttribute('lang')).to.equal('en-XA')
    await look(page, 'chat-en-XA')
    await page.reload()
    await next.waitFor()
    await page.getByRole('link', { name: 'ar-XB' }).click()
    await page.locator('html[dir=rtl]').waitFor()
    await page.locator('#card button.choice').first().waitFor()
    await look(page, 'chat-ar-XB')
    await context.close()
  })
})

/** What stands on the page in plain letters, titles and labels that are only heard among it. */
async function spoken(page: Page): Promise<string[]> {
  const text = await page.evaluate(`[
    document.title,
    document.body.innerText,
    ...[...document.querySelectorAll('[aria-label], .unseen')].map(
      (one) => one.getAttribute('aria-label') ?? one.textContent,
    ),
  ].join('\\n')`)
  return plainWords(String(text), KNOWN)
}
