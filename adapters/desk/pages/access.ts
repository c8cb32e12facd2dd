import type { ReadHow, ReadLine, ReadsAsked, ReadsView } from '../../../bot/views/reads.ts'
import { html, type Markup, type Part } from '../html.ts'
import { clockTime, dayName, ROLES } from '../words.ts'
import { pathOf } from './scene.ts'
import { type Choice, choice } from './queue-filter.ts'

/** How far back, in months. */
export const PERIODS = [
  [1, 'This month'],
  [3, 'Three months'],
  [12, 'A year'],
  [120, 'All that is kept'],
] as const

const HOW: Readonly<Record<ReadHow, string>> = {
  theirs: 'Theirs to read',
  'in-emergency': 'In an emergency',
  refused: 'Refused',
  search: 'By a search',
}

/** Who of the clinic read what: in days, the latest first, in sentences. */
export function accessBody(view: ReadsView, asked: ReadsAsked): Part {
  const { lines, all, one } = view
  const days = [...Map.groupBy(lines, ({ at }) => dayName(at))]
  return html`<div class="headline">
      <h1>
        ${one ? html`Who has read of <bdi>${one.of ?? 'somebody erased'}</bdi>` : 'Who read what'}
      </h1>
    </div>
    <p class="lede">
      Each page of a consultation that staff opened, what they were refused, and whom a search
      showed. What they did is in each record. That you read this is on it too.
    </p>
    ${filter(view, asked)}
    <p role="status">${saying(view, asked)}</p>
    ${days.map(([day, there]) => oneDay(day, there))} ${pages(view, asked)}
    ${
      all > 0 &&
      html`<p>
        <a href="/desk/access/csv${queryOf(asked)}" download>All of these as a CSV file</a>
        <span class="hint">Numbers of consultations, and no patient’s name.</span>
      </p>`
    }`
}

function filter({ staff, one }: ReadsView, asked: ReadsAsked): Markup {
  const { by, how, months, consultation } = asked
  // Somebody who read nothing in that time is still who was asked for.
  const known = staff.some(({ id }) => id === by) || by === undefined ? [] : [{ id: by, name: by }]
  const people = [...staff, ...known]
  return html`<form method="get" action="/desk/access" class="filter card" aria-label="Narrow it">
      ${consultation !== undefined && html`<input type="hidden" name="of" value="${consultation}" />`}
      ${choice('by', 'Who', [
        ['', 'Everybody', by === undefined],
        ...people.map(({ id, name }): Choice => [id, name, id === by]),
      ])}
      ${choice('how', 'How', [
        ['', 'Everything', how === undefined],
        ...Object.entries(HOW).map(([id, label]): Choice => [id, label, id === how]),
      ])}
      ${choice(
        'months',
        'How far back',
        PERIODS.map(([count, label]): Choice => [String(count), label, count === months]),
      )}
      <button>Show</button>
    </form>
    ${
      one &&
      html`<p>
        <a href="${pathOf(one.consultation)}">Back to the consultation</a> ·
        <a href="/desk/access">Of everybody</a>
      </p>`
    }`
}

function saying({ lines, all }: ReadsView, { from }: ReadsAsked): string {
  if (all === 0) return 'Nobody read anything of what you asked for.'
  if (lines.length === 0) return 'There are no more.'
  return lines.length === all
    ? `${all} in all.`
    : `${from + 1} to ${from + lines.length} of ${all}.`
}

function oneDay(day: string, lines: readonly ReadLine[]): Markup {
  return html`<section class="card">
    <h2>${day}</h2>
    <ul class="readings">
      ${lines.map(reading)}
    </ul>
  </section>`
}

function reading({ at, who, role, what, how, consultation, of }: ReadLine): Markup {
  return html`<li>
    <p class="time"><time datetime="${at}">${clockTime(at)}</time></p>
    <div>
      <p>
        <strong><bdi>${who}</bdi></strong
        >, ${ROLES[role].toLowerCase()}
      </p>
      <p>
        ${what}${
          consultation !== undefined &&
          html`: <a href="${pathOf(consultation)}"><bdi>${of ?? 'somebody erased since'}</bdi></a>`
        }
      </p>
    </div>
    ${how && how !== 'theirs' && html`<p class="mark ${how}">${HOW[how]}</p>`}
  </li>`
}

function pages({ lines, all }: ReadsView, asked: ReadsAsked): Part {
  const { from, most } = asked
  const at = Math.floor(from / most)
  const later = from > 0
  const earlier = from + lines.length < all && lines.length > 0
  if (!later && !earlier) return undefined
  return html`<nav class="row" aria-label="Pages">
    ${later && html`<a class="button" href="/desk/access${queryOf(asked, at - 1)}">Later</a>`}
    ${earlier && html`<a class="button" href="/desk/access${queryOf(asked, at + 1)}">Earlier</a>`}
  </nav>`
}

function queryOf({ by, how, months, consultation }: ReadsAsked, page = 0): string {
  const query = new URLSearchParams({
    ...(by !== undefined && { by }),
    ...(how && { how }),
    ...(consultation !== undefined && { of: consultation }),
    months: String(months),
    ...(page > 0 && { page: String(page) }),
  })
  return `?${query.toString()}`
}
