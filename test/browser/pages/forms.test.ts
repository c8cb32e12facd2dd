import { expect } from 'chai'
import type { Browser, Page } from 'playwright-core'
import { launch } from '../../support/browser.ts'
import { openPages, type PagesHouse, withoutScripts } from './house.ts'
import { type Reader, readerAt } from './reader.ts'

describe('the pages, in a browser that runs no script', function () {
  this.timeout(60_000)
  let browser: Browser
  let house: PagesHouse
  let page: Page
  let reader: Reader

  before(async () => {
    browser = await launch()
    house = await openPages()
  })
  after(async () => {
    await browser.close()
    await house.close()
  })
  beforeEach(async () => {
    page = await withoutScripts(browser)
    reader = readerAt(page, house)
    await page.goto(`${house.url}/pages`)
    await page.getByRole('button', { name: 'Start', exact: true }).click()
  })
  afterEach(() => page.context().close())

  const main = () => page.locator('main').innerText()
  const said = async () => {
    const claim = house.claim()
    return (claim && (await house.clinic.sittings.activities(claim, 0))) ?? []
  }

  it('link what is wrong to its field, keep what was typed, and take nothing', async () => {
    await reader.answersAll({}, 'age/date-of-birth')
    const before = (await said()).length
    await page.getByLabel('Day', { exact: true }).fill('31')
    await page.getByLabel('Month', { exact: true }).fill('2')
    await page.getByLabel('Year', { exact: true }).fill('1990')
    await reader.go()
    expect(await page.title()).to.match(/^Error: /)
    const alert = page.getByRole('alert')
    await alert.getByRole('link').click()
    expect(page.url()).to.match(/#day$/)
    expect(await page.getByLabel('Month', { exact: true }).inputValue()).to.equal('2')
    expect(await page.getByLabel('Day', { exact: true }).getAttribute('aria-invalid')).to.equal(
      'true',
    )
    expect((await said()).length).to.equal(before)
  })

  it('ask one thing under one heading, and never in a title what a history could give away', async () => {
    const titles = new Set<string>()
    await reader.answersAll({}, undefined, async () => {
      expect(await page.locator('h1').count()).to.equal(1)
      expect(await page.locator('main form button.go').count()).to.equal(1)
      titles.add(await page.title())
    })
    for (const title of titles) expect(title).to.match(/^Part \d+ of \d+: [A-Z][a-z ]+$/)
  })

  it('say on an old page that it came too late, and ask what is asked now', async () => {
    const old = await page.locator('main form').first().innerHTML()
    await reader.answersAll({}, 'age/date-of-birth')
    await page.setContent(`<form method="post" action="${house.url}/pages">${old}</form>`)
    const key = await page.locator('input[name=key]').inputValue()
    const others = old.replaceAll(key, 'another-key-of-an-old-page')
    await page.goto(`${house.url}/pages`)
    const token = await page.locator('main input[name=token]').first().inputValue()
    const question = /name="question" value="([^"]+)"/.exec(others)?.[1] ?? ''
    await post({ token, question, kind: 'choice', key: 'k-2', pick: 'choice/go-on' })
    await page.goto(`${house.url}/pages`)
    expect(await main())
      .to.include('That question was answered before')
      .and.include('date of birth')
  })

  it('take a form that is sent twice once', async () => {
    const fields = await formOf(page)
    const sent = { ...fields, pick: 'choice/go-on' }
    await post(sent)
    const after = await said()
    await post(sent)
    expect(await said()).to.deep.equal(after)
    await page.goto(`${house.url}/pages`)
    expect(await main()).not.to.include('answered before')
    await post({ ...sent, pick: 'choice/something-else' })
    await page.goto(`${house.url}/pages`)
    expect(await main()).to.include('answered before')
  })

  it('leave nothing of a private answer behind, not for the Back button either', async () => {
    await reader.answersAll({}, 'voluntariness/pressed')
    await page.locator('input[value="option/yes"]').check()
    await reader.go()
    const then = await main()
    await page.goBack()
    const shown = await page.locator('body').innerText()
    expect(shown).not.to.include('press you')
    expect(await page.locator('input:checked').count()).to.equal(0)
    expect(then).not.to.include('press you')
    await page.goto(`${house.url}/pages/answers`)
    expect(await main()).not.to.match(/press you|Yes$/)
  })

  it('change an answer from the page where all are checked', async () => {
    await reader.answersAll({}, 'enquiry/reason')
    await page.getByRole('link', { name: 'Back', exact: true }).click()
    expect(await reader.heading()).to.equal('Check your answers')
    await page.getByRole('button', { name: 'Change Your full name' }).click()
    expect(await reader.heading()).to.equal('What is your full name?')
    await page.locator('#answer').fill('Samantha Example')
    await reader.go()
    expect(await reader.heading()).to.equal('What brings you to us?')
  })

  it('take nothing from a form that was not on them, and are nobody else’s', async () => {
    const before = await said()
    const fields = await formOf(page)
    await post({ ...fields, token: 'made up', pick: 'choice/go-on' })
    expect(await said()).to.deep.equal(before)
    const [cookie] = await page.context().cookies()
    expect(cookie).to.include({
      ...{ name: '__Host-candour', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' },
    })
    const elsewhere = { 'sec-fetch-site': 'cross-site' }
    const form = { token: await house.tokenFor(claim()) }
    const begun = await page.request.post(`${house.url}/pages/begin`, { headers: elsewhere, form })
    expect(begun.status()).to.equal(403)
  })

  it('go on from the chat with the same sitting', async () => {
    const other = await browser.newContext({ javaScriptEnabled: false })
    const form = { token: await house.tokenFor(claim()) }
    const begun = await other.request.post(`${house.url}/pages/begin`, { form, maxRedirects: 0 })
    expect(begun.status()).to.equal(303)
    const there = await other.newPage()
    await there.goto(`${house.url}/pages`)
    expect(await there.locator('main').innerText()).to.equal(await main())
    await other.close()
  })

  it('end at Exit this page, and whoever comes after finds nothing', async () => {
    await reader.answersAll({}, 'enquiry/reason')
    const left = page.waitForRequest('https://www.bbc.co.uk/weather')
    await page.getByRole('button', { name: 'Exit this page' }).click()
    await left
    expect(await page.context().cookies(house.url)).to.deep.equal([])
    expect(await house.clinic.sittings.activities(claim(), 0)).to.equal(undefined)
    const next = await page.context().newPage()
    await next.goto(`${house.url}/pages`)
    expect(await next.locator('main').innerText()).to.include('one question at a time')
  })

  it('offer a link for going on later to whoever has paused', async () => {
    await reader.answersAll({}, 'age/date-of-birth')
    await page.getByRole('button', { name: 'Stop', exact: true }).click()
    await page.getByLabel('Stop for now').check()
    await reader.go()
    expect(await main()).to.include('I have paused')
    await page.getByRole('button', { name: 'Continue later' }).click()
    expect(await page.locator('main').innerHTML()).to.match(/\/c\/[\w-]+/)
  })

  it('help at once, and send nothing for it', async () => {
    const before = await said()
    await page.getByRole('link', { name: 'I need help now' }).click()
    expect(await page.locator('.lines a').first().getAttribute('href')).to.equal('tel:999')
    await page.getByRole('link', { name: 'Back', exact: true }).click()
    expect(await said()).to.deep.equal(before)
  })

  const claim = () => {
    const found = house.claim()
    if (!found) throw new Error('nobody is here')
    return found
  }
  const post = (form: Record<string, string>) =>
    page.request.post(`${house.url}/pages`, { form, maxRedirects: 0 })
})

/** What the form of the question holds, hidden from view. */
async function formOf(page: Page): Promise<Record<string, string>> {
  const inputs = await page.locator('main form').first().locator('input[type=hidden]').all()
  const pairs = inputs.map(async (input) => [
    (await input.getAttribute('name')) ?? '',
    await input.inputValue(),
  ])
  return Object.fromEntries(await Promise.all(pairs)) as Record<string, string>
}
