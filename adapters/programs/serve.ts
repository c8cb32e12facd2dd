import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { fill } from '../../content/ui.ts'
import { CandourError } from '../../bot/errors.ts'
import { missingIn } from '../../bot/read-only.ts'
import type { Settings } from '../config/env.ts'
import { createDesk } from '../desk/desk.ts'
import type { Route } from '../http/route.ts'
import { createHttpServer } from '../http/server.ts'
import type { MailOptions } from '../mail/mail.ts'
import { createContacts } from '../teams/contacts.ts'
import { createTeams } from '../teams/teams.ts'
import { createDemoPage } from '../web/demo/routes.ts'
import { closedTo } from '../web/closed.ts'
import { createDirectLine, type DirectLine } from '../web/direct-line/routes.ts'
import { createLanguage } from '../web/language.ts'
import { createLinkRoutes } from '../web/link.ts'
import { createPages } from '../web/pages/routes.ts'
import { createPlainPage } from '../web/plain/routes.ts'
import { createReceipt } from '../web/receipt/routes.ts'
import { createSummary } from '../web/summary/routes.ts'
import { createWidget } from '../web/widget/routes.ts'
import { createWritten } from '../web/written/routes.ts'
import { healthRoutes } from './health.ts'
import { fillDemo } from './demo/people.ts'
import { frontOf, providerOf, welcome } from './front.ts'
import { type House, openHouse } from './house.ts'
import { keepTime } from './keep-time.ts'
import { mailOf } from './mail.ts'
import { type Metering, openMetering } from './metering.ts'
import { passStartGate } from './start-gate.ts'

const SITE = 'demo'
/** How often it is looked whom to write to, in milliseconds. */
const MAIL = 30_000

/** `npm start`: opens the house, listens, says what to open. */
async function main(): Promise<void> {
  const settings = passStartGate(process.env)
  const log = pino({ level: settings.logLevel })
  const fatal = (error: Error) => {
    log.fatal({ code: codeOf(error) })
    process.exit(1)
  }
  const metering = await openMetering(settings, log)
  const { trouble, unseen, unreached, unposted } = tellers(log, metering)
  const house = await openHouse(settings, fatal, trouble, unseen)
  metering.watch(house)
  await house.candour.begin()
  const empty = settings.mode === 'demo' && settings.demoPeople === 'made-up'
  if (empty && !house.gap) await moveIn(house)
  const { notify, ...open } = await channels(house, settings, log, unreached)
  const server = createHttpServer({
    ...open,
    ...{ host: settings.host, port: settings.port, log, answered: metering.answered },
    ...frontOf(settings),
  })
  const { port } = await server.listen()
  const mail = startMail(house, settings, port, unposted)
  const timers = keepTime(house, notify, fatal)
  console.log(`\n${welcome(settings, port, house.standing)}`)
  console.log(`${house.logBegan ? LOG_BEGAN : ''}${tellOfLog(settings)}\n`)
  if (house.gap) console.log(`${missingIn(house.gap)}\nSee npm run restore.\n`)
  const stop = async () => {
    timers.forEach(clearInterval)
    mail.close()
    await server.close()
    await house.log.settled()
    await house.close()
    await metering.close()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop().catch(fatal))
  process.once('SIGINT', () => void stop().catch(fatal))
}

function tellers(log: Logger, { failed }: Metering) {
  return {
    trouble: (consultation: string, error: unknown) => {
      failed('consultation')
      log.error({ consultation, code: codeOf(error) })
    },
    unseen: ({ code, details: { witness, why } }: CandourError) => {
      failed('witness')
      log.error({ code, witness, why })
    },
    unreached: () => {
      failed('sign-in')
      log.error({ code: 'desk/provider-not-reached' })
    },
    unposted: ({ code, cause }: Parameters<MailOptions['failed']>[0]) => {
      // A server that asks for patience is no failure.
      if (code !== 'mail/now') failed('mail')
      log.error({ code, cause })
    },
  }
}

function startMail(house: House, settings: Settings, port: number, failed: MailOptions['failed']) {
  const at = settings.origin ?? `http://${settings.host}:${port}`
  const mail = mailOf(house, settings, { deskUrl: `${at}/desk`, failed })
  void mail?.round()
  const timer = mail && setInterval(() => void mail.round(), MAIL)
  return {
    close: () => {
      clearInterval(timer)
      mail?.close()
    },
  }
}

async function moveIn({ candour, clinic, clocks, store }: House): Promise<void> {
  if ((await store.consultations(clinic.id)).length > 0) return
  await fillDemo({ ...candour, clinic, now: clocks.clock() })
}

async function channels(house: House, settings: Settings, log: Logger, unreached: () => void) {
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
  { gap, clinic, words }: House,
  usual: readonly Route[],
  page: Parameters<typeof closedTo>[1]['page'],
): Route[] {
  const { ui } = words.catalogue
  const routes = gap ? closedTo(usual, { clinic, ui, page }) : usual
  return [...routes, ...healthRoutes(gap)]
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

const LOG_BEGAN = 'There was no log of records here, so this demo has begun one.\n'

/** Said each time: a seal alone says nothing against whoever holds this machine. */
function tellOfLog({ witness }: Settings): string {
  return witness
    ? 'Records are sealed in a log, and a witness outside is asked to sign that it only grows.'
    : 'Records are sealed in a log on this machine. Nobody outside sees it: it is not witnessed.'
}

function teamsOf({ candour, clinic, clocks }: House, { data, teams }: Settings, log: Logger) {
  return createTeams({
    ...{ desk: candour.desk, people: clinic.people, settings: teams, log },
    ...{ now: () => clocks.clock(), contacts: createContacts(join(data, 'teams.json')) },
  })
}

/** What went wrong, without a word of what anybody said. */
function codeOf(error: unknown): string {
  if (error instanceof CandourError) return error.code
  return error instanceof Error ? error.name : 'unknown'
}

/** The lines of the pages around the chat, with the clinic's name and number in them. */
function pageWords({ words, clinic }: House, locale?: string): Record<string, string> {
  const lines = Object.entries(words.in(locale).catalogue.ui).filter(([name]) => PAGES.test(name))
  const names = { 'clinic-name': clinic.name, 'clinic-phone': clinic.phone, digest: '{digest}' }
  return Object.fromEntries(lines.map(([name, line]) => [name, fill(line, names)]))
}

const PAGES =
  /^(link|pages|written|receipt)-|^summary-(page|keep|digest|none|gone)$|^(demo|pilot)-notice$/

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
