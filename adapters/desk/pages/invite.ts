import type { Kept } from '../fields.ts'
import {
  dateField,
  type Form,
  formOf,
  optionsOf,
  posted,
  radios,
  selectField,
  textField,
} from '../forms.ts'
import { html, type Part } from '../html.ts'
import { SAFE_CONTACTS, TREATMENTS } from '../words.ts'

export function inviteBody(token: string, kept?: Kept): Part {
  const form = formOf('invite', kept)
  return html`<h1>Invite a patient</h1>
    <p class="lede">
      Makes a consultation and a link that works once. The patient says their date of birth before
      they see anything, so it has to be the one below.
    </p>
    <div class="card narrow">
      ${posted(
        { action: '/desk/invite', token, form },
        html`${patient(form)} ${treatment(form)} <button class="main">Make the link</button>`,
      )}
    </div>`
}

function patient(form: Form): Part {
  return html`<h2>The patient</h2>
    ${textField(form, { name: 'name', label: 'Full name' })}
    ${dateField(form, { name: 'birth-date', label: 'Date of birth', hint: 'For example, 27 3 1998' })}
    ${radios(
      form,
      {
        name: 'safe-contact',
        label: 'How can we reach them so that nobody else finds out?',
        hint: 'Ask them. What is usual may not be safe.',
      },
      Object.entries(SAFE_CONTACTS),
    )}
    ${textField(form, {
      name: 'safe-contact-details',
      label: 'Number or address to use',
      hint: 'Leave empty for at the clinic only',
    })}`
}

function treatment(form: Form): Part {
  const kind = { name: 'treatment-class', label: 'Kind of treatment' }
  return html`<h2>What they asked about</h2>
    ${selectField(form, kind, optionsOf(form, kind, Object.entries(TREATMENTS)), 'Choose a kind')}
    ${textField(form, {
      name: 'treatment-name',
      label: 'Treatment',
      hint: 'As the clinic’s list has it, for example: Lip filler',
    })}`
}

export const notYours = html`<h1>Invite a patient</h1>
  <p>Your role reads and changes nothing, so it invites nobody. Ask somebody at the front desk.</p>
  <p><a class="button" href="/desk">Back to what waits</a></p>`
