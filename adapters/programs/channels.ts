import type { Logger } from 'pino'
import type { Settings } from '../config/env.ts'
import { createDesk } from '../desk/desk.ts'
import type { Route } from '../http/route.ts'
import { createTeams } from '../teams/teams.ts'
import { createDemoPage } from '../web/demo/routes.ts'
import { createDirectLine } from '../web/direct-line/routes.ts'
import { createLinkRoutes } from '../web/link.ts'
import { createPages } from '../web/pages/routes.ts'
import { createPlainPage } from '../web/plain/routes.ts'
import { createWidget } from '../web/widget/routes.ts'
import { providerOf, siteSecretsOf } from './front.ts'
import type { House } from './house.ts'
import { languagesOf, openTo, pagesToKeep } from './patient-pages.ts'
import { placedContacts } from './placed.ts'
import { rehearsalsOf } from './preview.ts'

const SITE = 'demo'

/** Every way by which the world reaches this clinic, each with what it needs of the house. */
export async function channels(
  house: House,
  settings: Settings,
  log: Logger,
  unreached: () => void,
) {
  const { candour, clinic, words, clocks, chance } = house
  const { ui } = words.catalogue
  const sites = clinic.sites ?? [{ id: SITE, origins: [] }]
  const languages = languagesOf(house)
  const patient = { ...clinic, accent: clinic.colours?.accent }
  const directLine = directLineOf(house, settings, sites)
  const marked = { demo: settings.mode === 'demo', pilot: settings.mode === 'pilot' }
  const widget = createWidget({ ui, clinic: patient, sites, languages, ...marked })
  const pages = createPages({
    ...{ sittings: candour.sittings, clocks, chance, clinic: patient },
    ...{ tokenFor: directLine.tokenFor, claimOf: directLine.claimOf },
    ...{ ...marked, languages, secret: house.secret('pages') },
    idleSeconds: clinic.policies.tabletIdleSeconds,
  })
  const plain = createPlainPage({ accent: patient.accent })
  const links = createLinkRoutes({
    ...{ sittings: candour.sittings, tokenFor: directLine.tokenFor, chance },
    ...{ languages, app: widget.page, enter: pages.enter, page: plain.page },
  })
  const toKeep = pagesToKeep(house, directLine.claimOf)
  const desk = await deskOf(house, settings, toKeep, log, unreached)
  const demo = demoOf(house, sites[0]?.id ?? SITE)
  const teams = await teamsOf(house, settings, log)
  const sometimes = [...(marked.demo ? [demo] : []), ...(teams ? [teams] : [])]
  const all = [directLine, widget, pages, toKeep, desk, plain, ...sometimes]
  const usual: Route[] = [...all.flatMap((one) => [...one.routes]), ...links]
  const notify = async () => teams?.notify()
  const sockets = house.gap ? [] : directLine.sockets
  return { routes: openTo(house, usual, { languages, page: plain.page }), sockets, notify }
}

function directLineOf(
  { candour, clinic, clocks, chance, secret, store }: House,
  settings: Settings,
  sites: Parameters<typeof createDirectLine>[0]['sites'],
) {
  return createDirectLine({
    ...{ sittings: candour.sittings, clocks, chance, sites, name: clinic.name },
    ...{ secret: secret('direct-line'), once: store.shared, siteSecrets: siteSecretsOf(settings) },
  })
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
  { candour, clinic, clocks, chance, secret, store, words }: House,
  settings: Settings,
  { printed, summaryPrinted }: Printed,
  log: Logger,
  unreached: () => void,
) {
  return createDesk({
    ...{ printed, summaryPrinted, desk: candour.desk },
    ...{ people: clinic.people, clinicName: clinic.name, treatments: words.treatments },
    ...{ premises: clinic.premises, secret: secret('desk'), clocks, chance, mode: settings.mode },
    ...{ spent: store.shared, rehearsals: rehearsalsOf(clinic) },
    ...{ provider: await signInOf(settings, unreached), tell: (news) => log.warn(news) },
  })
}

/** That it cannot be reached now is no reason to keep patients waiting: it is asked again each time. */
async function signInOf(settings: Settings, unreached: () => void) {
  const provider = providerOf(settings)
  await provider?.check().catch(unreached)
  return provider
}

function teamsOf(house: House, { data, teams }: Settings, log: Logger) {
  const { candour, clinic, clocks, place } = house
  const contacts = placedContacts(data, clinic.id, place)
  return createTeams({
    ...{ desk: candour.desk, people: clinic.people, settings: teams, log },
    ...{ now: () => clocks.clock(), contacts },
  })
}
