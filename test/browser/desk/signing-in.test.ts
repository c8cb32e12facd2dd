import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { createDesk } from '../../../adapters/desk/desk.ts'
import type { DeskOptions } from '../../../adapters/desk/options.ts'
import { createProvider } from '../../../adapters/openid/provider.ts'
import { launch } from '../../support/browser.ts'
import { CLIENT, startProvider, type TestProvider } from '../../support/provider.ts'
import { PEOPLE } from '../../adapters/desk/believable.ts'
import { fakeDesk, settings } from '../../adapters/desk/fake.ts'
import { serve, type Served } from '../../adapters/desk/serve.ts'
import { wrongIn } from './modes.ts'

let ahead = 0
const wall: DeskOptions['clocks']['wall'] = () =>
  new Date(Date.now() + ahead).toISOString() as ReturnType<DeskOptions['clocks']['wall']>

describe('signing in to the desk, in a browser', function () {
  this.timeout(300_000)
  let browser: Browser
  let provider: TestProvider
  let served: Served
  let calls: ReturnType<typeof fakeDesk>['calls']

  before(async () => {
    const routes: ReturnType<typeof createDesk>['routes'][number][] = []
    served = await serve(routes)
    const redirect = `${served.origin}/desk/signed-in`
    provider = await startProvider([redirect])
    const { issuer } = provider
    const people = PEOPLE.map((one) => ({ ...one, signIn: [{ issuer, subject: one.id }] }))
    const fake = fakeDesk()
    calls = fake.calls
    const mine = { issuer, clientId: CLIENT.id, secret: CLIENT.secret, redirect }
    const options: DeskOptions = {
      ...settings(fake.desk, { people, mode: 'production' }),
      clocks: { clock: wall, wall, offset: () => 0 },
      chance: { bytes: (n) => new Uint8Array(n), id: () => crypto.randomUUID() },
      provider: createProvider(mine),
    }
    routes.push(...createDesk(options).routes)
    browser = await launch()
  })
  beforeEach(() => (ahead = 0))
  after(async () => {
    await browser?.close()
    await provider?.close()
    await served?.close()
  })

  const opened = async (width = 1280) => {
    const context = await browser.newContext({
      ...{ viewport: { width, height: 800 }, bypassCSP: true },
    })
    return context.newPage()
  }
  const atProvider = async (page: Page, account: string) => {
    await page.getByLabel('Account').fill(account)
    await page.keyboard.press('Enter')
  }
  const looked = async (page: Page, name: string) => {
    const found = await wrongIn(page, name)
    expect(found, found.join('\n')).to.deep.equal([])
  }

  it('goes by keyboard alone, to the provider and back, past a strict cookie', async () => {
    const page = await opened()
    await page.goto(`${served.origin}/desk`)
    await looked(page, 'provider-sign-in')
    await press(page, 'Sign in with your clinic account')
    await page.waitForURL(`${provider.issuer}/**`)
    await page.keyboard.press('Tab')
    await page.keyboard.type('p-amira')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/desk/role')
    await looked(page, 'choose-role')
    await press(page, /^Performer/)
    await page.waitForURL('**/desk')
    await page.getByRole('heading', { name: 'What waits' }).waitFor()
  })

  it('refuses an account that nobody of the clinic has', async () => {
    const page = await opened(360)
    await page.goto(`${served.origin}/desk/sign-in/go`)
    await atProvider(page, 'somebody-else')
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor()
    await looked(page, 'not-signed-in')
  })

  it('covers the page after ten minutes, and what was typed is still there and can be sent', async () => {
    const page = await opened(360)
    await page.clock.install()
    await page.goto(`${served.origin}/desk/sign-in/go`)
    await atProvider(page, 'p-jo')
    await page.waitForURL('**/desk')
    await page.goto(`${served.origin}/desk/invite`)
    await page.getByLabel('Full name').fill('Ana Pérez')
    ahead = 11 * 60_000
    await page.clock.fastForward(10 * 60_000 + 6_000)
    await page.getByRole('heading', { name: 'The desk is locked' }).waitFor()
    expect(await page.getByLabel('Full name').isVisible()).to.equal(false)
    await looked(page, 'covered')
    await page.getByRole('button', { name: 'I have signed in' }).click()
    await page.getByText('You are not signed in yet.').waitFor()
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Sign in again' }).click(),
    ])
    ahead = 0
    await tab.getByRole('link', { name: 'Sign in with your clinic account' }).click()
    await atProvider(tab, 'p-jo')
    await tab.waitForURL('**/desk')
    await page.getByRole('button', { name: 'I have signed in' }).click()
    await page.getByLabel('Full name').waitFor()
    expect(await page.getByLabel('Full name').inputValue()).to.equal('Ana Pérez')
    await page.getByRole('button', { name: 'Make the link' }).click()
    await page.getByRole('heading', { name: 'There is a problem' }).waitFor()
  })

  it('keeps what was sent to a locked desk, and sends it when asked to', async () => {
    const page = await opened(360)
    await page.goto(`${served.origin}/desk/sign-in/go`)
    await atProvider(page, 'p-tom')
    await page.waitForURL('**/desk/role')
    await page.getByRole('button', { name: /^Supervisor/ }).click()
    await page.goto(`${served.origin}/desk/c/c-4`)
    calls.length = 0
    await page.evaluate(FOLDED_OPEN)
    const form = page.locator('form', { has: page.locator('input[name=act][value=decline]') })
    await form.getByRole('textbox').fill('Hopes that this cannot meet.')
    ahead = 11 * 60_000
    await form.getByRole('button').last().click()
    await page.getByRole('heading', { name: 'The desk is locked' }).waitFor()
    await looked(page, 'locked')
    ahead = 0
    await page.getByRole('link', { name: 'Sign in again' }).click()
    await atProvider(page, 'p-tom')
    await page.getByRole('heading', { name: 'Send it now?' }).waitFor()
    await looked(page, 'kept')
    await page.getByRole('button', { name: 'Send it' }).click()
    await page.waitForURL('**/desk/c/c-4')
    expect(calls.filter(([what]) => what === 'act').map((call) => call[3])).to.deep.equal([
      { type: 'decline', reason: 'Hopes that this cannot meet.' },
    ])
  })
})

const FOLDED_OPEN = `document.querySelectorAll('details').forEach((one) => (one.open = true))`

/** Goes on with the Tab key until what has that name has the focus, and presses it. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('link', { name }).or(page.getByRole('button', { name }))
  for (let tabs = 0; tabs < 30; tabs += 1) {
    await page.keyboard.press('Tab')
    if (await wanted.first().evaluate((one) => one === document.activeElement)) {
      await page.keyboard.press('Enter')
      return
    }
  }
  throw new Error(`the Tab key never comes to ${String(name)}`)
}
