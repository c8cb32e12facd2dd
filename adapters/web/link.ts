import type { Chance, Claim, Sittings } from '../../bot/ports.ts'
import type { HttpReply, HttpRequest, Route } from '../http/route.ts'
import { type Language, languageAsked, languageOf } from './language.ts'
import { linked } from './phones.ts'

/** What a page is put together from; everything is safe HTML already. */
export interface PageParts {
  readonly title: string
  readonly body: string
  readonly language: Pick<Language, 'locale' | 'dir'>
  /** For a style or script of the page's own. */
  readonly nonce: string
}

const NEUTRAL = 'https://www.bbc.co.uk/weather'

export const LINK_WORDS = [
  'link-exit',
  'link-title',
  'link-lead',
  'link-continue',
  'pages-instead',
  'pages-instead-lead',
  'link-gone-title',
  'link-gone',
  'link-gone-phone',
] as const

export interface LinkOptions {
  readonly sittings: Pick<Sittings, 'redeem' | 'take' | 'peek'>
  readonly tokenFor: (claim: Claim) => Promise<string>
  /** The chat itself, with the token in the page and nowhere else. */
  readonly app: (
    request: HttpRequest,
    given: { readonly token: string; readonly language?: string },
  ) => HttpReply
  /** The same consultation as pages, for a browser that runs no script and for whoever prefers them. */
  readonly enter: (claim: Claim, language?: string) => Promise<HttpReply>
  /** The usual one first, in which there is all that LINK_WORDS names. */
  readonly languages: readonly Language[]
  readonly page: (parts: PageParts) => string
  readonly chance: Chance
}

/**
 * One-use links. A mail scanner or a curious hand that opens one learns nothing and uses nothing
 * up: the page is the same for a link that is good, used or made up, until *Continue* is pressed. So
 * its language is the browser's wish, and nobody's that the link may be for.
 */
export function createLinkRoutes(options: LinkOptions): Route[] {
  const { sittings, languages } = options
  refuseWithout(languageOf(languages).ui)
  const show = shower(options)
  const gone = (request: HttpRequest) => show(request, 410, 'link-gone-title', goneOf)
  return [
    {
      method: 'GET',
      path: '/c/:secret',
      handle: async (request) => show(request, 200, 'link-title', doorOf),
    },
    {
      method: 'POST',
      path: '/c/:secret',
      body: 'form',
      handle: async (request) => {
        const secret = request.params.secret ?? ''
        // What is for the clinic's tablet is for nothing else, and is not used up here.
        if ((await sittings.peek(secret)) === 'tablet') return gone(request)
        const claim = await sittings.redeem(secret, 'widget')
        if (!claim) return gone(request)
        return begin(options, request, claim)
      },
    },
  ]
}

/** Shows a page in the language that the browser asks for, with the others at hand. */
function shower({ page, languages, chance }: LinkOptions) {
  return (
    request: HttpRequest,
    status: number,
    title: (typeof LINK_WORDS)[number],
    body: (say: Say, others: readonly Language[]) => string,
  ): HttpReply => {
    const nonce = Buffer.from(chance.bytes(16)).toString('base64')
    const language = languageAsked(languages, request)
    const say: Say = (key) => escape(language.t(key))
    const exit = `<p class="exit"><a href="${NEUTRAL}" rel="noreferrer">${say('link-exit')}</a></p>`
    const others = languages.filter((one) => one !== language)
    const parts = { title: say(title), body: exit + body(say, others), language, nonce }
    return { status, headers: headersWith(nonce), body: page(parts) }
  }
}

type Say = (key: (typeof LINK_WORDS)[number]) => string

/** In the chat or on the pages, and in the language whose button was pressed. */
async function begin(
  { sittings, tokenFor, app, enter, chance }: LinkOptions,
  request: HttpRequest,
  claim: Claim,
): Promise<HttpReply> {
  const { pages, language } = (request.body ?? {}) as Readonly<Record<string, unknown>>
  const chosen = typeof language === 'string' ? { language } : {}
  if (pages) return enter(claim, chosen.language)
  if (chosen.language) await sittings.take(claim, { key: chance.id(), value: chosen })
  return app(request, { token: await tokenFor(claim), ...chosen })
}

const goneOf = (say: Say): string =>
  `<p>${say('link-gone')}</p>\n<p>${linked(say('link-gone-phone'))}</p>`

function doorOf(say: Say, languages: readonly Language[]): string {
  const others = languages.map(
    ({ locale, name, dir }) =>
      `<button class="other" name="language" value="${escape(locale)}" lang="${escape(locale)}" dir="${dir}">${escape(name)}</button>`,
  )
  return `<p>${say('link-lead')}</p>
<form method="post">${WITHOUT_SCRIPTS}<button type="submit">${say('link-continue')}</button>
${others.join('\n')}
<p class="instead"><button class="plain" name="pages" value="yes">${say('pages-instead')}</button><br>
${say('pages-instead-lead')}</p></form>`
}

/** Only where no script runs is this a field, and then *Continue* leads to the pages. */
const WITHOUT_SCRIPTS = '<noscript><input type="hidden" name="pages" value="yes"></noscript>'

function refuseWithout(words: Language['ui']): void {
  const missing = LINK_WORDS.filter((key) => words[key] === undefined)
  if (missing.length > 0) throw new RangeError(`Words are missing: ${missing.join(', ')}`)
}

function headersWith(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'x-robots-tag': 'noindex, nofollow',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  }
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
