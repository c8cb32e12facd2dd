import type { RecordLine } from '../../../bot/views/desk.ts'
import { html, type Markup, type Part } from '../html.ts'
import { named } from '../words.ts'

type Transition = RecordLine['transitions'][number]
type Guard = Transition['guards'][number]

/** One step of a pathway, with every guard that was asked on the way. */
export function transition({ pathway, from, event, to, carried, guards }: Transition): Markup {
  return html`<div class="step">
    <p>
      <strong>${named(pathway)}</strong> <code>${pathway}</code>: from
      <strong>${named(from).toLowerCase()}</strong> to <strong>${named(to).toLowerCase()}</strong>
      <span class="hint"
        >on <q>${event}</q>${carried && ', an answer carried over from before'}</span
      >
    </p>
    ${list(guards)}
  </div>`
}

function list(guards: readonly Guard[]): Part {
  if (guards.length === 0) return undefined
  return html`<ul class="guards">
    ${guards.map(
      ({ guard, held, authority, clauses }) =>
        html`<li>
          <p>
            <strong class="mark">${held ? 'Held' : 'Did not hold'}</strong> ${named(guard)}
            <span class="hint">· ${named(authority).toLowerCase()}</span>
          </p>
          <ul>
            ${clauses.map(
              ({ id, source, duty }) =>
                html`<li class="hint"><code>${id}</code> ${source} <em>(${duty})</em></li>`,
            )}
          </ul>
        </li>`,
    )}
  </ul>`
}
