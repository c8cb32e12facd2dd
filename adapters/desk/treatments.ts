import { type Form, optionsOf, selectField } from './forms.ts'
import { html, type Markup } from './html.ts'
import type { Reading } from './fields.ts'
import type { Offered } from './options.ts'
import { TREATMENTS } from './words.ts'

const FIELD = 'treatment'

const valueOf = (one: Offered): string => `${one.class}/${one.name}`

/** One choice for kind and name, so that they belong together; what has no written information is not there. */
export function treatmentField(form: Form, treatments: readonly Offered[]): Markup {
  const field = {
    name: FIELD,
    label: 'Treatment',
    hint: 'What the clinic has written information about.',
  }
  const kinds = Map.groupBy(treatments, (one) => one.class)
  const groups = [...kinds].map(
    ([kind, some]) =>
      html`<optgroup label="${TREATMENTS[kind]}">
        ${optionsOf(
          form,
          field,
          some.map((one) => [valueOf(one), one.name] as const),
        )}
      </optgroup>`,
  )
  return selectField(form, field, groups, 'Choose a treatment')
}

/** What was chosen, if the list has it. */
export function treatmentIn(reading: Reading, treatments: readonly Offered[]): Partial<Offered> {
  const chosen = reading.text(FIELD, 'Choose a treatment')
  const found = treatments.find((one) => valueOf(one) === chosen)
  if (chosen !== '' && !found) {
    const names = treatments.map(({ name }) => name).join(', ')
    reading.refuse(FIELD, `Choose one of the clinic’s list: ${names}`)
  }
  return found ? { class: found.class, name: found.name } : {}
}
