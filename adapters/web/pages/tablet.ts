import type { LinkRow, Sittings } from '../../../bot/ports.ts'
import type { HttpReply, HttpRequest, Route } from '../../http/route.ts'
import { alsoIn, type Language, languageOf } from '../language.ts'
import { scriptFile, serve } from '../widget/assets.ts'
import { escape } from '../written/sheet.ts'
import { type Frame, goTo, hidden, type Page, pageHtml, reply, ROOT } from './page.ts'
import { isOwn, NO_COOKIE, type Session, type Sessions } from './session.ts'

export const TABLET = '/tablet'
const SCRIPT = `${ROOT}/tablet.js`
/** How long the question whether somebody is still there waits for its answer, in seconds. */
const WARNING = 30

export interface TabletOptions {
  readonly sittings: Pick<Sittings, 'redeem' | 'peek' | 'end' | 'handTo' | 'activities'>
  readonly sessions: Sessions
  readonly languages: readonly Language[]
  /** The page around it, in that language. */
  readonly frame: (language: Language) => Frame
  readonly idleSeconds: number
  /** Takes whatever the desk left in this browser: nobody is handed a tablet with the desk open on it. */
  readonly leaveDesk: readonly string[]
}

/** Which links may be opened on the clinic's tablet. */
const FOR_TABLET: readonly LinkRow['purpose'][] = ['tablet', 'sign']

/** A sitting on the clinic's own tablet: handed over, cleared when it lies idle, handed back. */
export function tabletRoutes(options: TabletOptions): Route[] {
  const script = scriptFile(new URL('./tablet.js', import.meta.url))
  const post = (path: string, handle: Route['handle']): Route => ({
    ...{ method: 'POST', path, body: 'form', handle },
  })
  const get = (path: string, handle: Route['handle']): Route => ({ method: 'GET', path, handle })
  return [
    get(TABLET, async () => plain(options, (language) => handBack(language, options.languages))),
    get(`${TABLET}/:secret`, async () => plain(options, ready)),
    post(`${TABLET}/:secret`, (request) => begin(options, request)),
    get(SCRIPT, async (request) => serve(script, request, 'public, no-cache')),
    post(`${ROOT}/handed`, (request) => handed(options, request)),
    post(`${ROOT}/still-here`, (request) => stillHere(options, request)),
    post(`${ROOT}/clear`, (request) => clear(options, request)),
    // For a browser without scripts: it asks by itself, and then comes here by itself.
    get(`${ROOT}/idle`, (request) => asks(options, request)),
    get(`${ROOT}/cleared`, (request) => clear(options, request)),
  ]
}

function plain(
  { languages, frame }: TabletOptions,
  page: (language: Language) => Page,
  { status = 200, locale }: { readonly status?: number; readonly locale?: string | undefined } = {},
): HttpReply {
  const language = languageOf(languages, locale)
  return reply(pageHtml({ ...frame(language), bare: true }, page(language)), { status })
}

async function begin(options: TabletOptions, { params }: HttpRequest): Promise<HttpReply> {
  const { sittings, sessions, leaveDesk } = options
  const { secret = '' } = params
  const purpose = await sittings.peek(secret)
  const isOurs = purpose !== undefined && FOR_TABLET.includes(purpose)
  const claim = isOurs ? await sittings.redeem(secret, 'widget') : undefined
  if (!claim) return plain(options, gone, { status: 410 })
  const cookie = await sessions.keep({ ...claim, tablet: 'ready' })
  return goTo(ROOT, [cookie, ...leaveDesk])
}

async function handed({ sessions }: TabletOptions, request: HttpRequest): Promise<HttpReply> {
  const session = await heldBy(sessions, request)
  if (!session) return goTo(ROOT)
  return goTo(ROOT, [await sessions.keep({ ...session.claim, tablet: 'handed' })])
}

async function stillHere({ sessions }: TabletOptions, request: HttpRequest): Promise<HttpReply> {
  const session = await heldBy(sessions, request)
  if (!session) return { status: 403 }
  return { status: 204, headers: { 'set-cookie': await sessions.keep(session.claim) } }
}

