import type { Block, Section } from '../../../bot/views/page.ts'
import type { SummaryPage } from '../../../bot/views/summary.ts'
import { backOf, document, escape, exit, type Note, phones } from '../written/sheet.ts'

export const SUMMARY_WORDS = [
  ...(['summary-page', 'summary-keep', 'summary-digest', 'summary-none', 'summary-gone'] as const),
  ...(['link-exit', 'demo-notice', 'pilot-notice'] as const),
] as const
export type SummaryWords = Record<(typeof SUMMARY_WORDS)[number], string>

/** What was talked about. Its title in the browser's history names no treatment. */
export function summaryHtml(page: SummaryPage, say: SummaryWords, note?: Note): string {
  const { title, from, sections, digest, safetyNet, mode, locale } = page
  const notice = { demo: say['demo-notice'], pilot: say['pilot-notice'], production: '' }[mode]
  return document(
    say['summary-page'],
    locale,
    `${note ? '' : exit(say['link-exit'])}
<header class="screen">
${note ? backOf(note) : ''}
<p>${escape(note?.words ?? say['summary-keep'])}</p>
</header>
<main>
${notice && `<p class="notice">${escape(notice)}</p>`}
<h1>${escape(title)}</h1>
${from.map((line) => `<p>${phones(line)}</p>`).join('\n')}
<div class="sections long">
${sections.map(sectionOf).join('\n')}
</div>
</main>
<footer>
<p>${phones(safetyNet)}</p>
<p class="digest">${escape(say['summary-digest'].replace('{digest}', digest.slice(0, 16)))}</p>
</footer>`,
  )
}

/** For a sitting that is over, and for one that did not choose to see it. */
export function noSummaryHtml(say: SummaryWords, locale: string): string {
  return document(
    say['summary-none'],
    locale,
    `${exit(say['link-exit'])}
<main><h1>${escape(say['summary-none'])}</h1><p>${phones(say['summary-gone'])}</p></main>`,
  )
}

const sectionOf = ({ title, blocks }: Section): string =>
  `<section>\n<h2>${escape(title)}</h2>\n${blocks.map(blockOf).join('\n')}\n</section>`

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${isolated(block.text)}</h3>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${isolated(item)}</li>`).join('\n')}</ul>`
    case 'pairs':
      return `<dl>${block.pairs.map(([term, text]) => `<dt>${escape(term)}</dt><dd>${isolated(text)}</dd>`).join('\n')}</dl>`
    case 'drawing':
      return ''
    default:
      return `<p${block.kind === 'text' ? '' : ` class="${block.kind}"`}>${isolated(block.text)}</p>`
  }
}

/** What people type may run the other way: it must not turn the words around it. */
const isolated = (text: string): string => `<bdi>${phones(text)}</bdi>`
