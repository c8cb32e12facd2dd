import type { Kept } from './fields.ts'
import { html, type Markup, type Part } from './html.ts'

/** One form of a page, with what was typed into it before if it has to be shown again. */
export interface Form {
  readonly key: string
  /** True when this is the form that was just sent and not taken. */
  readonly failed: boolean
  id(field: string): string
  value(field: string, otherwise?: string): string
  picked(field: string, value: string): boolean
  fault(field: string): string | undefined
}

export function formOf(key: string, kept?: Kept): Form {
  const mine = kept?.form === key ? kept : undefined
  return {
    key,
    failed: mine !== undefined,
    id: (field) => fieldId(key, field),
    value: (field, otherwise = '') => mine?.fields.one(field) ?? otherwise,
    picked: (field, value) => mine?.fields.all(field).includes(value) ?? false,
    fault: (field) => mine?.faults.find((fault) => fault.field === field)?.says,
  }
}

export function fieldId(key: string, field: string): string {
  return `${key}-${field}`.replace(/[^A-Za-z0-9]+/g, '-')
}

interface Posted {
  readonly action: string
  readonly token: string
  readonly form: Form
  readonly hidden?: Readonly<Record<string, string | number>>
}

/** Checked by the server, which says everything that is wrong at once: hence `novalidate`. */
export function posted({ action, token, form, hidden = {} }: Posted, body: Part): Markup {
  const fields = Object.entries({ token, form: form.key, ...hidden })
  return html`<form method="post" action="${action}" novalidate>
    ${fields.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    ${body}
  </form>`
}

interface Field {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly otherwise?: string
}

export function textField(form: Form, field: Field & { readonly numeric?: true }): Markup {
  const { name, otherwise } = field
  return labelled(
    form,
    field,
    html`<input
      id="${form.id(name)}"
      name="${name}"
      value="${form.value(name, otherwise)}"
      class="${field.numeric ? 'short' : 'wide'}"
      ${field.numeric && html`inputmode="numeric"`}
      autocomplete="off"
      ${described(form, field)}
    />`,
  )
}

export function textArea(form: Form, field: Field & { readonly rows?: number }): Markup {
  const { name, rows = 3 } = field
  // The line end after the tag is not part of the text, and keeps one that the text begins with.
  return labelled(
    form,
    field,
    html`<textarea
      id="${form.id(name)}"
      name="${name}"
      rows="${rows}"
      autocomplete="off"
      ${described(form, field)}
    >
${form.value(name)}</textarea>`,
  )
}

export type Option = readonly [value: string, label: string]

export function selectField(
  form: Form,
  field: Field,
  body: readonly Part[],
  first: string,
): Markup {
  return labelled(
    form,
    field,
    html`<select id="${form.id(field.name)}" name="${field.name}" ${described(form, field)}>
      <option value="">${first}</option>
      ${body}
    </select>`,
  )
}

export function optionsOf(form: Form, field: Field, options: readonly Option[]): readonly Markup[] {
  const chosen = form.value(field.name, field.otherwise)
  return options.map(
    ([value, label]) =>
      html`<option value="${value}" ${value === chosen && html`selected`}>${label}</option>`,
  )
}

const PARTS = [
  ['day', 'Day', 'short'],
  ['month', 'Month', 'short'],
  ['year', 'Year', 'year'],
] as const

export function dateField(form: Form, field: Field): Markup {
  const [year = '', month = '', day = ''] = (field.otherwise ?? '').split('-')
  const now = { day, month, year }
  const input = (part: (typeof PARTS)[number]) => {
    const name = `${field.name}-${part[0]}`
    return html`<label for="${form.id(name)}"
      >${part[1]}
      <input
        id="${form.id(name)}"
        name="${name}"
        value="${form.value(name, now[part[0]].replace(/^0/, ''))}"
        class="${part[2]}"
        inputmode="numeric"
        autocomplete="off"
        ${form.fault(field.name) !== undefined && html`aria-invalid="true"`}
      />
    </label>`
  }
  return grouped(form, field, html`<div class="date">${PARTS.map(input)}</div>`)
}

export function checkboxes(form: Form, field: Field, options: readonly Option[]): Markup {
  return grouped(
    form,
    field,
    options.map((option) => ticked(form, field.name, 'checkbox', option)),
  )
}

export function radios(form: Form, field: Field, options: readonly Option[]): Markup {
  return grouped(
    form,
    field,
    options.map((option) => ticked(form, field.name, 'radio', option)),
  )
}

/** One box or button with its label; `more` goes on with the label in other letters. */
export function ticked(
  form: Form,
  name: string,
  type: 'checkbox' | 'radio',
  [value, label]: Option,
  more?: Part,
): Markup {
  const id = form.id(`${name}-${value}`)
  return html`<div class="tick">
    <input
      type="${type}"
      id="${id}"
      name="${name}"
      value="${value}"
      ${form.picked(name, value) && html`checked`}
    />
    <label for="${id}"><bdi>${label}</bdi>${more}</label>
  </div>`
}

/** A set of fields with one question. Its own id takes the link of the error summary. */
export function grouped(form: Form, field: Field, body: Part): Markup {
  return html`<fieldset id="${form.id(field.name)}" tabindex="-1" ${described(form, field)}>
    <legend>${field.label}</legend>
    ${notes(form, field)} ${body}
  </fieldset>`
}

function labelled(form: Form, field: Field, input: Markup): Markup {
  return html`<div class="field">
    <label for="${form.id(field.name)}">${field.label}</label>
    ${notes(form, field)} ${input}
  </div>`
}

function notes(form: Form, { name, hint }: Field): Part {
  const fault = form.fault(name)
  return [
    hint !== undefined && html`<p class="hint" id="${form.id(name)}-hint">${hint}</p>`,
    fault !== undefined &&
      html`<p class="fault" id="${form.id(name)}-fault">
        <span class="aside">Error: </span>${fault}
      </p>`,
  ]
}

function described(form: Form, { name, hint }: Field): Part {
  const faulty = form.fault(name) !== undefined
  const ids = [hint !== undefined && 'hint', faulty && 'fault'].filter((one) => one !== false)
  if (ids.length === 0) return undefined
  const list = ids.map((one) => `${form.id(name)}-${one}`).join(' ')
  return html`aria-describedby="${list}"`
}
