import type { Chance, Claim, Clocks, Sittings } from '../../../bot/ports.ts'
import type { HttpReply, HttpRequest, Route } from '../../http/route.ts'
import { type Language, languageAsked, languageOf } from '../language.ts'
import { accentStyles } from '../widget/accent.ts'
import { GROUND, serve, styleSheet } from '../widget/assets.ts'
import type { WidgetClinic } from '../widget/page.ts'
import { answer, type Ended } from './answer.ts'
import { nowOf } from './now.ts'
import { type Frame, goTo, NEUTRAL, type Page, pageHtml, reply, ROOT, STYLES } from './page.ts'
import { type Fields, typedIn } from './read.ts'
import { handOver, keptFor, TABLET, tabletParts, tabletRoutes } from './tablet.ts'
import { answersPage, type Asked, closedPage, currentPage } from './screens.ts'
import { endedPage, helpPage, startPage } from './screens.ts'
import { createSessions, isOwn, NO_COOKIE, type Session, type Sessions } from './session.ts'

export interface PagesOptions {
  readonly sittings: Pick<Sittings, 'take' | 'activities' | 'end' | 'redeem' | 'peek' | 'handTo'>
  readonly tokenFor: (claim: Claim, seconds?: number) => Promise<string>
  readonly claimOf: (token: string) => Promise<Claim | undefined>
  readonly clinic: WidgetClinic
  /** The usual one first. */
  readonly languages: readonly Language[]
  readonly demo: boolean
  readonly pilot?: boolean
  readonly secret: Uint8Array
  readonly clocks: Clocks
  readonly chance: Chance
  /** After how many seconds without a touch the clinic's tablet asks; two minutes without it. */
  readonly idleSeconds?: number | undefined
}

export interface Pages {
  readonly routes: Route[]
  /** For somebody who came by a link: their sitting goes on here. */
  enter(claim: Claim, language?: string): Promise<HttpReply>
}

/** In the order in which a browser must read them. */
const SHEETS = ['frame', 'question', 'beside']

/** What a browser forgets that was signed in at the desk. */
const LEFT_BEHIND = ['candour-desk', 'candour-desk-said'].flatMap((name) => [
  `${name}=; Path=/desk; HttpOnly; SameSite=Strict; Max-Age=0`,
  `__Host-${name}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`,
])

interface House extends PagesOptions {
  readonly idleSeconds: number
  readonly sessions: Sessions
}

/** The consultation as forms, one question on each page, for a browser that runs no script. */
export function createPages(options: PagesOptions): Pages {
  const { idleSeconds = 120 } = options
  const tabletSeconds = keptFor(idleSeconds)
  const sessions = createSessions({ ...options, tabletSeconds })
  const house: House = { ...options, idleSeconds, sessions }
  const styles = styleSheet(
    [GROUND, ...SHEETS.map((name) => new URL(`./styles/${name}.css`, import.meta.url))],
    accentStyles(options.clinic.accent),
  )
  const post = (path: string, handle: Route['handle']): Route => ({
    ...{ method: 'POST', path, body: 'form', handle },
  })
  const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, handle })
  return {
    enter: (claim, language) => enter(house, claim, language),
    routes: [
      ...tabletRoutes({
        ...{ ...house, leaveDesk: LEFT_BEHIND },
        frame: (language) => frameOf(house, language),
      }),
      get(STYLES, async (request) => serve(styles, request, 'public, no-cache')),
      get(ROOT, (request) => shown(house, request, currentPage)),
      get(`${ROOT}/answers`, (request) => shown(house, request, answersPage)),
      get(`${ROOT}/help`, (request) => help(house, request)),
      post(ROOT, (request) => answered(house, request)),
      post(`${ROOT}/start`, (request) => start(house, request)),
      post(`${ROOT}/begin`, (request) => begin(house, request)),
      post(`${ROOT}/exit`, (request) => leave(house, request)),
    ],
  }
}

async function enter(
  { sessions, sittings, chance, languages }: House,
  claim: Claim,
  language?: string,
): Promise<HttpReply> {
  const chosen = languages.find(({ locale }) => locale === language)
  if (chosen) await sittings.take(claim, { key: chance.id(), value: { language: chosen.locale } })
  return goTo(ROOT, [await sessions.keep(claim)])
}

/** A visitor, of whom nothing is kept yet. */
async function start(house: House, request: HttpRequest): Promise<HttpReply> {
  if (!isOwn(request)) return { status: 403 }
  const { chance, clocks } = house
  const began = clocks.wall()
  const claim: Claim = { sitting: chance.id(), began, channel: 'widget', visitor: true }
  return enter(house, claim, typedIn(fieldsOf(request), 'language'))
}

