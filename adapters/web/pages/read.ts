import type { Incoming } from '../../../bot/ports.ts'
import type { AskedQuestion } from '../../../bot/views/patient.ts'

/** What is wrong, in words of the screen, and at which field. */
export interface Fault {
  readonly words: string
  readonly field: string
}

export type Fields = Readonly<Record<string, unknown>>
type Value = NonNullable<Incoming['value']>
type Read = { readonly value: Value } | { readonly faults: readonly Fault[] }

/** What was typed into a field, as it may be shown again. */
export function typedIn(fields: Fields, name: string): string {
  const given = fields[name]
  return typeof given === 'string' ? given.trim() : ''
}

export function pickedIn(fields: Fields, name: string): readonly string[] {
  const given = fields[name]
  return [given].flat().filter((one) => typeof one === 'string')
}

/** Reads the form of a question. What is missing is said here; Candour judges all else. */
export function readAnswer(question: AskedQuestion, fields: Fields): Read {
  const pick = typedIn(fields, 'pick')
  const [, kind, id] = /^(choice|option)\/(.+)$/.exec(pick) ?? []
  if (kind === 'choice') return { value: { question: question.id, choice: id } }
  if (kind === 'option') return answer(question, id)
  return READ[question.kind](question, fields)
}

const answer = ({ id }: AskedQuestion, given: unknown): Read => ({
  value: { question: id, answer: given },
})

const fault = (words: string, field: string): Read => ({ faults: [{ words, field }] })

const READ: Record<AskedQuestion['kind'], (question: AskedQuestion, fields: Fields) => Read> = {
  choice: (question) => fault('error-choice', firstOf(question)),
  private: (question) => fault('error-choice', firstOf(question)),
  text: (question, fields) => {
    const text = typedIn(fields, 'answer')
    return text ? answer(question, text) : fault('error-empty', 'answer')
  },
  number: (question, fields) => {
    const text = typedIn(fields, 'answer')
    return /^\d{1,9}$/.test(text) ? answer(question, Number(text)) : fault('error-number', 'answer')
  },
  many: (question, fields) => {
    const picked = pickedIn(fields, 'options')
    return picked.length > 0 ? answer(question, picked) : fault('error-many', firstOf(question))
  },
  date: readDate,
  signature: readSignature,
}

function firstOf({ kind, options = [], choices }: AskedQuestion): string {
  const [first] = kind === 'choice' ? choices : options
  return `pick-${first?.id ?? ''}`
}

function readDate(question: AskedQuestion, fields: Fields): Read {
  const parts = ['day', 'month', 'year'] as const
  const empty = parts.find((part) => typedIn(fields, part) === '')
  if (empty) return fault('error-date', empty)
  const [day = '', month = '', year = ''] = parts.map((part) => typedIn(fields, part))
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(date) ? answer(question, date) : fault('error-date-real', 'day')
}

/** JavaScript reads 31 February as 3 March. */
function isDay(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(+at) && at.toISOString().slice(0, 10) === date
}

function readSignature(question: AskedQuestion, fields: Fields): Read {
  const name = typedIn(fields, 'name')
  const agreed = typedIn(fields, 'agreed') === 'yes'
  if (name && agreed) return answer(question, { name, agreed: true })
  const faults = [
    ...(name ? [] : [{ words: 'error-signature', field: 'name' }]),
    ...(agreed ? [] : [{ words: 'error-signature-tick', field: 'agreed' }]),
  ]
  return { faults }
}
