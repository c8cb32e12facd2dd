import type { HttpReply } from '../../http/route.ts'
import type { Language } from '../language.ts'
import { escape, phones } from '../written/sheet.ts'
import type { Fault } from './read.ts'

/** What every page has around it. */
export interface Frame {
  readonly language: Language
  readonly clinicName: string
  readonly demo: boolean
  readonly pilot: boolean
  /** Of the sitting that this browser holds, for the form that leaves it. */
  readonly token?: string | undefined
  /** On the clinic's tablet: the way to end, and what clears it. */
  readonly tablet?:
    { readonly head: string; readonly exit: string; readonly body: string } | undefined
  /** For whoever of the clinic holds the tablet: no ways out, no way back. */
  readonly bare?: boolean
}

export interface Page {
  /** What a browser's history may tell to anybody: no question, no treatment, no clinic. */
  readonly title: string
  readonly main: string
  /** Where *Back* goes; nowhere without it. */
  readonly back?: string | undefined
  readonly aside?: string | undefined
  readonly faults?: readonly Fault[] | undefined
  /** Goes there by itself. */
  readonly refresh?: { readonly seconds: number; readonly to: string }
}

export const ROOT = '/pages'
export const NEUTRAL = 'https://www.bbc.co.uk'
export const STYLES = `${ROOT}/pages.css`

export function pageHtml(
  frame: Frame,
  { title, main, back, aside = '', faults = [], refresh }: Page,
): string {
  const { language, tablet, bare } = frame
  const t = (key: string) => escape(language.t(key))
  const prefix = faults.length > 0 ? `${t('pages-error-prefix')} ` : ''
  return `<!doctype html>
<html lang="${escape(language.locale)}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${prefix}${escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${STYLES}">
${refreshTo(refresh)}${tablet?.head ?? ''}</head>
<body>
<a class="skip" href="#main">${t('pages-skip')}</a>
${top(frame)}
<div class="page">
${back === undefined ? '' : `<nav aria-label="${t('pages-back')}"><a class="back" href="${back}">${t('pages-back')}</a></nav>`}
<main id="main" tabindex="-1">
${summary(faults, language)}
${main}
</main>
${aside}
<footer>
<p>${phones(language.t('safety-net'))}</p>
${bare || tablet ? '' : `<p class="hint">${t('exit-note')}</p>`}
</footer>
</div>
${tablet?.body ?? ''}
</body>
</html>
`
}

const refreshTo = (refresh: Page['refresh']): string =>
  refresh ? `<meta http-equiv="refresh" content="${refresh.seconds};url=${refresh.to}">\n` : ''

function top({ language, clinicName, demo, pilot, token, tablet, bare }: Frame): string {
  const t = (key: string) => escape(language.t(key))
  const notices = [demo && 'demo-notice', pilot && 'pilot-notice'].filter((key) => key !== false)
  const leave = `<form method="post" action="${ROOT}/exit">${hidden({ token: token ?? '' })}<button class="exit">${t('exit-this-page')}</button></form>`
  const ways = `<div class="ways-out">
<a class="button quiet" href="${ROOT}/help">${t('need-help-now')}</a>
${tablet?.exit ?? leave}
</div>`
  return `<header>
${notices.map((key) => `<p class="ribbon">${t(key)}</p>`).join('\n')}
<div class="bar">
<p class="clinic">${escape(clinicName)}</p>
${bare ? '' : ways}
</div>
</header>`
}

/** All that is wrong, each with a link to where. */
function summary(faults: readonly Fault[], { t }: Language): string {
  if (faults.length === 0) return ''
  const items = faults.map(
    ({ words, field }) => `<li><a href="#${escape(field)}">${escape(t(words))}</a></li>`,
  )
  return `<div class="problem" role="alert" tabindex="-1" autofocus>
<h2>${escape(t('pages-problem'))}</h2>
<ul>${items.join('')}</ul>
</div>`
}

export function hidden(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value)}">`)
    .join('')
}

export function reply(
  body: string,
  { status = 200, cookies = [] }: { status?: number; cookies?: readonly string[] } = {},
): HttpReply {
  const policy = [
    ...["default-src 'none'", "style-src 'self'", "script-src 'self'", 'img-src data:'],
    // Leaving goes by a form, to a page that is not ours.
    `form-action 'self' ${NEUTRAL}`,
    ...["connect-src 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
  ]
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'x-robots-tag': 'noindex, nofollow',
    'cache-control': 'no-store',
    ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}),
  }
  return { status, headers, body }
}

/** After every form, so that loading a page again sends nothing again. */
export function goTo(location: string, cookies: readonly string[] = []): HttpReply {
  const headers = { location, 'cache-control': 'no-store' }
  return {
    status: 303,
    headers: cookies.length > 0 ? { ...headers, 'set-cookie': cookies } : headers,
  }
}
