import type { Browser, BrowserContext, Page } from 'playwright-core'
import { gzipSync } from 'node:zlib'
import { keptPrivate, type Open, openToOthers } from '../../browser/microsoft/clinic.ts'
import {
  showWebChat,
  SUGGESTED,
  tellsEverything,
  webChat,
} from '../../browser/microsoft/web-chat.ts'
import { launch } from '../../support/browser.ts'
import { kilobytes, type Part } from '../part.ts'

const RUNS = 5
/** How much sooner than Web Chat somebody must be able to answer. */
const AIM = 5
/** A phone that cost little, on an ordinary line: bytes a second, milliseconds. */
const PHONE = { processor: 4, latency: 40, down: 1_250_000, up: 375_000 }

type Show = (page: Page) => Promise<unknown>

export const part: Part = {
  says: 'how heavy the chat is, and how soon it can be answered, beside Microsoft’s Web Chat',
  async run(print) {
    const theirs = await webChat()
    const browser = await launch()
    const open = await openToOthers(theirs ?? new Uint8Array())
    try {
      print(`ours, as served: ${kilobytes(await weight(browser, open))}`)
      if (theirs) await beside(print, browser, open, theirs)
      else print('Web Chat cannot be had from the registry now: nothing is measured beside it')
    } finally {
      await browser.close()
      await open.close()
    }
  },
}

async function beside(print: (line: string) => void, browser: Browser, open: Open, theirs: Buffer) {
  print(`Web Chat, zipped: ${kilobytes(gzipSync(theirs, { level: 9 }).length)}`)
  for (const phone of [false, true]) {
    const [ours, web] = await both(browser, open, phone)
    const sooner = web / ours
    const where = phone ? 'a slow phone on an ordinary line' : 'this machine'
    print(
      `first question, cold, on ${where}: ours ${ours.toFixed(0)} ms, Web Chat ${web.toFixed(0)} ms: ` +
        `${sooner.toFixed(1)} times as soon (aim: ${AIM})`,
    )
    if (sooner < AIM) process.exitCode = 1
  }
  const context = await browser.newContext()
  const { token, claim } = await open.token()
  const page = await context.newPage()
  await showWebChat(page, open, token)
  const last = await tellsEverything(page, open, claim)
  const { restricted, notAskedHere } = await keptPrivate(open, claim)
  print(`Web Chat tells a clinic everything, to “${last.split('.')[0] ?? ''}”`)
  print(
    `private questions: ${notAskedHere && restricted === 0 ? 'not asked there' : 'ASKED THERE'}`,
  )
  if (!notAskedHere || restricted > 0) process.exitCode = 1
}

/** One after the other in turn, so that whatever else the machine does falls on both. The median of each. */
async function both(browser: Browser, open: Open, phone: boolean): Promise<[number, number]> {
  const ours: number[] = []
  const web: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const { token } = await open.token()
    ours.push(await cold(browser, phone, '#card .choice', (page) => showOurs(page, open)))
    web.push(await cold(browser, phone, SUGGESTED, (page) => showWebChat(page, open, token)))
  }
  return [median(ours), median(web)]
}

async function showOurs(page: Page, { url }: Open): Promise<void> {
  await page.goto(`${url}/chat`)
  await page.getByRole('button', { name: 'Yes, go on', exact: true }).waitFor()
}

/** Milliseconds, in a window that has seen nothing yet. */
async function cold(
  browser: Browser,
  phone: boolean,
  choices: string,
  show: Show,
): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  if (phone) await slow(context, page)
  await page.addInitScript(watch, choices)
  await show(page)
  const taken = await page.evaluate(() => (window as unknown as { answerable: number }).answerable)
  await context.close()
  return taken
}

/** In the page, from the moment at which it is asked for to that at which its first choice can be pressed. */
function watch(choices: string): void {
  const look = new MutationObserver(() => {
    if (!document.querySelector<HTMLElement>(choices)?.offsetHeight) return
    Object.assign(window, { answerable: performance.now() })
    look.disconnect()
  })
  look.observe(document, { childList: true, subtree: true, attributes: true })
}

async function slow(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  const { processor, latency, down, up } = PHONE
  await session.send('Network.enable')
  await session.send('Emulation.setCPUThrottlingRate', { rate: processor })
  const line = { latency, downloadThroughput: down, uploadThroughput: up }
  await session.send('Network.emulateNetworkConditions', { offline: false, ...line })
}

async function weight(browser: Browser, { url }: Open): Promise<number> {
  const page = await browser.newPage()
  await page.goto(`${url}/chat`)
  const links = await page
    .locator('[href^="/widget"], [src^="/widget"]')
    .evaluateAll((all) =>
      all.map((one) =>
        one instanceof HTMLScriptElement ? one.src : (one as HTMLLinkElement).href,
      ),
    )
  await page.close()
  const files = [...new Set([`${url}/widget.js`, ...links])]
  const sizes = files.map(async (file) => {
    const answer = await fetch(file, { headers: { 'accept-encoding': 'gzip' } })
    return Number(answer.headers.get('content-length'))
  })
  return (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
}

const median = (all: readonly number[]): number =>
  [...all].sort((one, other) => one - other)[Math.floor(all.length / 2)] ?? 0
