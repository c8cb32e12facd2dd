import { fill } from '../../content/ui.ts'
import type { Route } from '../http/route.ts'
import { closedTo } from '../web/closed.ts'
import type { DirectLine } from '../web/direct-line/routes.ts'
import { createLanguage, type Language } from '../web/language.ts'
import { createReceipt } from '../web/receipt/routes.ts'
import { createSummary } from '../web/summary/routes.ts'
import { createWritten } from '../web/written/routes.ts'
import { healthRoutes } from './health.ts'
import type { House } from './house.ts'

/** Every language that is offered, the usual one first. */
export function languagesOf({ words, clinic }: House): readonly Language[] {
  return words.locales.map((one) => createLanguage(one, words.in(one).catalogue.ui, clinic))
}

/** What a clinic answers now: while records are missing, nothing that a patient would be taken at. */
export function openTo(
  house: House,
  usual: readonly Route[],
  around: Pick<Parameters<typeof closedTo>[1], 'page' | 'languages'>,
): Route[] {
  const { gap, clinic } = house
  const routes = gap ? closedTo(usual, { clinic, ...around }) : usual
  return [...routes, ...healthRoutes(house)]
}

/** What a patient may keep, each a page of its own beside the chat. */
export function pagesToKeep(house: House, claimOf: DirectLine['claimOf']) {
  const { sittings } = house.candour
  const { locale } = house.words.catalogue
  const others = Object.fromEntries(house.words.locales.map((one) => [one, pageWords(house, one)]))
  const options = { sittings, claimOf, words: pageWords(house), locale, others }
  const written = createWritten(options)
  const summary = createSummary(options)
  const all = [written, summary, createReceipt(options)]
  const { printed } = written
  const { summaryPrinted } = summary
  return { printed, summaryPrinted, routes: all.flatMap(({ routes }) => routes) }
}

/** The lines of the pages around the chat, with the clinic's name and number in them. */
function pageWords({ words, clinic }: House, locale?: string): Record<string, string> {
  const lines = Object.entries(words.in(locale).catalogue.ui).filter(([name]) => PAGES.test(name))
  const names = { 'clinic-name': clinic.name, 'clinic-phone': clinic.phone, digest: '{digest}' }
  return Object.fromEntries(lines.map(([name, line]) => [name, fill(line, names)]))
}

const PAGES =
  /^(link|pages|written|receipt)-|^summary-(page|keep|digest|none|gone)$|^(demo|pilot)-notice$/
