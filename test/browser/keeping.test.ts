import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../support/browser.ts'
import { Server } from '../support/server.ts'
import { deskAt } from './desk.ts'
import { look } from './look.ts'

describe('keeping and erasing, in a browser', function () {
  this.timeout(120_000)
  let browser: Browser
  let server: Server

  before(async () => {
    ;[browser, server] = [await launch(), await Server.start()]
  })
  after(async () => {
    await browser.close()
    await server.stop()
  })

  for (const [width, height] of [
    [360, 740],
    [1280, 800],
  ] as const) {
    it(`takes a hold, lifts it, and erases with two people, at ${width} px`, async () => {
      const context = await browser.newContext({ viewport: { width, height }, bypassCSP: true })
      const page = await context.newPage()
      const desk = deskAt(page, server.url)
      await desk.signIn('Gwen Tarrant', 'administrator')
      const href = await invited(page, server.url, width)
      await page.goto(server.url + href)
      const reason = page.getByLabel('Why')
      await desk.takes('Hold these records', 'Hold them', async (form) => {
        await form.locator(reason).fill('A letter from a solicitor.')
      })
      await page.getByText('Held: nothing is erased').waitFor()
      await look(page, 'keeping-held')
      await desk.takes('Lift the hold', 'Lift it', async (form) => {
        await form.locator(reason).fill('The claim is settled.')
      })
      await desk.takes('Ask for an erasure', 'Ask for it', async (form) => {
        await form.getByLabel('Why it may be erased').selectOption('kept-in-error')
      })
      await page.getByText('whoever asked cannot be the one who agrees').waitFor()
      await look(page, 'keeping-asked')
      await page.getByRole('button', { name: 'Sign out' }).click()
      await desk.signIn('Farida Lyle', 'safeguarding')
      await page.goto(server.url + href)
      await desk.takes('Agree to the erasure', 'Erase everything', async () => {})
      await page.getByText(/^Erased, as number/).waitFor()
      await look(page, 'keeping-erased')
      expect((await page.goto(server.url + href))?.status()).to.equal(404)
      await context.close()
    })
  }
})

/** Invites somebody made up, and answers where their consultation is. */
async function invited(page: Page, url: string, width: number): Promise<string> {
  await page.goto(`${url}/desk/invite`)
  await page.getByLabel('Full name').fill(`Sam Example ${width}`)
  for (const [part, value] of Object.entries({ Day: '3', Month: '4', Year: '1990' })) {
    await page.getByLabel(part).fill(value)
  }
  await page.getByLabel('At the clinic only', { exact: true }).check()
  await page.getByLabel('Treatment', { exact: true }).selectOption('Dermal filler')
  await page.locator('main form button').last().click()
  const link = page.locator('a[href^="/desk/c/"]').first()
  return (await link.getAttribute('href')) ?? ''
}
