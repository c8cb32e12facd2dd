import type { WrittenPage } from '../../../bot/views/written.ts'
import { backOf, document, escape, exit, type Note, phones } from './sheet.ts'

export const WRITTEN_WORDS = [
  ...(['written-page', 'written-keep', 'written-digest', 'link-exit', 'link-gone-title'] as const),
  ...(['written-gone', 'demo-notice', 'pilot-notice'] as const),
] as const
type Key = (typeof WRITTEN_WORDS)[number]

/** One page to read, print or keep. Its title in the browser's history names no treatment. */
export function writtenHtml(page: WrittenPage, say: Record<Key, string>, note?: Note): string {
  const { title, sections, digest, safetyNet, mode, locale } = page
  const notice = { demo: say['demo-notice'], pilot: say['pilot-notice'], production: '' }[mode]
  return document(
    say['written-page'],
    locale,
    `${note ? '' : exit(say['link-exit'])}
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
    `${exit(say['link-exit'])}
<main><h1>${escape(say['link-gone-title'])}</h1><p>${phones(say['written-gone'])}</p></main>`,
  )
}

function sectionOf({ heading, paragraphs, list = [] }: WrittenPage['sections'][number]): string {
  const items = list.map((one) => `<li>${phones(one)}</li>`).join('\n')
  return `<section>
<h2>${escape(heading)}</h2>
${paragraphs.map((one) => `<p>${phones(one)}</p>`).join('\n')}
${items && `<ul>\n${items}\n</ul>`}
</section>`
}
