import type { Kept } from '../fields.ts'
import { checkboxes, dateField, type Form, formOf, posted, radios, textArea } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import type { Rehearsable, Rehearsed } from '../options.ts'
import { named, ROLES } from '../words.ts'

const pathTo = (pathway: string): string => `/desk/rehearse/${encodeURIComponent(pathway)}`

/** All that can be rehearsed, by who is asked. */
export function rehearsalsBody(all: readonly Rehearsable[]): Part {
  const byRole = [...Map.groupBy(all, ({ role }) => role)]
  return html`<h1>Rehearse</h1>
    <p class="lede">
      Go through any questions with made-up answers, as often as you like. Nothing is recorded, and
      nobody’s data are in it.
    </p>
    <div class="rehearsals">
      ${byRole.map(
        ([role, some]) =>
          html`<section class="card" aria-label="${ROLES[role]}">
            <h2>
              ${role === 'patient' ? 'Asked of the patient' : `For the ${ROLES[role].toLowerCase()}`}
            </h2>
            <ul class="plain">
              ${some.map(
                ({ pathway }) => html`<li><a href="${pathTo(pathway)}">${named(pathway)}</a></li>`,
              )}
            </ul>
          </section>`,
      )}
    </div>`
}

/** Every page of it says what it is: it must never be taken for a record. */
export function rehearsalBody(walk: Rehearsed, token: string, kept?: Kept): Part {
  const { pathway, spoken, ended, count } = walk
  const answers = `${count} made-up ${count === 1 ? 'answer' : 'answers'}`
  return html`<div class="behind" aria-hidden="true">REHEARSAL</div>
    <p class="crumb"><a href="/desk/rehearse">Other rehearsals</a></p>
    <h1>${named(pathway)}</h1>
    <p class="panel quiet">
      <strong>Rehearsal.</strong> Made-up answers only: nothing is recorded.
    </p>
    <section class="card narrow" aria-label="${named(pathway)}, a rehearsal">
      <div class="words">${spoken[0]?.text ?? 'There are no words for this yet.'}</div>
      ${
        ended
          ? html`<p class="after"><strong>It ends here</strong>, after ${answers}.</p>`
          : asking(walk, token, kept)
      }
    </section>
    <p class="after"><a class="button" href="${pathTo(pathway)}">Begin again</a></p>`
}

function asking(walk: Rehearsed, token: string, kept?: Kept): Markup {
  const { pathway, so, kind, choices } = walk
  const form = formOf('rehearse', kept)
  const typed = kind !== 'choice'
  const body = html`${typed && kind !== 'private' && input(form, walk)}
    <div class="row choices" role="group" aria-label="Answers: ${named(pathway)}">
      ${typed && html`<button name="event" value="answered">Save this answer</button>`}
      ${choices.map(
        (event) => html`<button name="event" value="${event}">${labelOf(walk, event)}</button>`,
      )}
    </div>`
  return posted({ action: pathTo(pathway), token, form, hidden: { so } }, body)
}

const labelOf = ({ spoken }: Rehearsed, id: string): string =>
  spoken[0]?.choices.find(({ event }) => event === id)?.label ?? named(id)

function input(form: Form, walk: Rehearsed): Markup {
  const { kind, options } = walk
  const field = { name: 'value', label: 'A made-up answer' }
  const listed = options.map((option) => [option, labelOf(walk, option)] as const)
  if (kind === 'date') return dateField(form, { ...field, hint: 'For example, 27 3 1998' })
  if (listed.length === 0) return textArea(form, field)
  return kind === 'many' ? checkboxes(form, field, listed) : radios(form, field, listed)
}
