import type { Block, Page, Section } from '../../views/page.ts'

const STYLE = `
:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}
body{margin:0 auto;max-width:44rem;padding:1rem}
h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem;border-bottom:2px solid}h3{margin:1.75rem 0 .25rem}
p{margin:.35rem 0;overflow-wrap:anywhere}
.notice{border-left:.3rem solid;padding:.5rem 1rem;margin:1rem 0}
.words{white-space:pre-wrap;border-left:.2rem solid #888;padding-left:.75rem;margin:.5rem 0}
.small{font-size:.85rem;opacity:.8}
dl{display:grid;grid-template-columns:minmax(8rem,1fr) 3fr;gap:.25rem 1rem;margin:.5rem 0}
dt{font-weight:600}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
img{max-width:100%;height:auto}
@media(max-width:30rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}
@media print{h3{break-after:avoid}.words,dl{break-inside:avoid}}
`

/** A page that needs nothing but itself: no script, nothing from elsewhere. */
export function htmlOf({ language, title, from, notices, sections }: Page): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${from.map((line) => paragraph('', line)).join('\n')}
${notices.map((line) => paragraph('notice', line)).join('\n')}
${sections.map(sectionOf).join('\n')}
</main>
</body>
</html>
`
}

function sectionOf({ title, blocks }: Section): string {
  return `<section>\n<h2>${escaped(title)}</h2>\n${blocks.map(blockOf).join('\n')}\n</section>`
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${isolated(block.text)}</h3>`
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${isolated(item)}</li>`).join('\n')}\n</ul>`
    case 'pairs':
      return `<dl>\n${block.pairs.map(pairOf).join('\n')}\n</dl>`
    case 'drawing':
      return `<img alt="${escaped(block.shows)}" src="data:image/svg+xml;base64,${base64(block.svg)}">`
    default:
      return paragraph(block.kind === 'text' ? '' : block.kind, block.text)
  }
}

const pairOf = ([term, value]: readonly [string, string]): string =>
  `<dt>${isolated(term)}</dt><dd>${isolated(value)}</dd>`

const paragraph = (kind: string, text: string): string =>
  `<p${kind === '' ? '' : ` class="${kind}"`}>${isolated(text)}</p>`

/** As a picture of its own: several drawings on one page would share their names. */
const base64 = (svg: string): string => Buffer.from(svg, 'utf8').toString('base64')

/** What people type may run the other way: it must not turn the words around it. */
const isolated = (text: string): string => `<bdi>${escaped(text)}</bdi>`

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one)
}
