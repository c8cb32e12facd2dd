import type { CaseView, PathLine } from '../../../bot/views/desk.ts'
import { html, type Markup, type Part } from '../html.ts'
import { clockTime, dayName, named } from '../words.ts'
import { pathOf } from './scene.ts'

/** What happened, the earliest first: when, who, and in a few words what. */
export function timelineBody({ who, consultation, path }: CaseView): Part {
  const moments = gathered(path.toReversed())
  const days = Map.groupBy(moments, ({ at }) => dayName(at))
  return html`<p class="crumb"><a href="${pathOf(consultation)}">Back to the consultation</a></p>
    <h1>What happened, with <bdi>${who}</bdi></h1>
    <p class="lede">
      From the record, the earliest first. What was answered is in the record itself.
    </p>
    ${[...days].map(([day, all]) => dayOf(day, all))}`
}

interface Moment extends PathLine {
  /** One line for many of the same kind by the same person, one after the other. */
  readonly more: readonly PathLine[]
  readonly begins?: string
}

const ANSWERED = /^Answered: /

/** Answers that follow each other are one moment; a stage is named when it begins. */
function gathered(lines: readonly PathLine[]): readonly Moment[] {
  const moments: Moment[] = []
  lines.forEach((line, at) => {
    const before = moments.at(-1)
    const begins = line.stage !== lines[at - 1]?.stage ? { begins: line.stage } : {}
    const joins =
      before && ANSWERED.test(line.what) && ANSWERED.test(before.what) && before.who === line.who
    if (joins && dayName(before.at) === dayName(line.at) && !('begins' in begins))
      moments.splice(-1, 1, { ...before, more: [...before.more, line] })
    else moments.push({ ...line, ...begins, more: [] })
  })
  return moments
}

function dayOf(day: string, moments: readonly Moment[]): Markup {
  return html`<section class="card" aria-label="${day}">
    <h2>${day}</h2>
    <ol class="timeline">
      ${moments.map(moment)}
    </ol>
  </section>`
}

function moment({ at, who, what, side, more, begins }: Moment): Markup {
  const until = clockTime(more.at(-1)?.at ?? at)
  return html`<li class="${side}">
    <p class="time">
      <time datetime="${at}">${clockTime(at)}</time>${until !== clockTime(at) && ` to ${until}`}
    </p>
    <div>
      ${begins !== undefined && html`<p class="stage">${named(begins)} begins</p>`}
      <p>${side === 'clinic' && html`<span class="side">Clinic</span> `}<bdi>${who}</bdi></p>
      ${more.length === 0 ? html`<p>${what}</p>` : answers(what, more)}
    </div>
  </li>`
}

function answers(what: string, more: readonly PathLine[]): Markup {
  const all = [what, ...more.map((one) => one.what)].map((one) => one.replace(ANSWERED, ''))
  return html`<details>
    <summary>Answered ${all.length} questions</summary>
    <ul class="plain">
      ${all.map((one) => html`<li>${one}</li>`)}
    </ul>
  </details>`
}
