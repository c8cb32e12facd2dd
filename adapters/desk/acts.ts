import type { Act } from '../../machines/commands.ts'
import { type Fault, type Fields, type Reading, readingOf } from './fields.ts'
import type { DeskOptions } from './options.ts'
import { treatmentIn } from './treatments.ts'

/** What a form asks for: an act for Candour to judge, or what has to be put right first. */
export type Asked =
  | { readonly ok: true; readonly act: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly faults: readonly Fault[] }

type Values = Readonly<Record<string, unknown>>
/** Whom and what a form may name. */
type Known = Pick<DeskOptions, 'people' | 'treatments'>
type Reader = (fields: Fields, reading: Reading, known: Known) => Values

/** The acts of the desk that have a form. What their values mean is not judged here. */
const READERS = {
  answer: (fields, reading) => ({
    open: fields.one('open'),
    ask: reading.whole('ask'),
    event: fields.one('event'),
    ...(fields.one('event') === 'answered' && { value: answered(fields, reading) }),
  }),
  assign: (_, reading, { people }) => {
    const [role = '', to = ''] = reading.text('member', 'Choose a person').split('/')
    return { role, to, name: people.find(({ id }) => id === to)?.name ?? to }
  },
  propose: (_, reading, { treatments }) => ({ ...treatmentIn(reading, treatments) }),
  plan: (fields, reading) => ({ plan: planned(fields, reading) }),
  correct: (_, reading) => ({
    'birth-date': reading.date('birth-date'),
    seen: reading.text('seen', 'Say which document you have seen'),
  }),
  decline: (_, reading) => ({ reason: reading.text('reason', 'Write down your reason') }),
  reply: (fields, reading) => ({
    question: fields.one('question'),
    words: reading.text('words', 'Write a reply'),
  }),
  remind: (fields) => ({ reminder: fields.one('reminder'), how: fields.one('how') }),
  attend: (fields) => ({ request: fields.one('request') }),
  link: (fields, reading) => {
    const identifiers = fields.all('identifiers')
    if (identifiers.length < 2) {
      reading.refuse('identifiers', 'Tick at least two things that you have compared')
    }
    return { person: reading.text('person', 'Choose the person'), identifiers }
  },
  'stand-in': (fields, reading) => {
    const gates = fields.all('gates')
    if (gates.length === 0) reading.refuse('gates', 'Tick at least one gate')
    return { gates }
  },
  withdraw: () => ({ 'on-word-of-patient': true }),
  pause: () => ({}),
  resume: (fields) => (fields.one('word') === 'yes' ? { 'on-word-of-patient': true } : {}),
  again: (fields) => ({ open: fields.one('open') }),
  end: (fields, reading) => {
    if (fields.one('done') !== 'yes') reading.refuse('done-yes', 'Tick the box when that is so')
    return {}
  },
} satisfies Partial<Record<Act['type'], Reader>>

export function askedOf(fields: Fields, known: Known): Asked {
  const type = fields.one('act')
  if (!Object.hasOwn(READERS, type)) {
    return { ok: false, faults: [{ field: '', says: 'The desk has no such act' }] }
  }
  const read: Reader = READERS[type as keyof typeof READERS]
  const reading = readingOf(fields)
  const values = read(fields, reading, known)
  const { faults } = reading
  return faults.length > 0 ? { ok: false, faults } : { ok: true, act: { type, ...values } }
}

/** An answer's value by the kind of its question, from the field that the kind has. */
function answered(fields: Fields, reading: Reading): unknown {
  switch (fields.one('kind')) {
    case 'date':
      return reading.date('value')
    case 'number':
      return reading.whole('value')
    case 'many':
      return fields.all('value')
    case 'signature':
      if (fields.one('agreed') !== 'yes') reading.refuse('agreed-yes', 'Tick the box to sign')
      return { name: reading.text('value', 'Type your full name'), agreed: true }
    default:
      return reading.text('value', 'Write an answer')
  }
}

function planned(fields: Fields, reading: Reading): Values {
  const supervisor = fields.one('supervisor')
  return {
    performer: reading.text('performer', 'Choose who will do the treatment'),
    ...(supervisor !== '' && { supervisor }),
    premises: reading.text('premises', 'Say where the treatment will be given'),
    product: reading.text('product', 'Name the product'),
    date: reading.date('date'),
  }
}

/** An act on keeping: it has a reason, or one of a few, or is the erasure itself. */
export function keepingOf(fields: Fields): Asked {
  const type = fields.one('act')
  const reading = readingOf(fields)
  const values =
    type === 'erase'
      ? {}
      : type === 'ask-erasure'
        ? { basis: reading.text('basis', 'Choose a reason') }
        : { reason: reading.text('reason', 'Write down why') }
  const { faults } = reading
  return faults.length > 0 ? { ok: false, faults } : { ok: true, act: { type, ...values } }
}

/** What an invitation needs. Details are wanted for every way but one. */
export function invitationOf(
  fields: Fields,
  treatments: Known['treatments'],
): {
  readonly faults: readonly Fault[]
  readonly invitation: Values
} {
  const reading = readingOf(fields)
  const chosen = treatmentIn(reading, treatments)
  const invitation = {
    ...invited(fields, reading),
    ...reached(fields, reading),
    treatmentClass: chosen.class,
    treatmentName: chosen.name,
  }
  return { faults: reading.faults, invitation }
}

/** Who somebody we know is, is known of them already. */
function invited(fields: Fields, reading: Reading): Values {
  const knownFrom = fields.one('known-from')
  if (knownFrom !== '') return { knownFrom }
  return {
    name: reading.text('name', 'Give the patient’s full name'),
    birthDate: reading.date('birth-date'),
  }
}

function reached(fields: Fields, reading: Reading): Values {
  const safeContact = reading.text('safe-contact', 'Choose how the patient can be reached safely')
  const safeContactDetails = fields.one('safe-contact-details')
    ? reading.text('safe-contact-details', '')
    : ''
  if (!['', 'at-the-clinic-only'].includes(safeContact) && safeContactDetails === '') {
    reading.refuse('safe-contact-details', 'Give the number or address to use')
  }
  return { safeContact, ...(safeContactDetails !== '' && { safeContactDetails }) }
}
