import type { Desk } from '../../../bot/ports.ts'
import type { QueueItem } from '../../../bot/views/desk.ts'
import type { Kept } from '../fields.ts'
import { formOf, posted, textField } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import type { Colleague } from '../options.ts'
import type { Session } from '../session.ts'
import { age, KINDS, ROLES, spoken } from '../words.ts'

export type Found = Awaited<ReturnType<Desk['persons']>>

export interface Queue {
  readonly items: readonly QueueItem[]
  readonly session: Session
  readonly people: readonly Colleague[]
  readonly now: string
  readonly mark: string
  /** Milliseconds that the demo's clock is ahead. */
  readonly ahead: number
  readonly kept?: Kept | undefined
  readonly found?: Found | undefined
}

export function queueBody(queue: Queue): Part {
  const { session, found } = queue
  const items = queue.items.toSorted(urgency)
  const urgent = items.filter((item) => item.urgent)
  const calm = items.filter((item) => !item.urgent)
  const mine = calm.filter(({ assignee }) => assignee === session.by.id)
  const others = calm.filter(({ assignee }) => assignee !== session.by.id)
  const role = `For your role: ${ROLES[session.by.role].toLowerCase()}`
  return html`<div class="headline">
      <h1>What waits</h1>
      <a class="button main" href="/desk/invite">Invite a patient</a>
    </div>
    <p role="status">
      <a id="queue-news" data-mark="${queue.mark}" href="/desk" class="news" hidden
        >Something has changed. Show what waits now.</a
      >
    </p>
    <div class="columns">
      <div>
        ${found && results(found)} ${urgent.length > 0 && group('Urgent', '', urgent, queue)}
        ${group('For you', 'Nothing waits for you by name.', mine, queue)}
        ${group(role, 'Nothing else waits for your role.', others, queue)}
      </div>
      <div>${search(queue)} ${clock(queue)}</div>
    </div>`
}

/** Most urgent first, then what has waited longest. */
function urgency(a: QueueItem, b: QueueItem): number {
  return Number(b.urgent) - Number(a.urgent) || Date.parse(a.since) - Date.parse(b.since)
}

function group(title: string, none: string, items: readonly QueueItem[], queue: Queue): Markup {
  return html`<section class="card">
    <h2>${title} <span class="count">${items.length}</span></h2>
    ${
      items.length === 0
        ? html`<p class="hint">${none}</p>`
        : html`<ul class="queue">
            ${items.map((item) => line(item, queue))}
          </ul>`
    }
  </section>`
}

function line(item: QueueItem, { session, people, now }: Queue): Markup {
  const known = people.find(({ id }) => id === item.assignee)?.name ?? 'somebody else'
  const assigned = item.assignee === session.by.id ? 'For you' : html`With <bdi>${known}</bdi>`
  return html`<li class="${item.urgent ? 'urgent' : ''}">
    <p class="kind">${KINDS[item.kind]}</p>
    <div>
      <a href="/desk/c/${encodeURIComponent(item.consultation)}"><bdi>${item.who}</bdi></a>
      <p>${item.what}</p>
      ${item.assignee !== undefined && html`<p class="hint">${assigned}</p>`}
    </div>
    <p class="age">
      ${item.urgent && html`<strong>Urgent.</strong> `}Waiting
      <time datetime="${item.since}" title="${spoken(item.since)}">${age(item.since, now)}</time>
    </p>
  </li>`
}

/** Sent in the body, so that no name of a patient stays in an address or a log. */
function search({ session, kept }: Queue): Markup {
  const form = formOf('persons', kept)
  return html`<search class="card slim">
    ${posted(
      { action: '/desk/persons', token: session.token, form },
      html`<div class="row">
        ${textField(form, { name: 'query', label: 'Find a person', hint: 'A name, or part of it' })}
        <button>Find</button>
      </div>`,
    )}
  </search>`
}

function results(found: Found): Markup {
  return html`<section class="card" aria-label="Persons found">
    <h2>Persons found <span class="count">${found.length}</span></h2>
    ${found.length === 0 && html`<p class="hint">Nobody by that name. Try a part of it.</p>`}
    <ul class="queue">
      ${found.map(
        (person) =>
          html`<li class="found">
            <a href="/desk/c/${encodeURIComponent(person.consultation)}"
              ><bdi>${person.name}</bdi></a
            >
            ${person.birthDate !== undefined && html`<p>Born ${spoken(person.birthDate)}</p>`}
          </li>`,
      )}
    </ul>
  </section>`
}

const STEPS = [
  [3_600_000, '1 hour'],
  [86_400_000, '1 day'],
  [604_800_000, '1 week'],
] as const

function clock({ session, now, ahead }: Queue): Markup {
  return html`<section class="card slim demo-only">
    <h2>Demo clock</h2>
    <p>
      It is
      <strong>${spoken(now)}</strong> here${ahead > 0 && `, ahead of the wall by ${hours(ahead)}`}.
      It only goes forward, and each record says by how much.
    </p>
    ${posted(
      { action: '/desk/clock', token: session.token, form: formOf('clock') },
      html`<div class="row">
        ${STEPS.map(
          ([by, label]) => html`<button name="by" value="${by}">Go on by ${label}</button>`,
        )}
      </div>`,
    )}
  </section>`
}

function hours(milliseconds: number): string {
  return age('1970-01-01T00:00:00.000Z', new Date(milliseconds).toISOString())
}
