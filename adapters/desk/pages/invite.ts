import type { Kept } from '../fields.ts'
import { dateField, type Form, formOf, posted, radios, textField } from '../forms.ts'
import { html, type Part } from '../html.ts'
import type { Offered } from '../options.ts'
import { treatmentField } from '../treatments.ts'
import { SAFE_CONTACTS, spoken } from '../words.ts'

/** Somebody the clinic knows already, by one of their consultations. */
export interface Known {
  readonly from: string
  readonly name: string
  readonly birthDate: string
}

interface Given {
  /** Under which this form is taken once. */
  readonly once: string
  readonly treatments: readonly Offered[]
  readonly kept?: Kept
  readonly known?: Known | undefined
}

export function inviteBody(token: string, { kept, known, once, treatments }: Given): Part {
  const form = formOf('invite', kept)
  const hidden = { once, ...(known && { 'known-from': known.from }) }
  return html`<h1>${known ? 'Invite them again' : 'Invite a patient'}</h1>
    <p class="lede">
      Makes a consultation and a link that works once. The patient says their date of birth before
      they see anything, so it has to be the one below.
    </p>
    <div class="card narrow">
      ${posted(
        { action: '/desk/invite', token, form, hidden },
        html`<h2>The patient</h2>
          ${known ? whom(known) : named(form)} ${reached(form)}
          <h2>What they asked about</h2>
          ${treatmentField(form, treatments)}
          <button class="main">Make the link</button>`,
      )}
    </div>`
}

function whom({ name, birthDate }: Known): Part {
  return html`<p><strong>${name}</strong>, born ${spoken(birthDate)}</p>
    <p class="hint">
      They are asked everything about their health again. What they told us before, they see only if
      they choose to, and say whether it is still so.
    </p>`
}

function named(form: Form): Part {
  return html`${textField(form, { name: 'name', label: 'Full name' })}
  ${dateField(form, { name: 'birth-date', label: 'Date of birth', hint: 'For example, 27 3 1998' })}`
}

function reached(form: Form): Part {
  return html`${radios(
    form,
    {
      name: 'safe-contact',
      label: 'How can we reach them so that nobody else finds out?',
      hint: 'Ask them. What is usual, or was safe before, may not be safe now.',
    },
    Object.entries(SAFE_CONTACTS),
  )}
  ${textField(form, {
    name: 'safe-contact-details',
    label: 'Number or address to use',
    hint: 'Leave empty for at the clinic only',
  })}`
}

/** A page that was loaded again sends its form again: nobody is invited twice by that. */
export const sentBefore = html`<h1>Invited already</h1>
  <p class="lede">This form was sent before, and invites once. Nothing new was made.</p>
  <p>
    Its link was shown that once and is kept nowhere. If you did not get it, find the person under
    <a href="/desk">what waits</a>, open their consultation and make another link there.
  </p>
  <p><a class="button" href="/desk/invite">Invite somebody else</a></p>`

export const notYours = html`<h1>Invite a patient</h1>
  <p>Your role reads and changes nothing, so it invites nobody. Ask somebody at the front desk.</p>
  <p><a class="button" href="/desk">Back to what waits</a></p>`
