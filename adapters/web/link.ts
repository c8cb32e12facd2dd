import type { Chance, Claim, Sittings } from '../../bot/ports.ts'
import type { HttpReply, HttpRequest, Route } from '../http/route.ts'
import type { Language } from './language.ts'
import { linked } from './phones.ts'

/** What a page is put together from; everything is safe HTML already. */
export interface PageParts {
  readonly title: string
  readonly body: string
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
  /** The other languages, each named in itself. */
  readonly languages?: readonly Pick<Language, 'locale' | 'name' | 'dir'>[]
  readonly page: (parts: PageParts) => string
  /** Those that LINK_WORDS names, as plain text. */
  readonly words: Readonly<Record<string, string>>
  readonly chance: Chance
}

/**
 * One-use links. A mail scanner or a curious hand that opens one learns nothing and uses nothing
 * up: the page is the same for a link that is good, used or made up, until *Continue* is pressed.
 */
export function createLinkRoutes(options: LinkOptions): Route[] {
  const { sittings, page, words, chance } = options
  const say = speaker(words)

  const show = (status: number, title: string, body: string): HttpReply => {
    const nonce = Buffer.from(chance.bytes(16)).toString('base64')
    const exit = `<p class="exit"><a href="${NEUTRAL}" rel="noreferrer">${say('link-exit')}</a></p>`
    return { status, headers: headersWith(nonce), body: page({ title, body: exit + body, nonce }) }
  }
  const gone = () =>
    show(
      410,
      say('link-gone-title'),
      `<p>${say('link-gone')}</p>\n<p>${linked(say('link-gone-phone'))}</p>`,
    )

  return [
    {
      method: 'GET',
      path: '/c/:secret',
      handle: async () => show(200, say('link-title'), doorOf(say, options.languages)),
    },
    {
      method: 'POST',
      path: '/c/:secret',
      body: 'form',
      handle: async (request) => {
        const secret = request.params.secret ?? ''
        // What is for the clinic's tablet is for nothing else, and is not used up here.
        if ((await sittings.peek(secret)) === 'tablet') return gone()
        const claim = await sittings.redeem(secret, 'widget')
        if (!claim) return gone()
        return begin(options, request, claim)
      },
    },
  ]
}

type Say = ReturnType<typeof speaker>

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

function doorOf(say: Say, languages: LinkOptions['languages'] = []): string {
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

function speaker(words: LinkOptions['words']): (key: (typeof LINK_WORDS)[number]) => string {
  const missing = LINK_WORDS.filter((key) => words[key] === undefined)
  if (missing.length > 0) throw new RangeError(`Words are missing: ${missing.join(', ')}`)
  return (key) => escape(words[key] ?? '')
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
