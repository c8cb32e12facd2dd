import { dirOf, type Language } from '../language.ts'
import { linesOf } from '../lines.ts'
import { linked } from '../phones.ts'
import { COLOURS } from './palette.ts'

/** The page a patient's browser gets. It holds words and contacts, and nothing of anybody's answers. */
export interface WidgetClinic {
  readonly name: string
  readonly phone: string
  readonly outOfHours: { readonly name: string; readonly phone: string }
  readonly crisisLines: readonly {
    readonly name: string
    readonly phone: string
    readonly when: string
  }[]
  readonly accent?: string | undefined
}

export interface Wording {
  readonly ui: Readonly<Record<string, string>>
  readonly clinic: WidgetClinic
  readonly locale: string
  /** The others that may be chosen, each named in itself. */
  readonly others?: readonly Pick<Language, 'locale' | 'name' | 'dir'>[]
  readonly demo: boolean
  readonly pilot: boolean
  /** Where the script and the styles are, digest and all: `/widget/app/3f…`. */
  readonly assets: string
}

export interface Given {
  /** For somebody who came by a link: the new sitting's token, in the page and nowhere else. */
  readonly token?: string | undefined
  readonly site?: string | undefined
  readonly embedded: boolean
}

const NEUTRAL = 'https://www.bbc.co.uk/weather'

export function appPage(wording: Wording, given: Given): string {
  const { locale, assets } = wording
  const t = escaped(wording)
  return `<!doctype html>
<html lang="${escape(locale)}" dir="${dirOf(locale)}"${given.embedded ? ' class="embedded"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${t('page-title')}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${assets}/app.css">
<script type="application/json" id="page">${dataOf(wording, given)}</script>
<script type="module" src="${assets}/app.js"></script>
</head>
<body>
${top(wording)}
<div class="page">
<main aria-label="${t('chat-title')}">
${chat(t)}
${help(wording)}
${answers(t)}
</main>
${aside(t, languages(wording, given))}
</div>
<p id="lost" role="status"></p>
<div id="spoken" class="unseen" aria-live="polite"></div>
</body>
</html>
`
}

type Speak = (key: string) => string

/** The screen's own words as plain text, with the clinic in them. A key without words shows itself. */
export function speaker(ui: Wording['ui'], clinic: WidgetClinic): Speak {
  const slots = slotsOf(clinic)
  return (key) =>
    (ui[key] ?? key).replace(/\{([a-z-]+)\}/g, (whole, name: string) => slots[name] ?? whole)
}

/** Words for the page, safe between tags and in attributes. */
function escaped({ ui, clinic }: Wording): Speak {
  const t = speaker(ui, clinic)
  return (key) => escape(t(key))
}

function slotsOf({ name, phone, outOfHours }: WidgetClinic): Record<string, string> {
  return {
    'clinic-name': name,
    'clinic-phone': phone,
    'out-of-hours-name': outOfHours.name,
    'out-of-hours-phone': outOfHours.phone,
  }
}

/** Labels that only the clinic’s own people read. */
const DESKS = /^(gate|fact)-/

function dataOf({ ui, clinic, locale }: Wording, { token, site, embedded }: Given): string {
  const own = Object.entries(ui).filter(([key]) => !DESKS.test(key))
  const data = {
    ui: Object.fromEntries(own),
    slots: slotsOf(clinic),
    site,
    token,
    embedded,
    locale,
  }
  return JSON.stringify(data).replaceAll('<', '\\u003c')
}

function top(wording: Wording): string {
  const t = escaped(wording)
  const notices = [wording.demo && 'demo-notice', wording.pilot && 'pilot-notice']
  const ribbon = notices.map((key) => (key ? `<p class="ribbon">${t(key)}</p>` : '')).join('')
  return `<header aria-label="${t('chat-title')}">
<a class="skip" href="#card">${t('skip-to-chat')}</a>
<a class="skip" id="exit-first" href="${NEUTRAL}" rel="noreferrer">${t('exit-this-page')}</a>
${ribbon}
<div class="bar">
<h1>${escape(wording.clinic.name)}</h1>
<div class="ways-out">
<a class="button" id="need-help" href="#help">${t('need-help-now')}</a>
<a class="button" id="exit" href="${NEUTRAL}" rel="noreferrer">${t('exit-this-page')}</a>
<progress id="progress" aria-label="${t('progress-label')}" hidden></progress>
</div>
</div>
</header>`
}

