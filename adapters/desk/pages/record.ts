import type { RecordLine, RecordPage } from '../../../bot/views/desk.ts'
import type { Kept } from '../fields.ts'
import { html, type Markup, type Part } from '../html.ts'
import { ASSURANCES, named, ROLES, spoken, when } from '../words.ts'
import { packs, patientsCopy } from './record-packs.ts'
import { pathOf } from './scene.ts'
import { gateMark } from './case-gates.ts'
import { transition } from './record-transition.ts'

/** The evidence of one consultation, newest last. `all` unfolds everything, for paper. */
export function recordBody(record: RecordPage, all: boolean, token: string, kept?: Kept): Part {
  return html`<div class="headline">
      <div>
        <p class="crumb">
          <a href="${pathOf(record.consultation)}">Back to the consultation</a>
        </p>
        <h1>Record: <bdi>${record.who}</bdi></h1>
        <p class="mono">${record.consultation}</p>
      </div>
      ${record.demo && html`<p class="state demo">Demo record</p>`}
    </div>
    ${proof(record)} ${patientsCopy(record, token, kept)} ${packs(record, token, kept)}
    <p class="screen-only after">
      ${
        all
          ? html`<a href="${pathOf(record.consultation, '/record')}">Fold what is unfolded</a>`
          : html`<a href="${pathOf(record.consultation, '/record?all=1')}"
              >Unfold everything, to print</a
            >`
      }
    </p>
    ${record.records.map((line) => entry(line, all))}`
}

function proof({ verified, fault, records }: RecordPage): Markup {
  if (verified) {
    return html`<div class="panel good">
      <h2>Verified just now</h2>
      <p>
        ${records.length === 1 ? 'The one record is' : `All ${records.length} records are`} in order
        and unchanged, and replaying them gives the state shown.
      </p>
      <p>${kept(records)}</p>
    </div>`
  }
  return html`<div class="panel grave" role="alert">
    <h2>Not verified</h2>
    <p>
      ${fault ?? 'The record could not be checked.'} Do not rely on it, and tell whoever looks after
      Candour.
    </p>
  </div>`
}

/** What a seal is worth depends on who has seen it: said each time, and plainly. */
function kept(records: RecordPage['records']): string {
  const count = (standing: RecordLine['standing']) =>
    records.filter((line) => line.standing === standing).length
  const [waiting, seen] = [count('recorded'), count('witnessed')]
  const parts = [
    waiting > 0 && `${waiting} of ${records.length} recorded but not sealed yet.`,
    waiting < records.length && `Sealed in the clinic’s log${waiting > 0 ? ': the others' : ''}.`,
    seen === records.length && 'Witnessed: somebody outside the clinic has seen them all.',
    seen > 0 && seen < records.length && `Witnessed from outside the clinic: ${seen}, no more.`,
    seen === 0 && 'Not witnessed: nobody outside the clinic has seen this.',
  ]
  return parts.filter((part) => part !== false).join(' ')
}

const STANDINGS: Readonly<Record<RecordLine['standing'], string>> = {
  recorded: 'Recorded, not sealed yet',
  sealed: 'Sealed, not witnessed',
  witnessed: 'Sealed and witnessed',
}

function entry(line: RecordLine, all: boolean): Markup {
  const id = `${line.stream}-${line.seq}`
  return html`<article class="card entry" id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">
      <span class="seq">${line.seq}</span> ${line.event}
      ${line.stream === 'restricted' && html`<span class="own">restricted</span>`}
    </h2>
    <p class="hint">
      ${when(line.at)}${
        spoken(line.recordedAt) !== spoken(line.at) && html` (recorded ${when(line.recordedAt)})`
      }
      · <bdi>${line.who}</bdi>${!OWN.has(line.role) && `, ${ROLES[line.role].toLowerCase()}`} ·
      ${ASSURANCES[line.assurance] ?? line.assurance} · ${named(line.channel).toLowerCase()}
    </p>
    ${
      line.answer !== undefined &&
      html`<p class="kind">Answer</p>
        <blockquote class="words">${line.answer}</blockquote>`
    }
    ${line.transitions.map(transition)} ${facts(line)} ${gates(line, all)} ${shown(line, all)}
    <dl class="pairs proof">
      ${pair('Afterwards', line.after)} ${pair('Record', line.recordId)}
      <div>
        <dt>Standing</dt>
        <dd>${STANDINGS[line.standing]}</dd>
      </div>
    </dl>
    <details ${all && html`open`}>
      <summary>The seal, for whoever checks it</summary>
      <dl class="pairs proof">${pair('Leaf', line.leaf)} ${pair('Follows', line.prev)}</dl>
    </details>
  </article>`
}

/** Who needs no role after the name: the patient and the clock have no other. */
const OWN: ReadonlySet<string> = new Set(['patient', 'system'])

function pair(term: string, value: string): Markup {
  return html`<div>
    <dt>${term}</dt>
    <dd><code>${value}</code></dd>
  </div>`
}

function facts({ facts }: RecordLine): Part {
  if (facts.length === 0) return undefined
  return html`<p class="kind">Written down</p>
    <dl class="pairs">
      ${facts.map(
        ({ label, value }) =>
          html`<div>
            <dt>${label}</dt>
            <dd class="words">${value}</dd>
          </div>`,
      )}
    </dl>`
}

function gates({ gates }: RecordLine, all: boolean): Part {
  if (gates.length === 0) return undefined
  const met = gates.filter((gate) => gate.met && !gate.stoodIn).length
  const stoodIn = gates.filter((gate) => gate.stoodIn).length
  return html`<details ${all && html`open`}>
    <summary>
      Gates of the stage: ${met} of ${gates.length} met${stoodIn > 0 && `, ${stoodIn} stood in`}
    </summary>
    <ul class="gates">
      ${gates.map(
        ({ label, met, stoodIn }) => html`<li>${gateMark({ met, stoodIn })} ${label}</li>`,
      )}
    </ul>
  </details>`
}

function shown({ shown }: RecordLine, all: boolean): Part {
  if (shown.length === 0) return undefined
  return html`<details ${all && html`open`}>
    <summary>The exact words shown (${shown.length})</summary>
    ${shown.map(
      ({ id, digest, text }) =>
        html`<div class="shown">
          <p class="words">${text}</p>
          <p class="hint"><code>${id}</code> <code>${digest}</code></p>
        </div>`,
    )}
  </details>`
}
