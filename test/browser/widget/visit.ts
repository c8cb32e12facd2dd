import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launch } from '../../support/browser.ts'
import { type MockServer, startMock } from './mock-server.ts'

const NEUTRAL = 'https://www.bbc.co.uk/'

/** A visit to the chat: a browser's window, the mock server, and all that was asked of others. */
export interface Visit extends MockServer {
  readonly context: BrowserContext
  readonly page: Page
  /** Requests to another origin than ours. */
  readonly elsewhere: string[]
  readonly errors: string[]
}

/** One browser and one window at a time for a suite. */
export function visits() {
  let browser: Browser | undefined
  let visit: Visit | undefined

  before(async function () {
    this.timeout(60_000)
    browser = await launch()
  })
  afterEach(async () => {
    await visit?.context.close()
    await visit?.close()
    visit = undefined
  })
  after(() => browser?.close())

  return async (path = '/chat', options: BrowserContextOptions = {}): Promise<Visit> => {
    if (!browser) throw new Error('No browser yet')
    const server = await startMock()
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
    await context.route(`${NEUTRAL}**`, (route) => route.fulfill({ body: 'Weather' }))
    const page = await context.newPage()
    visit = { ...server, context, page, elsewhere: [], errors: [] }
    listen(visit)
    await page.goto(path === '/host' ? server.host : server.origin + path)
    return visit
  }
}

function listen({ page, origin, host, elsewhere, errors }: Visit): void {
  page.on('request', (request) => {
    const url = request.url()
    const own = [origin, new URL(host).origin, 'data:', NEUTRAL]
    if (!own.some((start) => url.startsWith(start))) elsewhere.push(url)
  })
  page.on('pageerror', ({ message }) => errors.push(message))
  page.on('console', (line) => {
    if (/Content Security Policy/.test(line.text())) errors.push(line.text())
  })
}

/** Moves on with Tab until what has the focus matches, as somebody without a mouse does. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let pressed = 0; pressed < 40; pressed += 1) {
    const found = await focused(page)
    if (typeof name === 'string' ? found === name : name.test(found)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab never came to ${String(name)}, but to ${await focused(page)}`)
}

/** The words of what has the focus: its label, or its text. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document
    const label =
      activeElement instanceof HTMLElement && 'labels' in activeElement
        ? (activeElement as HTMLInputElement).labels?.[0]?.textContent
        : undefined
    return (label ?? activeElement?.textContent ?? '').trim()
  })
}

export async function asked(page: Page, words: string): Promise<void> {
  await page.locator('#card', { hasText: words }).waitFor()
}

const answers: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'Shall we go on?': (page) => press(page, 'Yes, go on'),
  'date of birth': (page) => fill(page, ['27', '3', '1998'], 'Continue'),
  'call you': (page) => fill(page, ['Sam'], 'Send'),
  cigarettes: (page) => press(page, 'I don’t smoke'),
  'make things easier': (page) => press(page, 'None of these, thank you'),
  pressure: (page) => press(page, 'No'),
  'my own decision': sign,
}

/** Answers the question that has these words, and waits until it is gone. */
export async function answer(page: Page, words: string): Promise<void> {
  await asked(page, words)
  await answers[words]?.(page)
  await page.locator('#card', { hasText: words }).waitFor({ state: 'detached' })
}

/** Answers every question before this one. */
export async function until(page: Page, words: string): Promise<void> {
  for (const question of Object.keys(answers)) {
    if (question === words) return asked(page, words)
    await answer(page, question)
  }
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator('#card').getByRole('button', { name, exact: true }).click()
}

async function fill(page: Page, values: readonly string[], button: string): Promise<void> {
  const fields = page.locator('#card form').first().locator('input, textarea')
  for (const [at, value] of values.entries()) await fields.nth(at).fill(value)
  await press(page, button)
}

async function sign(page: Page): Promise<void> {
  await page.locator('.signed').fill('Sam Example')
  await page.locator('[type=checkbox]').check()
  await press(page, 'Sign')
}