/** Whoever comes next finds nothing: not in the browser, and not behind its Back button. */
async function clear(
  { sittings, sessions }: TabletOptions,
  request: HttpRequest,
): Promise<HttpReply> {
  const session = await sessions.read(request)
  if (session?.claim.tablet && isOwn(request)) await sittings.end(session.claim)
  const left = goTo(TABLET, [NO_COOKIE])
  return { ...left, headers: { ...left.headers, 'clear-site-data': '"cache", "storage"' } }
}

async function asks(options: TabletOptions, request: HttpRequest): Promise<HttpReply> {
  const session = await options.sessions.read(request)
  if (!session?.claim.tablet) return goTo(TABLET)
  const activities = await options.sittings.activities(session.claim, 0)
  return plain(options, stillThere, { locale: activities?.at(-1)?.message.language })
}

function stillThere({ t }: Language): Page {
  return {
    title: t('page-title'),
    main: `<h1>${escape(t('tablet-still-there'))}</h1>
<p>${escape(t('tablet-will-clear'))}</p>
<p><a class="button go" href="${ROOT}">${escape(t('tablet-still-here'))}</a></p>`,
    refresh: { seconds: WARNING, to: `${ROOT}/cleared` },
  }
}

async function heldBy(sessions: Sessions, request: HttpRequest): Promise<Session | undefined> {
  const session = await sessions.read(request)
  const { token } = (request.body ?? {}) as { readonly token?: unknown }
  return session?.claim.tablet && sessions.holds(session, token) ? session : undefined
}

/** For whoever of the clinic opens it: nothing is on it yet, and nothing is used up. */
function ready({ t }: Language): Page {
  return {
    title: t('tablet-title'),
    main: `<h1>${escape(t('tablet-title'))}</h1>
<p>${escape(t('tablet-ready'))}</p>
<form method="post"><button class="go">${escape(t('tablet-begin'))}</button></form>`,
  }
}

export function handOver(name: string | undefined, { t }: Language, token: string): Page {
  const whom = name === undefined ? t('tablet-hand-over') : t('tablet-hand-to', { name })
  return {
    title: t('tablet-title'),
    main: `<h1>${escape(whom)}</h1>
<p>${escape(t('tablet-then'))}</p>
<form method="post" action="${ROOT}/handed">${hidden({ token })}<button class="go">${escape(t('tablet-have-it'))}</button></form>`,
  }
}

/** In every language: which one was read last would tell something of whoever had it. */
function handBack(shown: Language, languages: readonly Language[]): Page {
  const others = alsoIn(
    languages,
    shown,
    ({ t }) => `<h2>${escape(t('tablet-hand-back'))}</h2>
<p>${escape(t('tablet-nothing-left'))}</p>`,
  )
  return {
    title: shown.t('tablet-title'),
    main: `<h1>${escape(shown.t('tablet-hand-back'))}</h1>
<p>${escape(shown.t('tablet-nothing-left'))}</p>
${others}`,
  }
}

function gone({ t }: Language): Page {
  return {
    title: t('link-gone-title'),
    main: `<h1>${escape(t('link-gone-title'))}</h1>\n<p>${escape(t('tablet-gone'))}</p>`,
  }
}

/** What every page has on the tablet: the way to end, and the clearing when it lies idle. */
export function tabletParts({ t }: Language, token: string, seconds: number) {
  const finish = escape(t('tablet-finish'))
  return {
    head: `<script src="${SCRIPT}" defer></script>
<noscript><meta http-equiv="refresh" content="${seconds};url=${ROOT}/idle"></noscript>
`,
    exit: `<form method="post" action="${ROOT}/clear" id="clear">${hidden({ token })}<button class="exit">${finish}</button></form>`,
    body: `<div id="idle" class="idle" role="alertdialog" aria-modal="true" aria-labelledby="idle-title" aria-describedby="idle-words" data-idle="${seconds}" data-warning="${WARNING}" hidden>
<div><h2 id="idle-title">${escape(t('tablet-still-there'))}</h2>
<p id="idle-words">${escape(t('tablet-will-clear'))}</p>
<button type="button" class="go">${escape(t('tablet-still-here'))}</button></div></div>`,
  }
}

/** A cookie outlives the last touch by the question and a little more. */
export const keptFor = (seconds: number): number => seconds + WARNING + 30
