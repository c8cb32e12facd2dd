import type { Browser } from 'playwright-core'
import { launch } from '../../support/browser.ts'
import { staff } from '../../support/clinic.ts'
import { look, lookInEachMode } from '../look.ts'
import { openPages, type PagesHouse } from './house.ts'
import { readerAt } from './reader.ts'

/** One of each kind, and what stands beside it. */
const LOOKED_AT = [
  ...['welcome/hello', 'welcome/help-needed', 'enquiry/reason', 'gp-contact/permission'],
  ...['pre-consultation/medicines', 'voluntariness/own-wish', 'voluntariness/pressed'],
]

describe('the screens of the pages', function () {
  this.timeout(120_000)
  let browser: Browser

  before(async () => {
    browser = await launch()
  })
  after(() => browser.close())

  for (const width of [360, 1280]) {
    it(`have nothing that axe finds, and fit, at ${width} px`, async () => {
      const looks = width === 360 ? lookInEachMode : look
      const house = await openPages()
      const viewport = { width, height: 800 }
      const context = await browser.newContext({ viewport, bypassCSP: true })
      const page = await context.newPage()
      try {
        await page.goto(`${house.url}/pages`)
        await looks(page, 'pages-start')
        await page.getByRole('button', { name: 'Start', exact: true }).click()
        const reader = readerAt(page, house)
        await reader.answersAll({}, 'age/date-of-birth', seen)
        await page.getByLabel('Day', { exact: true }).fill('31')
        await reader.go()
        await looks(page, 'pages-date-error')
        await reader.answersAll({}, undefined, seen)
        await looks(page, 'pages-waiting')
        await page.getByRole('link', { name: 'Your answers' }).click()
        await looks(page, 'pages-answers')
        await page.getByRole('link', { name: 'I need help now' }).click()
        await looks(page, 'pages-help')
        await page.goto(`${house.url}/pages`)
        await page.getByRole('button', { name: 'Continue later' }).click()
        await looks(page, 'pages-link')
        await page.goto(`${house.url}/c/${await secret(house)}`)
        await looks(page, 'pages-by-link')
        await page.getByRole('button', { name: 'Use simple pages' }).click()
        await looks(page, 'pages-door')
      } finally {
        await context.close()
        await house.close()
      }

      async function seen(content: string) {
        if (LOOKED_AT.includes(content)) await looks(page, `pages-${content.replace('/', '-')}`)
      }
    })
  }
})

async function secret({ clinic }: PagesHouse): Promise<string> {
  const invited = await clinic.desk.invite(staff('reception'), {
    ...{ name: 'Sam Example', birthDate: '1990-04-03' },
    ...{ treatmentClass: 'filler', treatmentName: 'Dermal filler' },
  })
  return invited.secret ?? ''
}
