import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../../support/browser.ts'
import { QUEUE } from '../../adapters/desk/believable.ts'
import { deskServed, objections, shot, signedIn } from './tour.ts'

describe('work at the desk', function () {
  this.timeout(60_000)
  let browser: Browser
  let desk: Awaited<ReturnType<typeof deskServed>>
  let items = QUEUE

  before(async () => {
    desk = await deskServed({
      queue: async () => items,
      act: async (_by, _id, act) => {
        const { type } = act as { type: string }
        acts.push(act)
        return type === 'decline'
          ? { ok: false, said: 'Not now: the patient is in the room.' }
          : { ok: true, said: 'Done, and on record.' }
      },
    })
    browser = await launch()
  })
  beforeEach(() => acts.splice(0))
  after(async () => {
    await browser?.close()
    await desk?.close()
  })

  const acts: unknown[] = []
  const focused = (page: Page) =>
    page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '')

  it('is done without scripts', async () => {
    const { page } = await signedIn(browser, desk.origin, { javaScriptEnabled: false })
    await page.getByRole('link', { name: 'Priya Nair' }).click()
    await page.getByRole('button', { name: 'Yes, it is needed' }).click()
    expect(acts).to.deep.equal([{ type: 'answer', open: 'gp-weighing#1', ask: 2, event: 'needed' }])
    expect(await page.getByRole('status').innerText()).to.equal('Done, and on record.')
    expect(new URL(page.url()).pathname).to.equal('/desk/c/c-4')
    await page.reload()
    expect(await page.getByText('Done, and on record.').count()).to.equal(0)
  })

  it('is done with the keyboard alone', async () => {
    const { page } = await signedIn(browser, desk.origin)
    await page.goto(`${desk.origin}/desk/c/c-4`)
    await page.keyboard.press('Tab')
    expect(await focused(page)).to.equal('Skip to the page')
    await page.keyboard.press('Enter')
    await page.getByText('Withdraw, on the patient’s word').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focused(page)).to.equal('Record that the patient withdraws')
    await page.keyboard.press('Enter')
    await page.getByText('Done, and on record.').waitFor()
    expect(acts).to.deep.equal([{ type: 'withdraw', 'on-word-of-patient': true }])
  })

  it('that is refused begins with the reason and keeps the words', async () => {
    const { page } = await signedIn(browser, desk.origin, { bypassCSP: true })
    await page.goto(`${desk.origin}/desk/c/c-4`)
    await page.getByText('Decline', { exact: true }).first().click()
    await page.getByLabel('Your reason').fill('Expectations that this cannot meet.')
    await page.getByRole('button', { name: 'Decline' }).click()
    // A browser moves the focus with the first frame that it draws.
    await page.locator('[role=alert]:focus').waitFor()
    expect(await focused(page)).to.match(/^There is a problem/)
    expect(await page.getByLabel('Your reason').inputValue()).to.equal(
      'Expectations that this cannot meet.',
    )
    expect(await objections(page)).to.deep.equal([])
    await shot(page, 'case-not-taken')
  })

  it('that lacks something leads to the field', async () => {
    const { page } = await signedIn(browser, desk.origin)
    await page.goto(`${desk.origin}/desk/invite`)
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('link', { name: 'Give the patient’s full name' }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('invite-name')
  })

  it('links to a person whom the clinic knows', async () => {
    const { page } = await signedIn(browser, desk.origin)
    await page.goto(`${desk.origin}/desk/c/c-4`)
    await page.getByText('Link to a person we know').click()
    await page.getByLabel('Name, or part of it').fill('Priya')
    await page.locator('#link').getByRole('button', { name: 'Find' }).click()
    await page.getByLabel('Priyanka Nairn').check()
    await page.getByLabel('Full name').check()
    await page.getByLabel('Phone number').check()
    await shot(page, 'case-linking')
    await page.getByRole('button', { name: 'Link them' }).click()
    const identifiers = ['full-name', 'phone']
    expect(acts).to.deep.equal([{ type: 'link', person: 'person-8', identifiers }])
  })

  it('hears of what is new while the page is open', async () => {
    const { page, complaints } = await signedIn(browser, desk.origin)
    await page.clock.install()
    await page.goto(`${desk.origin}/desk`)
    const news = page.getByText('Something has changed')
    await page.clock.runFor(31_000)
    await page.waitForFunction(() => document.title.startsWith('(4) '))
    expect(await news.isVisible()).to.equal(false)
    items = QUEUE.slice(1)
    await page.clock.runFor(31_000)
    await news.waitFor()
    expect(await page.title()).to.match(/^\(3\) What waits/)
    expect(complaints).to.deep.equal([])
  })
})

describe('what interrupts and what does not', function () {
  this.timeout(60_000)
  let browser: Browser

  before(async () => {
    browser = await launch()
  })
  after(() => browser?.close())

  it('folds what is long on a phone, and there alone', async () => {
    const desk = await deskServed()
    try {
      const at = async (width: number) => {
        const options = { viewport: { width, height: 780 }, javaScriptEnabled: false }
        const { page } = await signedIn(browser, desk.origin, options)
        await page.goto(`${desk.origin}/desk/c/c-4`)
        return page
      }
      const phone = await at(360)
      const [fact, gate] = ['That nobody notices but me.', 'GP need considered']
      expect(await phone.getByText(fact).isVisible()).to.equal(false)
      expect(await phone.getByText(gate).isVisible()).to.equal(false)
      await phone.getByText('7 facts').click()
      await phone.getByText('All of the way: 5 of 8 still to do').click()
      expect(await phone.getByText(fact).isVisible()).to.equal(true)
      expect(await phone.getByText(gate).isVisible()).to.equal(true)
      const room = await at(1280)
      expect(await room.getByText(fact).isVisible()).to.equal(true)
      expect(await room.getByText(gate).isVisible()).to.equal(true)
      expect(await room.getByText('7 facts').isVisible()).to.equal(false)
    } finally {
      await desk.close()
    }
  })

  it('prints the record with all that it holds', async () => {
    const desk = await deskServed()
    try {
      const { page } = await signedIn(browser, desk.origin)
      await page.goto(`${desk.origin}/desk/c/c-4/record`)
      await page.emulateMedia({ media: 'print' })
      await shot(page, 'record-print')
      expect(await page.getByText('You were born on 4 May 1991').first().isVisible()).to.equal(true)
      expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).to.equal(false)
    } finally {
      await desk.close()
    }
  })
})
