import type { CaseView, Offer } from '../../../bot/views/desk.ts'
import type { KeepingView } from '../../../bot/views/keeping.ts'
import type { Actor } from '../../../machines/contract.ts'
import type { Kept } from '../fields.ts'
import { type Form, formOf, posted } from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import type { Colleague, Offered, Premises } from '../options.ts'
import type { Session } from '../session.ts'
import type { Found } from './queue.ts'

/** All that the page of one consultation is made from. */
export interface Scene {
  readonly view: CaseView
  readonly session: Session
  readonly people: readonly Colleague[]
  readonly premises: readonly Premises[]
  readonly treatments: readonly Offered[]
  readonly now: string
  readonly kept?: Kept | undefined
  /** Persons found to link this consultation to. */
  readonly found?: Found | undefined
  readonly query?: string | undefined
  /** How long it is kept, and what may be done about that. */
  readonly keeping?: KeepingView | undefined
}

export function pathOf(consultation: string, rest = ''): string {
  return `/desk/c/${encodeURIComponent(consultation)}${rest}`
}

/** Whether to show the way there; Candour itself keeps records from whoever may not read them. */
export function readsRecords({ role }: Actor): boolean {
  return role !== 'reception' && role !== 'administrator'
}

interface ActForm {
  readonly act: Offer['act'] | 'answer'
  /** Tells forms of the same act apart. */
  readonly key?: string
  readonly hidden?: Readonly<Record<string, string | number>>
  readonly body: (form: Form) => Part
}

/** A form that takes one act. */
export function actForm(scene: Scene, { act, key, hidden, body }: ActForm): Markup {
  const form = formOf(key === undefined ? act : `${act}-${key}`, scene.kept)
  const action = pathOf(scene.view.consultation, '/act')
  const { token } = scene.session
  return posted({ action, token, form, hidden: { act, ...hidden } }, body(form))
}

export interface Folded {
  readonly title: string
  readonly act: Offer['act']
  readonly body: (form: Form, view: CaseView) => Part
}

/** The form of an act, folded away until somebody wants it, if this viewer may take the act now. */
export function offered(scene: Scene, { title, act, body }: Folded): Part {
  if (!scene.view.offers.includes(act)) return undefined
  const open = scene.kept?.form === act
  return html`<details class="act" ${open && html`open`}>
    <summary>${title}</summary>
    ${actForm(scene, { act, body: (form) => body(form, scene.view) })}
  </details>`
}

/**
 * Long lists wait folded on a phone: see `.fold` in the stylesheet, which keeps them open
 * wherever there is room.
 */
export function folded(summary: string, open: boolean, body: Part): Markup {
  return html`<details class="fold" ${open && html`open`}>
    <summary>${summary}</summary>
    ${body}
  </details>`
}

export function section(id: string, title: string, body: Part, count?: number): Markup {
  return html`<section class="card" id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">
      ${title} ${count !== undefined && html`<span class="count">${count}</span>`}
    </h2>
    ${body}
  </section>`
}
