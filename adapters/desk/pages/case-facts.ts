import type { CaseView, FactLine } from '../../../bot/views/desk.ts'
import { html, type Markup, type Part } from '../html.ts'
import { age, named, ROLES, when } from '../words.ts'
import { actForm, folded, pathOf, readsRecords, type Scene, section } from './scene.ts'

export function facts({ view }: Scene): Markup {
  const { facts } = view
  const own = facts.filter(({ clinical }) => clinical)
  const others = facts.filter(({ clinical }) => !clinical)
  const body =
    facts.length === 0
      ? html`<p class="hint">Nothing yet that you need to know.</p>`
      : folded(facts.length === 1 ? '1 fact' : `${facts.length} facts`, false, [
          own.length > 0 && html`<h3 class="kind">In the patient’s own words</h3>`,
          list(own),
          own.length > 0 && others.length > 0 && html`<h3 class="kind">Everything else</h3>`,
          list(others),
        ])
  return section('facts', 'What is known', body)
}

function list(facts: readonly FactLine[]): Part {
  return facts.length > 0 && html`<dl class="facts">${facts.map(fact)}</dl>`
}

function fact({ label, value, by, at }: FactLine): Markup {
  return html`<div>
    <dt>${label}</dt>
    <dd class="words">${value}</dd>
    <dd class="by"><bdi>${by}</bdi>, ${when(at)}</dd>
  </div>`
}

/** Restricted: the view holds none for those who may not read them. */
export function declines({ view }: Scene): Part {
  if (view.declines.length === 0) return undefined
  return section(
    'declines',
    'Why it was declined',
    html`<p class="hint">Restricted. The patient sees the same page for every decline.</p>
      <ul class="lines">
        ${view.declines.map(
          ({ by, at, reason, outcome }) =>
            html`<li>
              <div class="words">${reason}</div>
              <p class="hint">
                <bdi>${by}</bdi>, ${when(at)}${outcome !== undefined && html` · ${named(outcome)}`}
              </p>
            </li>`,
        )}
      </ul>`,
  )
}

export function waits({ view, now }: Scene): Part {
  if (view.waits.length === 0) return undefined
  return section(
    'waits',
    'Waits for others',
    html`<ul class="lines">
      ${view.waits.map(
        ({ pathway, role, since }) =>
          html`<li>
            <strong>${named(pathway)}</strong>: ${ROLES[role].toLowerCase()}
            <span class="hint">for ${age(since, now)}</span>
          </li>`,
      )}
    </ul>`,
    view.waits.length,
  )
}

/** What ended without an answer that lets it go on; asking once more is a clinician's to decide. */
export function again(scene: Scene): Part {
  const { again, offers } = scene.view
  if (again.length === 0 || !offers.includes('again')) return undefined
  return section(
    'again',
    'Ended waiting',
    html`<ul class="lines">
      ${again.map(
        ({ open, pathway, outcome }) =>
          html`<li>
            <p><strong>${pathway}</strong>: ${outcome.toLowerCase()}</p>
            ${actForm(scene, {
              act: 'again',
              key: open,
              hidden: { open },
              body: () => html`<button>Ask again: ${pathway}</button>`,
            })}
          </li>`,
      )}
    </ul>`,
    again.length,
  )
}

const RECENT = 8

/** The newest first; what is older waits folded away. */
export function path({ view, session }: Scene): Markup {
  const { path, consultation } = view
  const older = path.slice(RECENT)
  return section(
    'path',
    'The path taken',
    html`<p><a href="${pathOf(consultation, '/timeline')}">As a timeline, day by day</a></p>
      ${
        readsRecords(session.by) &&
        html`<p>
          <a href="${pathOf(consultation, '/record')}">The whole record, with its proof</a>
        </p>`
      }
      ${steps(path.slice(0, RECENT))}
      ${
        older.length > 0 &&
        html`<details>
          <summary>${older.length} earlier</summary>
          ${steps(older)}
        </details>`
      }`,
  )
}

function steps(lines: CaseView['path']): Markup {
  return html`<ol class="path" reversed>
    ${lines.map(
      ({ at, who, what }) =>
        html`<li>
          <p>${what}</p>
          <p class="hint"><bdi>${who}</bdi>, ${when(at)}</p>
        </li>`,
    )}
  </ol>`
}
