import { expect } from 'chai'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { PATIENT } from '../../adapters/programs/demo/replies.ts'
import { launch } from '../support/browser.ts'
import { canary, planted, PRIVATE } from '../support/canaries.ts'
import { freePort, Server } from '../support/server.ts'
import { type Chat, openWidget, untilName } from './chat.ts'
import { answersAll } from './made-up.ts'

const ASKED_IN_PRIVATE = [
  /your own wish to have/,
  /press you or rush you/,
  /only the clinic to know/,
]

describe('words that are found nowhere else, typed in a real browser', function () {
  this.timeout(180_000)
  let browser: Browser
  let server: Server
  let context: BrowserContext
  let page: Page
  let metrics: number
  const addresses: string[] = []

  before(async () => {
    browser = await launch()
    metrics = await freePort()
    server = await Server.start({ LOG_LEVEL: 'trace', CANDOUR_METRICS_PORT: String(metrics) })
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    context.setDefaultTimeout(20_000)
    hear(context, addresses)
    page = await context.newPage()
    const chat = await openWidget(page, server.url)
    const replies = planted(PATIENT)
    await untilName(chat)
    await chat.sees('What is your full name?')
    for (const [n, id] of PRIVATE.entries()) {
      const asked = ASKED_IN_PRIVATE[n]
      if (!asked) throw new Error(`no words of ${id}`)
      await answersAll(chat, asked, replies)
      await typesInPrivate(chat, asked, canary(id))
    }
    await answersAll(chat, /nothing for you to do/, replies)
  })
  after(async () => {
    await browser.close()
    await server.stop()
  })

  // One line for each place where such a word must not be, with a word that shows that it was read.
  const SINKS: Record<string, readonly [holds: RegExp, read: () => Promise<string> | string]> = {
    'the log of the server': [/"level":30/, () => server.said],
    'its metrics': [/candour_/, () => textAt(`http://127.0.0.1:${metrics}/metrics`)],
    'an address that was asked for, or that a reply led to': [
      /\/v3\/directline\//,
      () => addresses.join('\n'),
    ],
    'the history of the browser': [/127\.0\.0\.1/, () => historyOf(page)],
    cookies: [/\[/, async () => JSON.stringify(await context.cookies())],
    'storage of the browser': [/token/, () => everyFrame(page, storageOf)],
    'its databases and caches': [/"databases":\[\]/, () => everyFrame(page, databasesOf)],
  }

  it('were typed: the person who typed them reads them again, and what was said in private is gone', async () => {
    const text = await everyFrame(page, () => document.body.innerText)
    expect(text).to.include(canary('enquiry/reason'))
    for (const id of PRIVATE) expect(text).not.to.include(canary(id))
  })

  for (const [name, [holds, read]] of Object.entries(SINKS)) {
    it(`are not in ${name}`, async () => {
      const found = await read()
      expect(found, 'it was read').to.match(holds)
      expect(decodeURIComponent(found.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))).not.to.include(
        'zebra',
      )
    })
  }
})

/** Every address that is asked for, what it was come from, and where a reply leads. */
function hear(context: BrowserContext, addresses: string[]): void {
  context.on('request', (request) => {
    addresses.push(request.url(), request.headers()['referer'] ?? '')
  })
  context.on('response', (response) => {
    addresses.push(response.headers()['location'] ?? '')
  })
  context.on('page', (page) => {
    page.on('websocket', (socket) => addresses.push(socket.url()))
    // Also one that a script put into the history and took out again.
    page.on('framenavigated', (frame) => addresses.push(frame.url()))
  })
}

/** In the field for whatever is no choice: there it counts as the answer. */
async function typesInPrivate({ card }: Chat, asked: RegExp, words: string): Promise<void> {
  await card.locator('summary', { hasText: 'Write something else' }).click()
  await card.locator('#typed').fill(words)
  await card
    .locator('form', { has: card.page().locator('#typed') })
    .getByRole('button')
    .click()
  for (;;) {
    const text = await card.innerText()
    if (text !== '' && !asked.test(text) && !/^Sending/.test(text)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const textAt = async (url: string): Promise<string> => (await fetch(url)).text()

async function historyOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const { entries } = await session.send('Page.getNavigationHistory')
  return JSON.stringify(entries)
}

async function everyFrame(page: Page, read: () => unknown): Promise<string> {
  const frames = page.frames().filter((frame) => frame.url() !== 'about:blank')
  return JSON.stringify(await Promise.all(frames.map((frame) => frame.evaluate(read))))
}

const storageOf = () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  name: window.name,
})

const databasesOf = async () => ({
  databases: await indexedDB.databases(),
  caches: await caches.keys(),
})
