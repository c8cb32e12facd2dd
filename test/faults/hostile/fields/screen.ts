import type { Browser, BrowserContext, Page } from 'playwright-core'
import { leaving, seen } from '../shown.ts'
import type { Filled } from './filled.ts'

/** A page as a server sent it. */
export interface Sheet {
  readonly place: string
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, string>>
  /** What is there once it has been read, where a script reads it. */
  readonly ready?: string
}

/** A page, and a form that was not taken and is shown again. */
const READ = [200, 422]
/** How long something may take that a page does by itself once it is there. */
const MOMENT = 80
const TABS = 3
/** Said of what was packed for the way, and of what asks who looks: nobody is signed in here. */
const OF_THE_WAY = ['content-encoding', 'content-length', 'transfer-encoding', 'set-cookie']

export interface Shown {
  readonly browser: Browser
  /** What is done to it first, where it has to be broken. */
  readonly spoil?: ((context: BrowserContext) => Promise<void>) | undefined
}

/** A browser that shows pages as they were sent, with what they were sent with. */
export class Screen {
  readonly #url: string
  readonly #filled: Filled
  readonly #context: BrowserContext
  readonly #free: Page[] = []
  readonly #waiting: ((tab: Page) => void)[] = []
  readonly #left: string[]
  readonly failures: string[] = []
  shown = 0

  static async open({ browser, spoil }: Shown, url: string, filled: Filled): Promise<Screen> {
    const context = await browser.newContext()
    await spoil?.(context)
    const screen = new Screen(context, url, filled)
    await context.route('**/desk/{here,count,locked}*', (route) => route.abort())
    for (let n = 0; n < TABS; n += 1) screen.#free.push(await context.newPage())
    return screen
  }

  private constructor(context: BrowserContext, url: string, filled: Filled) {
    this.#context = context
    this.#url = url
    this.#filled = filled
    this.#left = leaving(context, url)
  }

  /** Shows it, and takes note of what came of the words on it. */
  async show({ place, status, text, headers, ready }: Sheet): Promise<void> {
    if (!READ.includes(status)) return
    const tab = await this.#tab()
    const sent = Object.entries(headers).filter(([name]) => !OF_THE_WAY.includes(name))
    const fulfilled = { status, body: text, headers: Object.fromEntries(sent) }
    try {
      await tab.route('**/c/as-sent', (route) => route.fulfill(fulfilled))
      await tab.goto(`${this.#url}/c/as-sent`, { waitUntil: 'load' })
      if (ready) await tab.locator(ready).first().waitFor({ state: 'attached' })
      await tab.waitForTimeout(MOMENT)
      const found = await seen(tab)
      const off = [
        ...found.faults,
        ...this.#filled.judge(place, found.text),
        ...this.#left.splice(0),
      ]
      this.fails(place, off)
      this.shown += 1
    } catch (error) {
      this.fails(place, [`it could not be read: ${String(error).slice(0, 200)}`])
    } finally {
      await tab.unroute('**/c/as-sent')
      const next = this.#waiting.shift()
      if (next) next(tab)
      else this.#free.push(tab)
    }
  }

  fails(place: string, faults: readonly string[]): void {
    this.failures.push(...faults.map((one) => `${place}: ${one}`))
  }

  close = (): Promise<void> => this.#context.close()

  async #tab(): Promise<Page> {
    return this.#free.pop() ?? new Promise((resolve) => this.#waiting.push(resolve))
  }
}
