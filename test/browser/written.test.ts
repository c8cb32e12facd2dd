import { expect } from 'chai'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { createHttpServer, type HttpServer } from '../../adapters/http/server.ts'
import { choose } from '../../adapters/programs/demo/autopilot.ts'
import { createWritten } from '../../adapters/web/written/routes.ts'
import { launch } from '../support/browser.ts'
import { openClinic, shipped } from '../support/clinic.ts'
import * as story from '../support/stories.ts'
import { beginnings } from '../transcripts/beginnings.ts'
import { look } from './look.ts'

const PICTURES = process.env['SCREENS']

describe('the written information in a browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let server: HttpServer
  let url: string

  before(async () => {
    browser = await launch()
    const clinic = openClinic()
    const begin = beginnings['an adult at information']
    if (!begin) throw new Error('no such beginning')
    const patient = await begin(clinic)
    const here = { 'information/pack-way': choose('read-here-only') }
    await story.answersAll(clinic, patient, here, 'information/pack')
    const { routes } = createWritten({
      sittings: clinic.sittings,
      claimOf: async (token) => (token === 'good' ? patient.claim : undefined),
      words: shipped.catalogue.ui,
      locale: 'en-GB',
    })
    const log = { info: () => {}, error: () => {} }
    server = createHttpServer({ routes, sockets: [], host: '127.0.0.1', port: 0, log })
    url = `http://127.0.0.1:${(await server.listen()).port}`
  })
  after(async () => {
    await browser.close()
    await server.close()
  })

  const opened = async (width: number, token = 'good') => {
    const viewport = { width, height: 800 }
    const context = await browser.newContext({ viewport, bypassCSP: true })
    const page = await context.newPage()
    await page.setContent(
      `<form method="post" action="${url}/written-information"><input name="token" value="${token}"></form>`,
    )
    await page.locator('form').evaluate((form: HTMLFormElement) => form.submit())
    await page.locator('h1').waitFor()
    return page
  }

  for (const width of [360, 1280]) {
    it(`reads well at ${width} px, and when there is none`, async () => {
      const page = await opened(width)
      await look(page, 'written-information')
      expect(await page.locator('footer').innerText()).to.contain('To reach the clinic')
      expect(page.url()).not.to.contain('good')
      await look(await opened(width, 'bad'), 'written-information-gone')
    })
  }

  it('prints on two sides of one sheet, without what is for the screen alone', async () => {
    const page = await opened(1280)
    await page.emulateMedia({ media: 'print' })
    for (const one of await page.locator('.screen').all()) {
      expect(await one.isVisible()).to.equal(false)
    }
    expect(await page.locator('.screen').count()).to.equal(2)
    expect(await page.locator('footer').isVisible()).to.equal(true)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    if (PICTURES) {
      mkdirSync(PICTURES, { recursive: true })
      writeFileSync(join(PICTURES, 'written-information.pdf'), pdf)
      await page.setViewportSize({ width: 680, height: 1010 })
      await page.screenshot({
        path: join(PICTURES, 'written-information-print.png'),
        fullPage: true,
      })
    }
    const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []
    expect(pages.length).to.be.within(1, 2)
  })
})
