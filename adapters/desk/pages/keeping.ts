import type { KeepingAct, KeepingView } from '../../../bot/views/keeping.ts'
import { type Form, formOf, optionsOf, posted, selectField, textArea } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import { BASES, COPIES, KEPT, spoken, when } from '../words.ts'
import { pathOf, type Scene, section } from './scene.ts'

/** How long this is kept and why, for everybody; what may be done about it, for who decides. */
export function keeping(scene: Scene): Part {
  const { keeping: kept } = scene
  if (!kept) return undefined
  const { offers } = kept
  return section('keeping', 'Keeping these records', [
    time(kept),
    kept.held && decided('Held: nothing is erased', kept.held),
    kept.restricted && decided('Restricted: kept, and not used', kept.restricted),
    kept.request && request(kept.request),
    kept.given.length > 0 && given(kept.given),
    FORMS.filter(({ act }) => offers.includes(act)).map((one) => form(scene, kept, one)),
  ])
}

function time({ as, until, over, since, source, consultations }: KeepingView): Markup {
  return html`<p>
      <strong>${KEPT[as] ?? as}.</strong>
      ${
        over
          ? html`Its time was over on ${spoken(until)}: somebody decides what happens to it.`
          : html`Kept until ${spoken(until)}, or longer if something is added.`
      }
    </p>
    <p class="hint">
      The clinic’s own policy, as of ${spoken(since)}. No law sets it for a private clinic.
      <a href="${source}" rel="noreferrer">What it follows</a>
    </p>
    ${
      consultations > 1 &&
      html`<p class="hint">
        What is decided here is for all ${consultations} consultations of this person.
      </p>`
    }`
}

function decided(title: string, { by, at, reason }: NonNullable<KeepingView['held']>): Markup {
  return html`<div class="panel">
    <p><strong>${title}.</strong> <bdi>${reason}</bdi></p>
    <p class="hint"><bdi>${by}</bdi>, ${when(at)}</p>
  </div>`
}

function request({ by, at, basis, notYet }: NonNullable<KeepingView['request']>): Markup {
  return html`<div class="panel">
    <p><strong>An erasure was asked for.</strong> ${BASES[basis] ?? basis}.</p>
    <p class="hint"><bdi>${by}</bdi>, ${when(at)}</p>
    ${notYet !== undefined && html`<p>You cannot carry it out: ${notYet}.</p>`}
  </div>`
}

function given(copies: KeepingView['given']): Markup {
  return html`<details>
    <summary>Copies that went out: ${copies.length}</summary>
    <ul class="plain">
      ${copies.map(
        ({ what, way, at, by }) =>
          html`<li>
            ${COPIES[what] ?? what}, <bdi>${way}</bdi>
            <p class="hint"><bdi>${by}</bdi>, ${when(at)}</p>
          </li>`,
      )}
    </ul>
  </details>`
}

interface Folded {
  readonly act: KeepingAct
  readonly title: string
  readonly body: (form: Form, kept: KeepingView) => Part
}

const why = (form: Form): Markup =>
  textArea(form, {
    ...{ name: 'reason', label: 'Why', rows: 2 },
    hint: 'Name nobody here: this stays in the clinic’s book when all else is erased.',
  })

const basis = { name: 'basis', label: 'Why it may be erased' }

const FORMS: readonly Folded[] = [
  {
    ...{ act: 'hold', title: 'Hold these records' },
    body: (form) =>
      html`<p>
          For a claim, a complaint or an inquiry. Nothing is erased until the hold is lifted.
        </p>
        ${why(form)} <button>Hold them</button>`,
  },
  {
    ...{ act: 'lift', title: 'Lift the hold' },
    body: (form) => html`${why(form)} <button>Lift it</button>`,
  },
  {
    ...{ act: 'restrict', title: 'Restrict these records' },
    body: (form) =>
      html`<p>They are kept and not used: nobody goes on with them, and they wait for nobody.</p>
        ${why(form)} <button>Restrict them</button>`,
  },
  {
    ...{ act: 'unrestrict', title: 'End the restriction' },
    body: (form) => html`${why(form)} <button>End it</button>`,
  },
  {
    ...{ act: 'ask-erasure', title: 'Ask for an erasure' },
    body: (form, { onRequest, over }) =>
      html`<p>
          Somebody else has to agree. Then everything of this person is erased for good.
          ${
            onRequest === 'restrict' &&
            !over &&
            'When it is the person who asks, records of care are restricted first, until their time is over.'
          }
        </p>
        ${selectField(form, basis, optionsOf(form, basis, Object.entries(BASES)), 'Choose a reason')}
        <button>Ask for it</button>`,
  },
  {
    ...{ act: 'erase', title: 'Agree to the erasure, and erase' },
    body: () =>
      html`<p>
          Nobody can undo this. Every answer of this person becomes unreadable here at once. What
          stays is proof that there were records, and that they were erased.
        </p>
        <button>Erase everything of this person</button>`,
  },
  {
    ...{ act: 'drop-erasure', title: 'Drop the erasure' },
    body: (form) => html`${why(form)} <button>Drop it</button>`,
  },
]

function form(scene: Scene, kept: KeepingView, { act, title, body }: Folded): Markup {
  const key = `keeping-${act}`
  const form = formOf(key, scene.kept)
  const action = pathOf(scene.view.consultation, '/keeping')
  return html`<details class="act" ${form.failed && html`open`}>
    <summary>${title}</summary>
    ${posted({ action, token: scene.session.token, form, hidden: { act } }, body(form, kept))}
  </details>`
}
