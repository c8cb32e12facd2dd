import type { RecordPage } from '../../../bot/views/desk.ts'
import type { Kept } from '../fields.ts'
import { formOf, posted, textArea } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import { when } from '../words.ts'
import { pathOf } from './scene.ts'

/** The patient's own copy, whoever of those who may read all of it hands it over. */
export function patientsCopy(record: RecordPage, token: string, kept?: Kept): Part {
  if (!record.mayPack) return undefined
  const action = pathOf(record.consultation, '/summary')
  const form = formOf('summary', kept)
  return html`<section class="card screen-only">
    <h2>A summary for the patient</h2>
    <p>
      What they told the clinic, what it told them and what was decided, on one page to print. What
      was said in private is never on it. That you make it goes on record.
    </p>
    ${posted({ action, token, form }, html`<button>Make the summary</button>`)}
  </section>`
}

/** Files for somebody outside the clinic: of the open record, and of the restricted one by two people. */
export function packs(record: RecordPage, token: string, kept?: Kept): Part {
  if (!record.mayPack) return undefined
  const action = (path: string) => pathOf(record.consultation, path)
  const open = formOf('pack', kept)
  return html`<section class="card screen-only">
    <h2>A file for somebody outside</h2>
    <p>
      For the patient’s solicitor, an insurer or a regulator. It holds the whole record, the words
      that were shown, and the proofs. Anybody can check it without us. Restricted records are never
      in it. That you make it goes on record.
    </p>
    ${posted({ action: action('/pack'), token, form: open }, html`<button>Make the file</button>`)}
    ${record.packsAsked && restricted(record, record.packsAsked, token, kept)}
  </section>`
}

type Asked = NonNullable<RecordPage['packsAsked']>

function restricted(record: RecordPage, asked: Asked, token: string, kept?: Kept): Markup {
  const form = formOf('ask-restricted-pack', kept)
  const action = pathOf(record.consultation, '/ask-restricted-pack')
  return html`<details class="act" ${(form.failed || asked.length > 0) && html`open`}>
    <summary>A file of the restricted records</summary>
    <p>It takes two people: one asks and says why, another makes it. Both are on record.</p>
    ${asked.map((one) => waiting(record, one, token, kept))}
    ${posted(
      { action, token, form },
      html`${textArea(form, { name: 'reason', label: 'Why it is needed' })}
        <button>Ask for it</button>`,
    )}
  </details>`
}

function waiting(record: RecordPage, one: Asked[number], token: string, kept?: Kept): Markup {
  const form = formOf('restricted-pack', kept)
  const action = pathOf(record.consultation, '/restricted-pack')
  return html`<div class="panel">
    <p><bdi>${one.by}</bdi> asked for it, ${when(one.at)}:</p>
    <blockquote class="words">${one.reason}</blockquote>
    ${
      one.own
        ? html`<p>Somebody else who may read these records has to make it.</p>`
        : posted(
            { action, token, form, hidden: { asked: one.id } },
            html`<button>Make the restricted file</button>`,
          )
    }
  </div>`
}
