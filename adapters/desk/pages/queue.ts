import { type FoundPerson, QUEUE_ORDER, type QueueItem } from '../../../bot/views/desk.ts'
import type { Kept } from '../fields.ts'
import { formOf, posted, textField } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import type { Colleague } from '../options.ts'
import { mayAsk } from '../permissions.ts'
import { mayInvite, type Session } from '../session.ts'
import { type Filter, filtered, filterForm, isOn } from './queue-filter.ts'
import { age, KINDS, named, ROLES, spoken, STATES } from '../words.ts'

export type Found = readonly FoundPerson[]

export interface Queue {
  readonly items: readonly QueueItem[]
  readonly filter: Filter
  readonly session: Session
  readonly people: readonly Colleague[]
  readonly now: string
  readonly mark: string
  /** Milliseconds that a demo's clock is ahead; nowhere else is there one to move. */
  readonly ahead: number | undefined
  readonly kept?: Kept | undefined
  readonly found?: Found | undefined
}

export function queueBody(queue: Queue): Part {
  const { session, found } = queue
  const items = filtered(queue.items, queue.filter, session.by.id, queue.now).toSorted(byOrder)
  const first = items.filter(comesFirst)
  const calm = items.filter((item) => !comesFirst(item))
  const mine = calm.filter(({ assignee }) => assignee === session.by.id)
  const others = calm.filter(({ assignee }) => assignee !== session.by.id)
  const none = isOn(queue.filter) ? 'Nothing of what you asked for.' : undefined
  const role = `For your role: ${ROLES[session.by.role].toLowerCase()}`
  return html`<div class="headline">
      <h1>What waits</h1>
      ${mayInvite(session) && html`<a class="button main" href="/desk/invite">Invite a patient</a>`}
    </div>
    <p role="status">
      <a id="queue-news" data-mark="${queue.mark}" href="/desk" class="news" hidden
        >Something has changed. Show what waits now.</a
      >
    </p>
    <div class="columns">
      <div>
        ${found && results(found)} ${filterForm(queue.filter, queue.items, items.length)}
        ${first.length > 0 && group('See to these first', '', first, queue)}
        ${group('For you', none ?? 'Nothing waits for you by name.', mine, queue)}
        ${group(role, none ?? 'Nothing else waits for your role.', others, queue)}
      </div>
      <div>
        ${search(queue)} ${mayCheckPosts(session) && posts(session)} ${rehearsals(session)}
        ${clock(queue)}
      </div>
    </div>`
}

const NEVER = '9999-12-31'

/** By what it is, then what is due first, then what has waited longest. */
function byOrder(a: QueueItem, b: QueueItem): number {
  const kinds = QUEUE_ORDER.indexOf(a.kind) - QUEUE_ORDER.indexOf(b.kind)
  const due = (a.due ?? NEVER).localeCompare(b.due ?? NEVER)
  return kinds || due || Date.parse(a.since) - Date.parse(b.since)
}

/** Somebody waits for a person, whoever is free. */
function comesFirst({ kind, urgent }: QueueItem): boolean {
  return urgent || kind === 'person-wanted'
}

const WEEK = 604_800_000

const ENDS: readonly QueueItem['kind'][] = ['withdrawn', 'refused-for-age', 'declined']

/** An end is read and then done with: a week later the search alone still finds it. */
export function stillShown(items: readonly QueueItem[], now: string): readonly QueueItem[] {
  const read = ({ since }: QueueItem) => Date.parse(now) - Date.parse(since) >= WEEK
  return items.filter((item) => !ENDS.includes(item.kind) || !read(item))
}

function group(title: string, none: string, items: readonly QueueItem[], queue: Queue): Markup {
  return html`<section class="card">
    <h2>${title} <span class="count">${items.length}</span></h2>
    ${
      items.length === 0
        ? html`<p class="hint">${none}</p>`
        : html`<ul class="queue">
            ${together(items).map((some) => line(some, queue))}
          </ul>`
    }
  </section>`
}

/** Several decisions about one person are one line: whoever opens it sees them all. */
function together(items: readonly QueueItem[]): readonly (readonly [QueueItem, ...QueueItem[]])[] {
  const lines = Map.groupBy(items, ({ consultation, kind, urgent, assignee }) =>
    [consultation, kind, urgent, assignee].join(' '),
  )
  return [...lines.values()].flatMap(([first, ...rest]) => (first ? [[first, ...rest]] : []))
}