/** A sitting that began in the chat goes on here: its token comes in the body, never in an address. */
async function begin(house: House, request: HttpRequest): Promise<HttpReply> {
  if (!isOwn(request)) return { status: 403 }
  const claim = await house.claimOf(typedIn(fieldsOf(request), 'token'))
  return claim?.channel === 'widget' ? enter(house, claim) : goTo(ROOT, [NO_COOKIE])
}

async function leave(house: House, request: HttpRequest): Promise<HttpReply> {
  const session = await house.sessions.read(request)
  const { token } = fieldsOf(request)
  if (session && house.sessions.holds(session, token)) await house.sittings.end(session.claim)
  const left = goTo(`${NEUTRAL}/weather`, [NO_COOKIE])
  return { ...left, headers: { ...left.headers, 'clear-site-data': '"cache", "storage"' } }
}

async function help(house: House, request: HttpRequest): Promise<HttpReply> {
  const session = await house.sessions.read(request)
  const activities = session && (await house.sittings.activities(session.claim, 0))
  const now = activities && nowOf(activities, false)
  const { languages } = house
  const language = now
    ? languageOf(languages, now.message.language)
    : languageAsked(languages, request)
  return reply(pageHtml(frameOf(house, language, session), helpPage(house.clinic, language)))
}

async function shown(
  house: House,
  request: HttpRequest,
  page: (asked: Asked) => Page,
): Promise<HttpReply> {
  const session = await house.sessions.read(request)
  if (session?.claim.tablet === 'ready') return showHandOver(house, session)
  if (session) return show(house, request, session, page)
  const language = languageAsked(house.languages, request)
  return reply(pageHtml(frameOf(house, language), startPage(house.languages, language)))
}

async function show(
  house: House,
  request: HttpRequest,
  session: Session,
  page: (asked: Asked) => Page,
): Promise<HttpReply> {
  const { claim, token } = session
  const { origin } = request
  const activities = await house.sittings.activities(claim, 0)
  const now = activities && nowOf(activities, claim.visitor)
  if (!now) return closed(house, request, session)
  const { languages } = house
  const language = languageOf(languages, now.message.language)
  const ids = { token, key: house.chance.id() }
  const made = page({ now, language, languages, ids, origin, tablet: claim.tablet !== undefined })
  const body = pageHtml(frameOf(house, language, session), made)
  return reply(body, { cookies: [await house.sessions.keep(claim)] })
}

async function showHandOver(house: House, session: Session): Promise<HttpReply> {
  const name = await house.sittings.handTo(session.claim)
  const language = languageOf(house.languages)
  const page = handOver(name, language, session.token)
  return reply(pageHtml(frameOf(house, language, session), page))
}

async function answered(house: House, request: HttpRequest): Promise<HttpReply> {
  const session = await house.sessions.read(request)
  const fields = fieldsOf(request)
  if (!session) return closed(house, request)
  const isReady = session.claim.tablet === 'ready'
  if (isReady || !house.sessions.holds(session, fields['token'])) return goTo(ROOT)
  const answered = await answer(house, session.claim, fields)
  if (answered === 'gone') return closed(house, request, session)
  if ('faults' in answered) {
    const { faults } = answered
    return show(house, request, session, (one) => currentPage({ ...one, faults, typed: fields }))
  }
  if (answered.ended === undefined) return goTo(ROOT)
  return closed(house, request, session, answered.ended)
}

function closed(house: House, request: HttpRequest, session?: Session, last?: Ended): HttpReply {
  if (session?.claim.tablet) return goTo(TABLET, [NO_COOKIE])
  const { languages } = house
  const language = last ? languageOf(languages, last.language) : languageAsked(languages, request)
  const page = last ? endedPage(language, last.text) : closedPage(languages, language)
  return reply(pageHtml(frameOf(house, language), page), { status: 410, cookies: [NO_COOKIE] })
}

function frameOf(
  { clinic, demo, pilot, idleSeconds }: House,
  language: Language,
  session?: Session,
): Frame {
  const token = session?.token
  const frame = { language, clinicName: clinic.name, demo, pilot: pilot === true, token }
  if (!session?.claim.tablet) return frame
  return { ...frame, tablet: tabletParts(language, session.token, idleSeconds) }
}

function fieldsOf({ body }: HttpRequest): Fields {
  return (body ?? {}) as Fields
}
