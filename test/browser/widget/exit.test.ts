import { expect } from 'chai'
import type { Page } from 'playwright-core'
import type { Mock } from './mock.ts'
import { asked, until, type Visit, visits } from './visit.ts'

const WEATHER = /^https:\/\/www\.bbc\.co\.uk\/weather/

describe('widget: exit', () => {
  const visit = visits()

  const ways: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'the button': (page) => page.locator('#exit').click(),
    'the link before everything': async (page) => {
      await page.locator('#exit-first').focus()
      await page.keyboard.press('Enter')
    },
    'Shift, three times': async (page) => {
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift')
    },
  }

  for (const [name, leave] of Object.entries(ways)) {
    it(`leaves by ${name}, ends the sitting and keeps nothing`, async () => {
      const visited = await visit()
      const { page, mock, origin } = visited
      await until(page, 'call you')
      await leave(page)
      await left(page)
      await ended(mock)
      await page.goto(`${origin}/blank`)
      expect(await page.evaluate(() => ({ ...sessionStorage }))).to.deep.equal({})
    })
  }

  it('leaves no way back to the chat', async () => {
    const { page, origin } = await visit('/blank')
    await page.goto(`${origin}/chat`)
    await asked(page, 'Shall we go on?')
    await page.locator('#exit').click()
    await left(page)
    await page.goBack()
    expect(page.url()).to.equal(`${origin}/blank`)
  })

  it('T-CO2: leaves nothing that was said to Back, Forward or an opened tab, nor anywhere in the browser', async () => {
    const { page, origin } = await visit('/blank')
    await page.goto(`${origin}/chat`)
    await until(page, 'call you')
    await page.locator('#card textarea').fill(CANARY)
    await page.locator('#card button', { hasText: 'Send' }).first().click()
    await page.getByText(CANARY).first().waitFor()
    await page.locator('#exit').click()
    await left(page)
    const opened = await page.context().newPage()
    for (const [seen, come] of [
      [page, () => page.goBack()],
      [page, () => page.goForward()],
      [page, () => page.goto(`${origin}/chat`)],
      [opened, () => opened.goto(`${origin}/chat`)],
    ] as const) {
      await come().catch(() => undefined)
      if (!seen.url().startsWith(origin)) continue
      expect(await everythingIn(seen), seen.url()).to.not.include(CANARY)
    }
    expect(await opened.title()).to.not.match(/consent|treatment|filler/i)
  })

  it('takes three capital letters for writing', async () => {
    const { page, mock } = await visit()
    await until(page, 'call you')
    await page.locator('#card textarea').focus()
    for (const letter of 'SAM') await page.keyboard.press(`Shift+${letter}`)
    expect(await page.locator('#card textarea').inputValue()).to.equal('SAM')
    expect(mock.ended).to.equal(false)
  })

  it('takes the whole page along from inside another site', async () => {
    const visited = await opened(visit)
    await visited.page.frameLocator('iframe').locator('#exit').click()
    await left(visited.page)
    await ended(visited.mock)
  })

  it('listens for Shift outside of the frame as well', async () => {
    const { page, mock } = await opened(visit)
    await page.locator('#own').focus()
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift')
    await left(page)
    await ended(mock)
  })

  it('helps without asking anybody', async () => {
    const { page, mock } = await visit()
    await asked(page, 'Shall we go on?')
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await page.getByRole('link', { name: 'I need help now' }).click()
    await page.locator('#help').getByRole('link', { name: '116 123' }).waitFor()
    await page.keyboard.press('Escape')
    await asked(page, 'Shall we go on?')
    expect(requests).to.deep.equal([])
    expect(mock.sent).to.deep.equal([])
  })
})

const CANARY = 'canary-7341'

/** The page as it is, and whatever a browser keeps for its origin. */
async function everythingIn(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const databases = await indexedDB.databases()
    const stores = [{ ...sessionStorage }, { ...localStorage }, history.state as unknown]
    return JSON.stringify([document.cookie, names, databases, ...stores])
  })
  return kept + (await page.content()) + (await page.title()) + page.url()
}

async function opened(visit: (path: string) => Promise<Visit>): Promise<Visit> {
  const visited = await visit('/host')
  await visited.page.getByRole('button', { name: 'Talk to us' }).click()
  await visited.page
    .frameLocator('iframe')
    .locator('#card', { hasText: 'Shall we go on?' })
    .waitFor()
  return visited
}

/** Frame and host may both send the page away; the second cuts the first short, which is no matter. */
async function left(page: Page): Promise<void> {
  while (!WEATHER.test(page.url())) await new Promise((resolve) => setTimeout(resolve, 50))
}

/** The page does not wait for the server to hear of it: word of the end travels on by itself. */
async function ended(mock: Mock): Promise<void> {
  while (!mock.ended) await new Promise((resolve) => setTimeout(resolve, 50))
}