function line(some: readonly [QueueItem, ...QueueItem[]], queue: Queue): Markup {
  const { session, people, now } = queue
  const [item, ...rest] = some
  const known = people.find(({ id }) => id === item.assignee)?.name ?? 'somebody else'
  const assigned = item.assignee === session.by.id ? 'For you' : html`With <bdi>${known}</bdi>`
  return html`<li class="${item.urgent ? 'urgent' : ''}">
    <p class="kind">${KINDS[item.kind]}</p>
    <div>
      <a href="/desk/c/${encodeURIComponent(item.consultation)}"><bdi>${item.who}</bdi></a>
      ${item.birthDate !== undefined && html`<p class="hint">Born ${spoken(item.birthDate)}</p>`}
      ${
        rest.length === 0
          ? html`<p>${item.what}</p>`
          : html`<ul class="plain">
              ${some.map(({ what }) => html`<li>${what}</li>`)}
            </ul>`
      }
      ${item.assignee !== undefined && html`<p class="hint">${assigned}</p>`}
    </div>
    <p class="age">
      ${item.urgent && html`<strong>Urgent.</strong> `}Waiting
      <time datetime="${item.since}" title="${spoken(item.since)}">${age(item.since, now)}</time>
      ${item.due !== undefined && due(item.due, now)}
    </p>
  </li>`
}

function due(day: string, now: string): Markup {
  const over = day < now.slice(0, 10)
  return html`<span class="due ${over && 'over'}"
    >${over ? 'Was due' : 'Due'} <time datetime="${day}">${spoken(day)}</time></span
  >`
}

/** Sent in the body, so that no name of a patient stays in an address or a log. */
function search({ session, kept }: Queue): Markup {
  const form = formOf('persons', kept)
  return html`<search class="card slim">
    ${posted(
      { action: '/desk/persons', token: session.token, form },
      html`<div class="row">
        ${textField(form, { name: 'query', label: 'Find a person', hint: 'A name, part of one, or a number of ours in full' })}
        <button>Find</button>
      </div>`,
    )}
    ${
      mayAsk('GET /desk/emergency', session.by.role) &&
      html`<p class="hint">
        <a href="/desk/emergency">Open a colleague’s consultation in an emergency</a>
      </p>`
    }
  </search>`
}

const mayCheckPosts = ({ by }: Session): boolean => mayAsk('POST /desk/check-a-post', by.role)

function posts({ token }: Session): Markup {
  return html`<section class="card slim">
    <h2>Posts</h2>
    <p>Is a post on social media fit to go out? A few questions, by the rules of your register.</p>
    ${posted(
      { action: '/desk/check-a-post', token, form: formOf('check-a-post') },
      html`<button>Check a post before it goes out</button>`,
    )}
  </section>`
}

function rehearsals({ by }: Session): Part {
  if (!mayAsk('GET /desk/rehearse', by.role)) return undefined
  return html`<section class="card slim">
    <h2>Rehearse</h2>
    <p>
      <a href="/desk/rehearse">Go through any questions with made-up answers</a>. Nothing is
      recorded.
    </p>
  </section>`
}

function results(found: Found): Markup {
  return html`<section class="card" aria-label="People found">
    <h2>People found <span class="count">${found.length}</span></h2>
    ${found.length === 0 && html`<p class="hint">Nobody by that name. Try a part of it.</p>`}
    <ul class="queue">
      ${found.map(
        (person) =>
          html`<li class="found">
            <a href="/desk/c/${encodeURIComponent(person.consultation)}"
              ><bdi>${person.name}</bdi></a
            >
            <p>${standing(person)}</p>
          </li>`,
      )}
    </ul>
  </section>`
}

function standing({ birthDate, stage, state }: Found[number]): string {
  const born = birthDate === undefined ? 'Date of birth not given' : `Born ${spoken(birthDate)}`
  const over = state !== undefined && state !== 'active' && STATES[state]
  return [born, over || (stage !== undefined && named(stage))].filter(Boolean).join(' · ')
}

const STEPS = [
  [3_600_000, '1 hour'],
  [86_400_000, '1 day'],
  [604_800_000, '1 week'],
] as const

function clock({ session, now, ahead }: Queue): Part {
  if (ahead === undefined) return undefined
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
