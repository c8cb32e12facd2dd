import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { createHttpServer, type HttpServer } from '../../adapters/http/server.ts'
import { createReceipt } from '../../adapters/web/receipt/routes.ts'
import { createWritten } from '../../adapters/web/written/routes.ts'
import { launch } from '../support/browser.ts'
import { openClinic, shipped } from '../support/clinic.ts'
import { logBeside } from '../support/log.ts'
import * as story from '../support/stories.ts'
import { look } from './look.ts'

describe('the receipt in a browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let server: HttpServer
  let url: string
  let file: string | undefined

  before(async () => {
    browser = await launch()
    const clinic = openClinic({ log: ({ store }) => logBeside(store) })
    const { claim } = await story.enquired(clinic)
    file = (await clinic.sittings.receipt(claim))?.proof?.file
    const options = {
      sittings: clinic.sittings,
      claimOf: async (token: string) => (token === 'good' ? claim : undefined),
      ...{ words: shipped.catalogue.ui, locale: 'en-GB' },
    }
    const routes = [...createReceipt(options).routes, ...createWritten(options).routes]
    const log = { info: () => {}, error: () => {} }
    server = createHttpServer({ routes, sockets: [], host: '127.0.0.1', port: 0, log })
    url = `http://127.0.0.1:${(await server.listen()).port}`
  })
  after(async () => {
    await browser.close()
    await server.close()
  })

  const opened = async (width: number, token = 'good') => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, bypassCSP: true })
    const page = await context.newPage()
    await page.setContent(
      `<form method="post" action="${url}/receipt"><input name="token" value="${token}"></form>`,
    )
    await page.locator('form').evaluate((form: HTMLFormElement) => form.submit())
    await page.locator('h1').waitFor()
    return page
  }

  for (const width of [360, 1280]) {
    it(`reads well at ${width} px, and when there is none`, async () => {
      await look(await opened(width), 'receipt')
      await look(await opened(width, 'bad'), 'receipt-none')
    })
  }

  it('saves the proof as a file, without a script', async () => {
    const page = await opened(360)
    const saving = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Save the proof as a file' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).to.equal('receipt.tlog-proof')
    expect(readFileSync(await saved.path(), 'utf8')).to.equal(file)
  })

  it('prints without what is for the screen alone', async () => {
    const page = await opened(1280)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.screen').count()).to.equal(3)
    for (const one of await page.locator('.screen').all())
      expect(await one.isVisible()).to.equal(false)
    expect(await page.locator('footer').isVisible()).to.equal(true)
  })
})
