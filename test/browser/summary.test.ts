import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { Server } from '../support/server.ts'
import { openWidget, untilGp, untilName } from './chat.ts'
import { deskAt } from './desk.ts'
import { look } from './look.ts'
import { SIZES } from './steps.ts'

describe('the summary in a browser', function () {
  this.timeout(180_000)
  let browser: Browser
  let server: Server

  before(async () => {
    browser = await launch()
    server = await Server.start()
  })
  after(async () => {
    await browser.close()
    await server.stop()
  })

  for (const viewport of SIZES) {
    it(`is asked for in the chat, read and printed, at ${viewport.width} px`, async () => {
      const context = await browser.newContext({ viewport, bypassCSP: true })
      context.setDefaultTimeout(10_000)
      const page = await context.newPage()
      const chat = await openWidget(page, server.url)
      await untilName(chat)
      await untilGp(chat)
      const wanted = () =>
        chat.place.getByRole('button', { name: 'Your summary', exact: true }).click()
      await wanted()
      await chat.sees('How would you like it?')
      await look(page, 'summary-asked')
      await chat.picks('How would you like it?', 'Show it here, now')
      const open = chat.card.getByRole('button', { name: 'Open your summary' })
      const opening = context.waitForEvent('page')
      await open.click()
      const summary = await opening
      await summary.locator('h1').waitFor()
      await look(summary, 'summary')
      await holds(summary, server.url)
      await wanted()
      await chat.picks('How would you like it?', 'On paper, at the clinic')
      await chat.told('Somebody who looks after you at the clinic makes it')
      expect(await open.count()).to.equal(0)
      await context.close()
    })
  }

  it('is made at the desk by who may read it; reception sees that one is wanted', async () => {
    const viewport = { width: 360, height: 740 }
    const at = async (who: string, role: string) => {
      const context = await browser.newContext({ viewport, bypassCSP: true })
      context.setDefaultTimeout(10_000)
      const desk = deskAt(await context.newPage(), server.url)
      await desk.signIn(who, role)
      await desk.open('Sam Example')
      return desk.page
    }
    const reception = (await at('Tomasz Brightwell', 'reception')).locator('#summary')
    await reception.getByText('A practitioner makes it').waitFor()
    expect(await reception.getByRole('button').count()).to.equal(0)
    const page = await at('Nadia Okafor', 'performer')
    await look(page, 'summary-wanted')
    await page.locator('#summary').getByRole('button', { name: 'Make the summary' }).click()
    await page.getByText('print it and put it in their hand').waitFor()
    await look(page, 'summary-to-print')
  })
})

/** Its address tells nothing, and on paper is what is meant for paper. */
async function holds(page: Page, url: string): Promise<void> {
  expect(page.url()).to.equal(`${url}/summary`)
  expect(await page.title()).to.equal('Your summary')
  await page.getByText('Lines around my mouth.').waitFor()
  await page.emulateMedia({ media: 'print' })
  for (const one of await page.locator('.screen').all())
    expect(await one.isVisible()).to.equal(false)
  expect(await page.locator('footer').isVisible()).to.equal(true)
}
