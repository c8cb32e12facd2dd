import { randomBytes } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { createHttpServer } from '../../../adapters/http/server.ts'
import { createDirectLine } from '../../../adapters/web/direct-line/routes.ts'
import { createLanguage } from '../../../adapters/web/language.ts'
import { createLinkRoutes } from '../../../adapters/web/link.ts'
import { createPages } from '../../../adapters/web/pages/routes.ts'
import { createPlainPage } from '../../../adapters/web/plain/routes.ts'
import { createReceipt } from '../../../adapters/web/receipt/routes.ts'
import { createWidget } from '../../../adapters/web/widget/routes.ts'
import { createWritten } from '../../../adapters/web/written/routes.ts'
import type { Claim } from '../../../bot/ports.ts'
import type { Words } from '../../../bot/words.ts'
import { fill } from '../../../content/ui.ts'
import { chance, demoClinic, openClinic, shipped } from '../../support/clinic.ts'

interface Options {
  readonly words?: Words
  readonly idleSeconds?: number
}

/** The real engine behind the real pages, over HTTP, in memory. */
export async function openPages({ words: spoken = shipped, idleSeconds }: Options = {}) {
  const clinic = openClinic({ words: spoken })
  const { sittings, clocks } = clinic
  const { catalogue } = clinic.parts.words
  const sites = [{ id: 'demo', origins: [] }]
  const directLine = createDirectLine({
    ...{ sittings, clocks, chance, sites, secret: randomBytes(32) },
  })
  const { tokenFor, claimOf } = directLine
  const languages = spoken.locales.map((one) =>
    createLanguage(one, spoken.in(one).catalogue.ui, demoClinic),
  )
  const claims: Claim[] = []
  const pages = createPages({
    ...{ sittings, clocks, chance, claimOf, clinic: demoClinic, secret: randomBytes(32) },
    tokenFor: (claim, seconds) => (claims.push(claim), tokenFor(claim, seconds)),
    idleSeconds,
    languages,
    demo: true,
  })
  const names = { 'clinic-name': demoClinic.name, 'clinic-phone': demoClinic.phone }
  const lines = Object.entries(catalogue.ui).filter(([key]) =>
    /^(link|pages|written|receipt)-|-notice$/.test(key),
  )
  const words = Object.fromEntries(
    lines.map(([key, line]) => [key, fill(line, { ...names, digest: '{digest}' })]),
  )
  const widget = createWidget({
    ...{ ui: catalogue.ui, clinic: demoClinic, sites, demo: true, languages },
  })
  const plain = createPlainPage({})
  const kept = { sittings, claimOf, words, locale: catalogue.locale }
  const routes = [
    ...[directLine, widget, pages, plain, createWritten(kept), createReceipt(kept)].flatMap(
      (one) => one.routes,
    ),
    ...createLinkRoutes({
      ...{ sittings, tokenFor, chance, languages, app: widget.page },
      ...{ enter: pages.enter, page: plain.page },
    }),
  ]
  const server = createHttpServer({
    ...{ routes, sockets: directLine.sockets, host: '127.0.0.1', port: 0 },
    log: { info: () => {}, error: () => {} },
    limits: { perSecond: 10_000, burst: 20_000 },
  })
  const url = `http://127.0.0.1:${(await server.listen()).port}`
  return {
    ...{ clinic, url, tokenFor },
    /** Whose pages were shown last. */
    claim: () => claims.at(-1),
    close: () => server.close(),
  }
}
export type PagesHouse = Awaited<ReturnType<typeof openPages>>

/** A browser of its own in which no script runs. The context bypasses the CSP, for axe only. */
export async function withoutScripts(browser: Browser, width = 1280): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width, height: 800 }, javaScriptEnabled: false },
  })
  context.setDefaultTimeout(10_000)
  return context.newPage()
}
