import type { Chance, Claim, Sittings } from '../../bot/ports.ts'
import type { HttpReply, HttpRequest, Route } from '../http/route.ts'
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
  readonly sittings: Pick<Sittings, 'redeem'>
  readonly tokenFor: (claim: Claim) => Promise<string>
  /** The chat itself, with the token in the page and nowhere else. */
  readonly app: (request: HttpRequest, given: { readonly token: string }) => HttpReply
  /** The same consultation as pages, for a browser that runs no script and for whoever prefers them. */
  readonly enter: (claim: Claim) => Promise<HttpReply>
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
  const { sittings, tokenFor, app, enter, page, words, chance } = options
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
      handle: async () => show(200, say('link-title'), doorOf(say)),
    },
    {
      method: 'POST',
      path: '/c/:secret',
      body: 'form',
      handle: async (request) => {
        const claim = await sittings.redeem(request.params.secret ?? '', 'widget')
        if (!claim) return gone()
        const { pages } = (request.body ?? {}) as { readonly pages?: unknown }
        return pages ? enter(claim) : app(request, { token: await tokenFor(claim) })
      },
    },
  ]
}

type Say = ReturnType<typeof speaker>

const doorOf = (say: Say): string => `<p>${say('link-lead')}</p>
<form method="post">${WITHOUT_SCRIPTS}<button type="submit">${say('link-continue')}</button>
<p class="instead"><button class="plain" name="pages" value="yes">${say('pages-instead')}</button><br>
${say('pages-instead-lead')}</p></form>`

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
