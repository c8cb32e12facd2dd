import type { WrittenPage } from '../../../bot/views/written.ts'
import { linked } from '../phones.ts'

export const WRITTEN_WORDS = [
  ...(['written-page', 'written-keep', 'written-digest', 'link-exit', 'link-gone-title'] as const),
  ...(['written-gone', 'demo-notice', 'pilot-notice'] as const),
] as const
type Key = (typeof WRITTEN_WORDS)[number]

/** A line at the top of a page that is for whoever hands it over, and is not printed. */
export interface Note {
  readonly words: string
  readonly back: { readonly href: string; readonly label: string }
}

const NEUTRAL = 'https://www.bbc.co.uk/weather'

/** One page to read, print or keep. Its title in the browser's history names no treatment. */
export function writtenHtml(page: WrittenPage, say: Record<Key, string>, note?: Note): string {
  const { title, sections, digest, safetyNet, mode, locale } = page
  const notice = { demo: say['demo-notice'], pilot: say['pilot-notice'], production: '' }[mode]
  return document(
    say['written-page'],
    locale,
    `${note ? '' : exit(say)}
<header class="screen">
${note ? backOf(note) : ''}
<p>${escape(note?.words ?? say['written-keep'])}</p>
</header>
<main>
${notice && `<p class="notice">${escape(notice)}</p>`}
<h1>${escape(title)}</h1>
<div class="sections">
${sections.map(sectionOf).join('\n')}
</div>
</main>
<footer>
<p>${phones(safetyNet)}</p>
<p class="digest">${escape(say['written-digest'].replace('{digest}', digest.slice(0, 16)))}</p>
</footer>`,
  )
}

/** For a sitting that is over, or that has nothing in writing. */
export function goneHtml(say: Record<Key, string>, locale: string): string {
  return document(
    say['link-gone-title'],
    locale,
    `${exit(say)}
<main><h1>${escape(say['link-gone-title'])}</h1><p>${phones(say['written-gone'])}</p></main>`,
  )
}

function document(title: string, locale: string, body: string): string {
  return `<!doctype html>
<html lang="${escape(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/written-information/written.css">
</head>
<body>
${body}
</body>
</html>
`
}

function sectionOf({ heading, paragraphs, list = [] }: WrittenPage['sections'][number]): string {
  const items = list.map((one) => `<li>${phones(one)}</li>`).join('\n')
  return `<section>
<h2>${escape(heading)}</h2>
${paragraphs.map((one) => `<p>${phones(one)}</p>`).join('\n')}
${items && `<ul>\n${items}\n</ul>`}
</section>`
}

const exit = (say: Record<Key, string>) =>
  `<nav class="exit screen"><a href="${NEUTRAL}" rel="noreferrer">${escape(say['link-exit'])}</a></nav>`

const backOf = ({ back }: Note) => `<p><a href="${escape(back.href)}">${escape(back.label)}</a></p>`

const phones = (text: string) => linked(escape(text))

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
