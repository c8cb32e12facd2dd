import type { DrawingLine } from '../../../bot/views/desk.ts'
import { html, type Markup, type Part } from '../html.ts'
import { pathOf, type Scene, section } from './scene.ts'

/** The statecharts, each folded away; a picture is fetched when somebody unfolds it. */
export function drawings({ view }: Scene): Part {
  const { drawings, consultation } = view
  if (drawings.length === 0) return undefined
  return section(
    'drawings',
    'The statecharts',
    html`<p class="hint">
        The stages and the gates between them, and where this consultation is. Then each question
        with its answers, and where they lead. The path taken is thick and numbered.
      </p>
      ${drawings.map((one) => drawing(consultation, one))}
      <script src="/desk/drawings.js" type="module"></script>`,
    drawings.length,
  )
}

function drawing(consultation: string, one: DrawingLine): Markup {
  return html`<details class="drawn">
    <summary>${titleOf(one)}</summary>
    ${!one.path && html`<p class="hint">The path is shown only to safeguarding and the auditor.</p>`}
    <p class="hint sideways">If it is wider than your screen, move it sideways.</p>
    ${[...Array(one.pages).keys()].map((at) => page(consultation, one, at + 1))}
  </details>`
}

function titleOf({ pathway, open, closed }: DrawingLine): string {
  const round = Number(open.split('#')[1] ?? 1)
  return `${pathway}${round > 1 ? `, round ${round}` : ''}${closed ? '' : ', still open'}`
}

function page(consultation: string, one: DrawingLine, number: number): Markup {
  const { open, pages, path } = one
  const rest = `/drawing/${encodeURIComponent(open)}/${number}`
  const source = pathOf(consultation, rest)
  const name = `${titleOf(one)}${pages > 1 ? `, page ${number} of ${pages}` : ''}`
  const says = `Flow chart: ${name}${path ? ', with the path taken' : ''}`
  return html`<div class="drawing" tabindex="0" role="region" aria-label="${name}">
      <img src="${source}" alt="${says}" loading="lazy" />
    </div>
    <p><a href="${source}">${name}, by itself: to read, print or keep</a></p>`
}
