import type { HttpReply, HttpRequest, Route } from '../http/route.ts'
import { alsoIn, type Language, languageAsked } from './language.ts'
import { linesOf } from './lines.ts'
import type { PageParts } from './link.ts'
import { reply } from './written/posted.ts'
import { HERE } from './widget/routes.ts'
import { escape, NEUTRAL, phones } from './written/sheet.ts'

export interface ClosedOptions {
  readonly clinic: Parameters<typeof linesOf>[0]
  /** The usual one first. */
  readonly languages: readonly Language[]
  readonly page: (parts: PageParts) => string
}

/** Shown in the clinic's own site too: what its frame may be in, the frame's own headers say. */
const FRAMED = new Set(['/chat', '/widget/frame'])
/** Where a patient's answer, link or token would be taken. */
const TAKES = /^\/(c\/:secret|pages(\/(?!.*\.css).*)?|summary|written-information|receipt)$/
const CHAT = /^\/v3\/directline\//

/**
 * The patient's own addresses of a clinic that can take no answers now: whoever comes is told so
 * kindly, with whom to ring, and nothing that they bring is used up. In every language, since nobody knows whose.
 */
export function closedTo(routes: readonly Route[], options: ClosedOptions): Route[] {
  const html = (request: HttpRequest) => closedHtml(options, request)
  return routes.map((route) => {
    const { path } = route
    if (FRAMED.has(path))
      return { ...route, handle: (request) => framed(route, request, html(request)) }
    if (TAKES.test(path)) return { ...route, handle: async (request) => reply(503, html(request)) }
    return CHAT.test(path) ? { ...route, handle: async () => CLOSED } : route
  })
}

async function framed(route: Route, request: HttpRequest, html: string): Promise<HttpReply> {
  const usual = await route.handle(request)
  if (usual.status !== 200) return usual
  return { ...usual, status: 503, body: route.path === '/chat' ? html : html + TELLS_ITS_HOST }
}

/** Else the page around it would say, above what is told here, that nothing opens. */
const TELLS_ITS_HOST = `<script src="${HERE}"></script>`

const CLOSED: HttpReply = {
  status: 503,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify({
    error: { code: 'ReadOnly', message: 'The clinic cannot take answers at this moment.' },
  }),
}

function closedHtml({ clinic, languages, page }: ClosedOptions, request: HttpRequest): string {
  const language = languageAsked(languages, request)
  // Out of the frame as well, where it stands in the clinic's own page.
  const exit = `<p class="exit"><a href="${NEUTRAL}" target="_top" rel="noreferrer">${escape(language.t('link-exit'))}</a></p>`
  const others = alsoIn(
    languages,
    language,
    (one) => `<h2>${escape(one.t('closed-title'))}</h2>\n${closedIn(clinic, one)}`,
  )
  const title = escape(language.t('closed-title'))
  return page({
    title,
    body: `${exit}\n${closedIn(clinic, language)}\n${others}`,
    language,
    nonce: '',
  })
}

function closedIn(clinic: ClosedOptions['clinic'], { t, ui }: Language): string {
  const items = linesOf(clinic, ui).map(
    ({ name, phone, when }) =>
      `<li><strong>${escape(name)}</strong>: ${phones(phone)}, ${escape(when)}</li>`,
  )
  return `<p>${escape(t('closed-lead'))}</p>
<p>${escape(t('closed-ring'))}</p>
<ul>
${items.join('\n')}
</ul>`
}
