import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { createDesk, type DeskOptions } from '../../../adapters/desk/desk.ts'
import type { Desk } from '../../../bot/ports.ts'
import type { CaseView } from '../../../bot/views/desk.ts'
import { fakeDesk, settings } from '../../adapters/desk/fake.ts'
import { type Served, serve } from '../../adapters/desk/serve.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

export async function deskServed(
  more: Partial<Desk> = {},
  view: Partial<CaseView> = {},
  options: Partial<DeskOptions> = {},
) {
  const { desk, calls } = fakeDesk(more, view)
  const served: Served = await serve(createDesk(settings(desk, options)).routes)
  return { ...served, calls }
}

/** A page of somebody who has signed in, and what the browser complained about. */
export async function signedIn(
  browser: Browser,
  origin: string,
  options: BrowserContextOptions = {},
  button = /Amira Haddad: Performer/,
): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (said) => {
    // A form that was not taken is answered with 422, which Chromium calls an error.
    if (said.type() === 'error' && !said.text().includes('422')) complaints.push(said.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  await page.goto(`${origin}/desk/sign-in`)
  await page.getByRole('button', { name: button }).click()
  return { page, complaints }
}

/** The rules whose answer hangs on how a page is looked at; all others hang on what stands in it. */
const OF_STYLE = [
  ...['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'],
]

/** What axe objects to, a line each. The context must bypass the CSP, for axe only. */
export async function objections(page: Page, which?: 'of-style'): Promise<readonly string[]> {
  if (await page.evaluate(`typeof axe === 'undefined'`)) await page.addScriptTag({ path: axe })
  const options = which ? { runOnly: OF_STYLE } : {}
  const run = `axe.run(document, ${JSON.stringify({ ...options, resultTypes: ['violations'] })})`
  const { violations } = await page.evaluate<AxeResults>(run)
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  )
}

/** How many pixels the page is wider than the window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

/** Keeps a picture for people to look at, where `npm run screens` wants it. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENS']
  if (!folder) return
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `desk-${name}.png`), fullPage: true })
}
