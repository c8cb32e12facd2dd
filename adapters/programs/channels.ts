import { join } from 'node:path'
import type { Logger } from 'pino'
import { fill } from '../../content/ui.ts'
import type { Settings } from '../config/env.ts'
import { createDesk } from '../desk/desk.ts'
import type { Route } from '../http/route.ts'
import { createContacts } from '../teams/contacts.ts'
import { createTeams } from '../teams/teams.ts'
import { closedTo } from '../web/closed.ts'
import { createDemoPage } from '../web/demo/routes.ts'
import { createDirectLine, type DirectLine } from '../web/direct-line/routes.ts'
import { createLanguage } from '../web/language.ts'
import { createLinkRoutes } from '../web/link.ts'
import { createPages } from '../web/pages/routes.ts'
import { createPlainPage } from '../web/plain/routes.ts'
import { createReceipt } from '../web/receipt/routes.ts'
import { createSummary } from '../web/summary/routes.ts'
import { createWidget } from '../web/widget/routes.ts'
import { createWritten } from '../web/written/routes.ts'
import { providerOf } from './front.ts'
import { healthRoutes } from './health.ts'
import type { House } from './house.ts'

const SITE = 'demo'

/** Every way by which the world reaches this clinic, each with what it needs of the house. */
export async function channels(
  house: House,
  settings: Settings,
  log: Logger,
  unreached: () => void,
) {
  const { mode } = settings
  const { candour, clinic, words, clocks, chance } = house
  const { ui } = words.catalogue
  const accent = clinic.colours?.accent
  const sites = clinic.sites ?? [{ id: SITE, origins: [] }]
  const languages = words.locales.map((one) =>
    createLanguage(one, words.in(one).catalogue.ui, clinic),
  )
  const patient = { ...clinic, accent }
  const directLine = createDirectLine({
    ...{ sittings: candour.sittings, clocks, chance, sites, name: clinic.name },
    ...{ secret: house.secret('direct-line'), once: house.store.shared },
  })
  const marked = { demo: mode === 'demo', pilot: mode === 'pilot' }
  const widget = createWidget({ ui, clinic: patient, sites, languages, ...marked })
  const pages = createPages({
    ...{ sittings: candour.sittings, clocks, chance, clinic: patient },
    ...{ tokenFor: directLine.tokenFor, claimOf: directLine.claimOf },
    languages,
    ...{ ...marked, secret: house.secret('pages') },
    idleSeconds: clinic.policies.tabletIdleSeconds,
  })
  const plain = createPlainPage({ accent, locale: words.catalogue.locale })
  const links = createLinkRoutes({
    ...{ sittings: candour.sittings, tokenFor: directLine.tokenFor, chance },
    languages: languages.slice(1),
    ...{ app: widget.page, enter: pages.enter, page: plain.page, words: pageWords(house) },
  })
  const toKeep = pagesToKeep(house, directLine.claimOf)
  const desk = await deskOf(house, settings, toKeep, log, unreached)
  const demo = demoOf(house, sites[0]?.id ?? SITE)
  const teams = await teamsOf(house, settings, log)
  const sometimes = [...(mode === 'demo' ? [demo] : []), ...(teams ? [teams] : [])]
  const all = [directLine, widget, pages, toKeep, desk, plain, ...sometimes]
  const usual: Route[] = [...all.flatMap((one) => [...one.routes]), ...links]
  const notify = async () => teams?.notify()
  const sockets = house.gap ? [] : directLine.sockets
  return { routes: openTo(house, usual, plain.page), sockets, notify }
}

/** What a clinic answers now: while records are missing, nothing that a patient would be taken at. */
function openTo(
  { gap, clinic, words, store }: House,
  usual: readonly Route[],
  page: Parameters<typeof closedTo>[1]['page'],
): Route[] {
  const { ui } = words.catalogue
  const routes = gap ? closedTo(usual, { clinic, ui, page }) : usual
  return [...routes, ...healthRoutes(gap, store)]
}

function demoOf({ candour, clinic, words, clocks }: House, site: string) {
  return createDemoPage({
    ...{ clinic: { ...clinic, accent: clinic.colours?.accent }, ui: words.catalogue.ui, site },
    now: () => clocks.clock(),
    moveClock: (milliseconds) => candour.desk.moveClock(milliseconds),
  })
}

type Printed = Pick<Parameters<typeof createDesk>[0], 'printed' | 'summaryPrinted'>

async function deskOf(
  { candour, clinic, clocks, chance, secret, store }: House,
  settings: Settings,
  { printed, summaryPrinted }: Printed,
  log: Logger,
  unreached: () => void,
) {
  return createDesk({
    ...{ printed, summaryPrinted, desk: candour.desk },
    ...{ people: clinic.people, clinicName: clinic.name },
    ...{ premises: clinic.premises, secret: secret('desk'), clocks, chance, mode: settings.mode },
    spent: store.shared,
    ...{ provider: await signInOf(settings, unreached), tell: (news) => log.warn(news) },
  })
}

/** That it cannot be reached now is no reason to keep patients waiting: it is asked again each time. */
async function signInOf(settings: Settings, unreached: () => void) {
  const provider = providerOf(settings)
  await provider?.check().catch(unreached)
  return provider
}

/** What a patient may keep, each a page of its own beside the chat. */
function pagesToKeep(house: House, claimOf: DirectLine['claimOf']) {
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

function teamsOf({ candour, clinic, clocks }: House, { data, teams }: Settings, log: Logger) {
  return createTeams({
    ...{ desk: candour.desk, people: clinic.people, settings: teams, log },
    ...{ now: () => clocks.clock(), contacts: createContacts(join(data, 'teams.json')) },
  })
}

/** The lines of the pages around the chat, with the clinic's name and number in them. */
function pageWords({ words, clinic }: House, locale?: string): Record<string, string> {
  const lines = Object.entries(words.in(locale).catalogue.ui).filter(([name]) => PAGES.test(name))
  const names = { 'clinic-name': clinic.name, 'clinic-phone': clinic.phone, digest: '{digest}' }
  return Object.fromEntries(lines.map(([name, line]) => [name, fill(line, names)]))
}

const PAGES =
  /^(link|pages|written|receipt)-|^summary-(page|keep|digest|none|gone)$|^(demo|pilot)-notice$/
