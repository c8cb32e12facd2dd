import { QUEUE_ORDER, type QueueItem } from '../../../bot/views/desk.ts'
import { html, type Markup, type Part } from '../html.ts'
import { KINDS } from '../words.ts'

/** What somebody wants to see of what waits. It names nobody, so that an address may hold it. */
export interface Filter {
  readonly kind?: QueueItem['kind']
  readonly mine?: true
  /** Treatment is planned within a week, or the day is over. */
  readonly soon?: true
}

const WEEK = 7 * 86_400_000

export function filterOf(query: Readonly<Record<string, string>>): Filter {
  const kind = QUEUE_ORDER.find((one) => one === query['kind'])
  return {
    ...(kind && { kind }),
    ...(query['whose'] === 'me' && { mine: true as const }),
    ...(query['due'] === 'soon' && { soon: true as const }),
  }
}

export function filtered(
  items: readonly QueueItem[],
  { kind, mine, soon }: Filter,
  me: string,
  now: string,
): readonly QueueItem[] {
  const until = Date.parse(now) + WEEK
  return items
    .filter((item) => kind === undefined || item.kind === kind)
    .filter((item) => !mine || item.assignee === me)
    .filter((item) => !soon || (item.due !== undefined && Date.parse(item.due) <= until))
}

export const isOn = (filter: Filter): boolean => Object.keys(filter).length > 0

/** Only kinds that wait now can be asked for; and how much of it all is shown is always said. */
export function filterForm(filter: Filter, all: readonly QueueItem[], shown: number): Part {
  const kinds = QUEUE_ORDER.filter((kind) => all.some((item) => item.kind === kind))
  if (all.length < 2 && !isOn(filter)) return undefined
  const form = html`<form method="get" action="/desk" class="filter" aria-label="Narrow the list">
    ${choice('kind', 'What', [
      ['', 'Everything', filter.kind === undefined],
      ...kinds.map((kind) => [kind, KINDS[kind], kind === filter.kind] as const),
    ])}
    ${choice('whose', 'Whose', [
      ['', 'Everybody’s', !filter.mine],
      ['me', 'Mine, by name', filter.mine === true],
    ])}
    ${choice('due', 'Due', [
      ['', 'Any day', !filter.soon],
      ['soon', 'Within a week, or over', filter.soon === true],
    ])}
    <button>Show</button>
  </form>`
  return html`<details class="act narrowing" ${isOn(filter) && html`open`}>
      <summary>Narrow the list</summary>
      ${form}
    </details>
    ${
      isOn(filter) &&
      html`<p role="status">${shown} of ${all.length} shown. <a href="/desk">Show all</a></p>`
    }`
}

export type Choice = readonly [value: string, label: string, chosen: boolean]

export function choice(name: string, label: string, options: readonly Choice[]): Markup {
  return html`<p class="field">
    <label for="filter-${name}">${label}</label>
    <select id="filter-${name}" name="${name}">
      ${options.map(
        ([value, text, chosen]) =>
          html`<option value="${value}" ${chosen && html`selected`}>${text}</option>`,
      )}
    </select>
  </p>`
}
