import { expect } from 'chai'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launch } from '../../support/browser.ts'
import { staff } from '../../support/clinic.ts'
import { look, lookInEachMode } from '../look.ts'
import { openPages, type PagesHouse } from './house.ts'
import { dates, readerAt } from './reader.ts'

const NAME = 'Samantha Example'
const BIRTH = ['3', '4', '1990']

describe('the clinic’s tablet', function () {
  this.timeout(90_000)
  let browser: Browser
  let house: PagesHouse
  let context: BrowserContext
  let page: Page

  before(async () => {
    browser = await launch()
    house = await openPages({ idleSeconds: 120 })
  })
  after(async () => {
    await browser.close()
    await house.close()
  })
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 800, height: 1000 }, bypassCSP: true })
    context.setDefaultTimeout(10_000)
    page = await context.newPage()
  })
  afterEach(() => context.close())

  const linkFor = async (purpose: 'tablet' | 'continue' = 'tablet') => {
    const invited = await house.clinic.desk.invite(staff('reception'), {
      ...{ name: NAME, birthDate: '1990-04-03' },
      ...{ treatmentClass: 'filler', treatmentName: 'Dermal filler' },
    })
    const id = invited.consultation ?? ''
    const link = await house.clinic.desk.makeLink(staff('reception'), id, purpose)
    return link.secret ?? ''
  }
  const begin = async () => {
    await page.goto(`${house.url}/tablet/${await linkFor()}`)
    await page.getByRole('button', { name: 'Show whom' }).click()
  }
  const handed = async () => {
    await begin()
    await page.waitForLoadState()
    await page.getByRole('button', { name: 'I have the tablet' }).click()
    // What watches for a touch runs once the page that asks is there whole.
    await page.locator('#year').waitFor()
    await page.waitForLoadState()
  }
  const main = () => page.locator('main').innerText()
  const sitting = async () => {
    const claim = house.claim()
    return claim && (await house.clinic.sittings.activities(claim, 0))
  }

  it('names who is to have it, asks nothing before they do, and then for the date of birth', async () => {
    await begin()
    expect(await main()).to.include(`Please hand the tablet to ${NAME}`)
    expect(await main()).not.to.include('date of birth?')
    await page.getByRole('button', { name: 'I have the tablet' }).click()
    expect(await main())
      .to.include('date of birth?')
      .and.not.include(NAME)
    await dates(page, BIRTH)
    expect(await main()).to.include('Shall we go on?')
    expect(await page.getByRole('button', { name: 'Continue later' }).count()).to.equal(0)
  })

  it('opens with a link for it alone, once, and leaves the desk on it', async () => {
    const desk = { value: 'signed-in', domain: '127.0.0.1' }
    await context.addCookies([
      { ...desk, name: 'candour-desk', path: '/desk' },
      { ...desk, name: '__Host-candour-desk', path: '/', secure: true },
    ])
    const secret = await linkFor()
    await page.goto(`${house.url}/c/${secret}`)
    await page.getByRole('button', { name: 'Continue' }).click()
    expect(await main()).to.include('does not work any more')
    await page.goto(`${house.url}/tablet/${secret}`)
    await page.getByRole('button', { name: 'Show whom' }).click()
    expect((await context.cookies()).map(({ name }) => name)).to.deep.equal(['__Host-candour'])
    await page.goto(`${house.url}/tablet/${secret}`)
    await page.getByRole('button', { name: 'Show whom' }).click()
    expect(await main()).to.include('was used, or is too old')
    await page.goto(`${house.url}/tablet/${await linkFor('continue')}`)
    await page.getByRole('button', { name: 'Show whom' }).click()
    expect(await main(), 'a link to take home names nobody').to.include('was used, or is too old')
  })

  it('asks after two minutes without a touch, and goes on for whoever is there', async () => {
    await page.clock.install()
    await handed()
    // The clock runs on by itself as well, however long this machine takes.
    await page.clock.runFor(90_000)
    expect(await page.locator('#idle').isVisible()).to.equal(false)
    await page.clock.runFor(31_000)
    await page.getByRole('button', { name: 'I am still here' }).click()
    await page.clock.runFor(60_000)
    expect(await page.locator('#idle').isVisible()).to.equal(false)
    expect(await main()).to.include('date of birth?')
  })

  it('is not asked while somebody writes', async () => {
    await page.clock.install()
    await handed()
    for (const letter of ['1', '9', '9', '0']) {
      await page.clock.runFor(90_000)
      await page.locator('#year').press(letter)
    }
    expect(await page.locator('#idle').isVisible()).to.equal(false)
    expect(await page.locator('#year').inputValue()).to.equal('1990')
  })

  it('clears itself when nobody answers, and nothing is left of anybody', async () => {
    await page.clock.install()
    await handed()
    await dates(page, BIRTH)
    const reader = readerAt(page, house)
    await reader.answersAll({}, 'voluntariness/pressed')
    await page.waitForLoadState()
    await page.clock.runFor(121_000)
    await page.locator('#idle').waitFor()
    await page.clock.runFor(31_000)
    await page.waitForURL('**/tablet')
    expect(await main()).to.include('Please give the tablet back')
    expect(await sitting()).to.equal(undefined)
    expect(await context.cookies()).to.deep.equal([])
    const stored = 'sessionStorage.length + localStorage.length'
    expect(await page.evaluate(stored)).to.equal(0)
    const entries = Number(await page.evaluate('history.length'))
    for (let back = 0; back < entries; back += 1) {
      await page.goBack({ timeout: 2_000 }).catch(() => null)
      const text = await page.locator('body').innerText()
      expect(text).not.to.match(/Samantha|1990|press you|Dermal/)
      expect(await page.locator('input:checked').count()).to.equal(0)
    }
  })

  it('is finished by whoever has it, and what they sent is kept', async () => {
    await handed()
    await dates(page, BIRTH)
    await page.getByRole('button', { name: 'Yes, go on' }).click()
    await page.getByRole('button', { name: 'Finish and clear' }).click()
    expect(await main()).to.include('Please give the tablet back')
    await page.goto(`${house.url}/pages`)
    expect(await main()).to.include('one question at a time')
  })

  it('asks and clears itself where no script runs', async () => {
    const without = await browser.newContext({ javaScriptEnabled: false })
    page = await without.newPage()
    await handed()
    const refresh = page.locator('meta[http-equiv=refresh]')
    expect(await refresh.getAttribute('content')).to.equal('120;url=/pages/idle')
    await page.goto(`${house.url}/pages/idle`)
    expect(await refresh.getAttribute('content')).to.equal('30;url=/pages/cleared')
    await page.goto(`${house.url}/pages/cleared`)
    expect(await main()).to.include('Please give the tablet back')
    expect(await sitting()).to.equal(undefined)
    await without.close()
  })

  for (const width of [360, 1280]) {
    it(`fits, and axe finds nothing, at ${width} px`, async () => {
      const looks = width === 360 ? lookInEachMode : look
      await page.setViewportSize({ width, height: 800 })
      await page.goto(`${house.url}/tablet/${await linkFor()}`)
      await looks(page, 'tablet-ready')
      await page.getByRole('button', { name: 'Show whom' }).click()
      await looks(page, 'tablet-hand-over')
      await page.getByRole('button', { name: 'I have the tablet' }).click()
      await looks(page, 'tablet-door')
      await page.evaluate(`document.getElementById('idle').hidden = false`)
      await looks(page, 'tablet-idle')
      await page.goto(`${house.url}/tablet`)
      await looks(page, 'tablet-hand-back')
    })
  }
})
