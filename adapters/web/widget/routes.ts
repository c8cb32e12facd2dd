import type { HttpReply, HttpRequest, Route } from '../../http/route.ts'
import { accentOf } from './accent.ts'
import { app, digestOf, here, loader, serve, styles } from './assets.ts'
import { paletteStyles } from './palette.ts'
import type { Language } from '../language.ts'
import { phonesApart } from '../phones.ts'
import { appPage, type Given, speaker, type WidgetClinic, type Wording } from './page.ts'

export interface WidgetOptions {
  readonly ui: Readonly<Record<string, string>>
  readonly clinic: WidgetClinic
  /** Which web sites may show the chat, by their public id. The first one is `/chat`'s own. */
  readonly sites: readonly { readonly id: string; readonly origins: readonly string[] }[]
  readonly demo: boolean
  /** Says everywhere that the words are drafts. */
  readonly pilot?: boolean
  readonly locale?: string
  /** Every language that is offered, the usual one first. */
  readonly languages?: readonly Language[]
}

export interface Widget {
  readonly routes: Route[]
  /** The chat as a page of its own, for whoever has just used up a link. */
  page(
    request: HttpRequest,
    given: { readonly token?: string; readonly site?: string; readonly language?: string },
  ): HttpReply
}

const FOREVER = 'public, max-age=31536000, immutable'
/** A clinic's page may be isolated from other origins; then it shows only frames that allow it. */
const ISOLATED = {
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
}
export const HERE = '/widget/here.js'
const CHECKED = 'public, no-cache'

export function createWidget(options: WidgetOptions): Widget {
  const { ui, clinic, sites, demo, pilot = false, locale = 'en-GB' } = options
  const files = new Map([
    ['app.js', app()],
    ['app.css', styles(paletteStyles(clinic.accent))],
  ])
  const digest = digestOf(files.values())
  const assets = `/widget/app/${digest}`
  const wordingIn = inLanguages({ ui, clinic, locale, demo, pilot, assets }, options.languages)
  const script = loader(loaderWords(options))
  const page = (
    request: HttpRequest,
    given: Given & { readonly language?: string },
    ancestors: readonly string[],
  ): HttpReply => ({
    status: 200,
    headers: pageHeaders(request, ancestors),
    body: appPage(wordingIn(given.language ?? request.query.language), given),
  })
  const [home] = sites
  const widget: Widget['page'] = (request, given) =>
    page(request, { site: home?.id, ...given, embedded: false }, [])
  const frame = (request: HttpRequest): HttpReply => {
    const site = sites.find(({ id }) => id === request.query.site)
    if (!site)
      return { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Unknown site' }
    const found = page(request, { site: site.id, embedded: true }, ancestorsOf(site.origins, demo))
    return { ...found, headers: { ...found.headers, ...ISOLATED } }
  }
  return {
    page: widget,
    routes: [
      get('/chat', (request) => widget(request, {})),
      get('/widget/frame', frame),
      get('/widget/app/:digest/:file', (request) => fileOf(files, digest, request)),
      get('/widget.js', (request) => serve(script, request, CHECKED)),
      get(HERE, (request) => serve(here(), request, CHECKED)),
    ],
  }
}

/** In the language that is wanted, else the usual one; the others are offered. */
function inLanguages(usual: Wording, languages: readonly Language[] = []) {
  return (wanted?: string): Wording => {
    const chosen = languages.find((one) => one.locale === wanted) ?? languages[0]
    const others = languages.filter((one) => one !== chosen)
    return chosen ? { ...usual, ui: chosen.ui, locale: chosen.locale, others } : usual
  }
}

function get(path: string, answer: (request: HttpRequest) => HttpReply): Route {
  return { method: 'GET', path, handle: async (request) => answer(request) }
}

function fileOf(
  files: ReadonlyMap<string, Parameters<typeof serve>[0]>,
  digest: string,
  request: HttpRequest,
): HttpReply {
  const found = files.get(request.params.file ?? '')
  if (!found) return { status: 404 }
  // A page of an older release may still ask; it gets what there is, but not for good.
  return serve(found, request, request.params.digest === digest ? FOREVER : CHECKED)
}

function ancestorsOf(origins: readonly string[], demo: boolean): readonly string[] {
  return demo ? ["'self'", ...origins] : origins
}

function loaderWords({ ui, clinic }: WidgetOptions): Parameters<typeof loader>[0] {
  const t = speaker(ui, clinic)
  return {
    open: t('open-chat'),
    close: t('close'),
    title: t('chat-title'),
    clinic: clinic.name,
    accent: accentOf(clinic.accent),
    silent: t('chat-silent'),
    again: t('try-again'),
    net: phonesApart(t('safety-net')),
  }
}

function pageHeaders(request: HttpRequest, ancestors: readonly string[]): Record<string, string> {
  // Not every browser counts a WebSocket to the same host as 'self'.
  const socket = request.origin.replace(/^http/, 'ws')
  const policy = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'connect-src': `'self' ${socket}`,
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': ancestors.join(' ') || "'none'",
  }
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': Object.entries(policy)
      .map((parts) => parts.join(' '))
      .join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    ...(ancestors.length === 0 && { 'x-frame-options': 'DENY' }),
  }
}