function chat(t: Speak): string {
  return `<section id="chat">
<h2 class="unseen">${t('chat-title')}</h2>
<ol id="history"></ol>
<div id="card" tabindex="-1"><p class="waiting">${t('writing')}</p>
<noscript><p>${linked(t('no-script'))}</p>
<p><a href="/pages" target="_top">${t('pages-instead')}</a></p></noscript></div>
</section>`
}

function help({ ui, clinic, ...wording }: Wording): string {
  const t = escaped({ ui, clinic, ...wording })
  const lines = linesOf(clinic, ui)
  const items = lines.map(
    (line) => `<li><strong>${escape(line.name)}</strong>
<a class="phone" href="tel:${escape(line.phone.replaceAll(' ', ''))}">${escape(line.phone)}</a>
<span>${escape(line.when)}</span></li>`,
  )
  return `<section id="help" hidden>
<h2 id="help-title" tabindex="-1">${t('need-help-now')}</h2>
<p>${t('help-intro')}</p>
${back(t)}
<ul class="lines">${items.join('\n')}</ul>
<p class="hint">${t('help-not-sent')}</p>
${back(t)}
</section>`
}

/** A link, as the one to here is: both work without JavaScript. */
function back(t: Speak): string {
  return `<a class="button back" href="#chat">${t('back-to-the-chat')}</a>`
}

function answers(t: Speak): string {
  return `<section id="answers" hidden>
<h2 id="answers-title" tabindex="-1">${t('check-your-answers')}</h2>
<dl id="given"></dl>
${back(t)}
</section>`
}

/** The same chat in another language, and the same questions without a chat. */
function languages({ others = [] }: Wording, { site, embedded }: Given): string {
  const links = others.map(({ locale, name, dir }) => {
    const query = new URLSearchParams({ ...(embedded && site && { site }), language: locale })
    return `<a href="?${escape(query.toString())}" lang="${escape(locale)}" dir="${dir}">${escape(name)}</a>`
  })
  return links.length > 0 ? `<p class="languages">${links.join(' ')}</p>` : ''
}

function aside(t: Speak, others: string): string {
  return `<aside aria-label="${t('tools')}">
<div class="tools" id="tools" hidden>
<button type="button" id="see-answers" hidden>${t('your-answers')}</button>
<button type="button" id="ask-for-a-person" hidden>${t('ask-for-a-person')}</button>
<button type="button" id="stop" hidden>${t('stop')}</button>
<button type="button" id="continue-later" hidden>${t('continue-later')}</button>
<button type="button" id="summary" hidden>${t('summary')}</button>
<form id="receipt" method="post" action="/receipt" target="_blank" rel="noopener noreferrer" hidden>
<input type="hidden" name="token"><button>${t('receipt-open')}</button></form>
${easier(t)}
</div>
<p class="net">${linked(t('safety-net'))}</p>
${others}
<p class="hint"><a href="/pages" target="_top">${t('pages-instead')}</a></p>
<p class="hint">${t('exit-note')} <span class="keys">${t('exit-keys')}</span></p>
</aside>`
}

/** What somebody may set for themselves. With no colours chosen, the device decides. */
function easier(t: Speak): string {
  const colours = ['', ...COLOURS].map(
    (
      name,
    ) => `<div class="tick"><input type="radio" name="colours" id="colours-${name}" value="${name}"${name ? '' : ' checked'}>
<label for="colours-${name}">${t(`colours-${name || 'device'}`)}</label></div>`,
  )
  return `<details id="easier"><summary>${t('making-it-easier')}</summary>
<div class="easier">
<button type="button" id="large" aria-pressed="false">${t('large-text')}</button>
<button type="button" id="aloud" aria-pressed="false" hidden>${t('read-aloud')}</button>
<p class="hint" id="aloud-told" role="status"></p>
<fieldset><legend>${t('colours')}</legend>
${colours.join('\n')}</fieldset>
</div></details>`
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
