import type { Kept } from '../fields.ts'
import { dateField, formOf, posted, textArea, textField } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import { when } from '../words.ts'
import { pathOf, type Scene } from './scene.ts'

/** For a clinician who has somebody before them, or on the phone, whom a colleague treats. */
export function emergencyBody(token: string, kept?: Kept): Part {
  const form = formOf('emergency', kept)
  return html`<h1>Open in an emergency</h1>
    <p class="lede">
      For somebody who needs help now and is a colleague’s. You may read what is there for an hour.
      You change nothing: for that, somebody assigns you.
    </p>
    <div class="card narrow">
      <p>
        It goes on record with your name and your reason. The safeguarding lead and the manager are
        told, and one of them looks into it.
      </p>
      ${posted(
        { action: '/desk/emergency', token, form },
        html`${textField(form, {
            name: 'name',
            label: 'Their full name',
            hint: 'All of it, as it is kept here. Accents, hyphens and capitals make no difference.',
          })}
          ${dateField(form, {
            name: 'birth-date',
            label: 'Their date of birth',
            hint: 'For example, 27 3 1998',
          })}
          ${textArea(form, {
            name: 'reason',
            label: 'Why it cannot wait',
            hint: 'In a sentence. Name nobody here: this stays in the clinic’s book when all else is erased.',
          })} <button class="main">Open it</button>`,
      )}
    </div>`
}

/** On top of what is not theirs: for how long, and what it is not for. */
export function openedBanner({ view }: Scene): Part {
  const { emergency } = view
  if (emergency === undefined) return undefined
  return html`<div class="panel grave">
    <p>
      <strong>Opened in an emergency.</strong> You may read this until ${when(emergency)}. It is on
      record, with your reason. To do something here, ask to be assigned.
    </p>
  </div>`
}

/** For whoever is told of it. */
export function openings({ view, session }: Scene): Part {
  const { openings = [], consultation } = view
  if (openings.length === 0) return undefined
  return html`<section class="card" aria-labelledby="openings-title">
    <h2 id="openings-title">Opened in an emergency</h2>
    ${openings.map(opening)}
    ${posted(
      {
        ...{ action: pathOf(consultation, '/looked-into'), token: session.token },
        form: formOf('looked-into'),
      },
      html`<button>I have looked into it</button>`,
    )}
  </section>`
}

function opening({ by, at, reason }: NonNullable<Scene['view']['openings']>[number]): Markup {
  return html`<div class="panel">
    <p><bdi>${by}</bdi>, ${when(at)}:</p>
    <blockquote class="words">${reason}</blockquote>
  </div>`
}
