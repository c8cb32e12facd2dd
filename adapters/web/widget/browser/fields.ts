import type { AskedQuestion } from '../../../../bot/views/patient.ts'
import type { Draft } from './activity.ts'
import { h, linked } from './dom.ts'
import { t } from './page.ts'

/** What a form of some kind of question shows, and how an answer is read from it. */
export interface Fields {
  readonly shown: readonly Node[]
  readonly submit: string
  /** An answer with its words, or what is missing and where. The server judges all else. */
  read(): { readonly label: string; readonly answer: unknown } | Missing
}

export interface Missing {
  readonly missing: string
  readonly at: HTMLElement
}

type Field = HTMLInputElement | HTMLTextAreaElement

export function fieldsOf(question: AskedQuestion): Fields | undefined {
  switch (question.kind) {
    case 'date':
      return dateFields(question)
    case 'text':
      return textFields(undefined, undefined, undefined, ONE_LINE[question.content])
    case 'number':
      return numberFields()
    case 'many':
      return manyFields(question)
    case 'signature':
      return signatureFields()
    case 'choice':
    case 'private':
      return undefined
  }
}

/** As much as bot/understand.ts takes: what is longer stays where it can be made shorter. */
const LONGEST = 4000

/** What takes one line, and what a browser may know of it. */
const ONE_LINE: Readonly<Record<string, string>> = {
  'enquiry/full-name': 'name',
  'enquiry/safe-contact-details': 'tel',
}

/** What nobody asked for in words carries a note that nobody reads it at once; a question says so itself. */
export function textFields(
  label = t('your-answer'),
  note?: string,
  id = fresh(),
  known?: string,
): Fields {
  const field = known
    ? input({ autocomplete: known })
    : h('textarea', { id, rows: '3', autocomplete: 'off' })
  if (note) field.setAttribute('aria-describedby', `${field.id}-note`)
  const below = note && h('p', { class: 'hint', id: `${field.id}-note` }, ...linked(note))
  return {
    shown: [labelled(label, field), ...(below ? [below] : [])],
    submit: t('send'),
    read: () => {
      const answer = field.value.trim()
      if (answer.length > LONGEST) return { missing: t('error-too-long'), at: field }
      return answer ? { label: answer, answer } : { missing: t('error-empty'), at: field }
    },
  }
}

export function draftOf(
  fields: Fields,
  draft: (label: string, answer: unknown) => Draft,
): Draft | Missing {
  const found = fields.read()
  return 'missing' in found ? found : draft(found.label, found.answer)
}

function dateFields({ content }: AskedQuestion): Fields {
  const fill = content.includes('birth') ? 'bday' : ''
  const parts = (['day', 'month', 'year'] as const).map((part) => {
    const auto = fill && `${fill}-${part}`
    const length = part === 'year' ? '4' : '2'
    return {
      part,
      field: input({ inputmode: 'numeric', size: length, autocomplete: auto || 'off' }),
    }
  })
  const shown = parts.map(({ part, field }) => labelled(t(part), field))
  const read: Fields['read'] = () => {
    const empty = parts.find(({ field }) => !field.value.trim())
    if (empty) {
      return { missing: t('error-date'), at: empty.field }
    }
    const [day = '', month = '', year = ''] = parts.map(({ field }) => field.value.trim())
    const answer = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const label = dateInWords(answer)
    const [first] = parts
    return label || !first
      ? { label: label ?? answer, answer }
      : { missing: t('error-date-real'), at: first.field }
  }
  return { shown: [h('div', { class: 'date' }, ...shown)], submit: t('continue'), read }
}

function dateInWords(day: string): string | undefined {
  const at = new Date(`${day}T00:00:00Z`)
  // JavaScript reads 31 February as 3 March.
  if (Number.isNaN(+at) || at.toISOString().slice(0, 10) !== day) return undefined
  return at.toLocaleDateString(document.documentElement.lang, {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
}

function numberFields(): Fields {
  const field = input({ inputmode: 'numeric', size: '6', autocomplete: 'off' })
  return {
    shown: [labelled(t('number'), field)],
    submit: t('continue'),
    read: () => {
      const text = field.value.trim()
      return /^\d{1,9}$/.test(text)
        ? { label: text, answer: Number(text) }
        : { missing: t('error-number'), at: field }
    },
  }
}

function manyFields({ options = [] }: AskedQuestion): Fields {
  const boxes = options.map((option) => ({ ...option, box: input({ type: 'checkbox' }) }))
  return {
    shown: [h('div', { class: 'ticks' }, ...boxes.map(({ label, box }) => ticked(label, box)))],
    submit: t('continue'),
    read: () => {
      const picked = boxes.filter(({ box }) => box.checked)
      const [first] = boxes
      if (picked.length === 0 && first) return { missing: t('error-many'), at: first.box }
      return {
        label: picked.map(({ label }) => label).join('\n'),
        answer: picked.map(({ id }) => id),
      }
    },
  }
}

function signatureFields(): Fields {
  const name = input({ autocomplete: 'name', class: 'signed' })
  const agreed = input({ type: 'checkbox' })
  return {
    shown: [labelled(t('type-your-name'), name), ticked(t('signature-agree'), agreed)],
    submit: t('sign'),
    read: () => {
      const typed = name.value.trim()
      if (!typed) return { missing: t('error-signature'), at: name }
      if (!agreed.checked) return { missing: t('error-signature-tick'), at: agreed }
      return { label: typed, answer: { name: typed, agreed: true } }
    },
  }
}

let made = 0

function fresh(): string {
  made += 1
  return `field-${made}`
}

function input(attributes: Readonly<Record<string, string>>): HTMLInputElement {
  return h('input', { id: fresh(), type: 'text', ...attributes })
}

function labelled(label: string, field: Field): HTMLElement {
  return h('div', { class: 'field' }, h('label', { for: field.id }, label), field)
}

function ticked(label: string, box: Field): HTMLElement {
  return h('div', { class: 'tick' }, box, h('label', { for: box.id }, label))
}
