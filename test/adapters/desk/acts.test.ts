import { expect } from 'chai'
import { askedOf, invitationOf } from '../../../adapters/desk/acts.ts'
import { fieldsOf } from '../../../adapters/desk/fields.ts'
import { PEOPLE } from './believable.ts'
import { TREATMENTS } from './fake.ts'

type Body = Readonly<Record<string, string | readonly string[]>>

const asked = (body: Body) => askedOf(fieldsOf(body), { people: PEOPLE, treatments: TREATMENTS })

function act(body: Body) {
  const found = asked(body)
  return found.ok ? found.act : found.faults
}

function faulty(body: Body): readonly string[] {
  const found = asked(body)
  return found.ok ? [] : found.faults.map(({ field }) => field)
}

const answer = { act: 'answer', open: 'age-check#2', ask: '3', event: 'answered' }
const taken = { type: 'answer', open: 'age-check#2', ask: 3, event: 'answered' }

describe('an answer from a form of the desk', () => {
  it('is the choice of the button that was pressed, whatever else was filled in', () => {
    const pressed = { ...answer, event: 'needed', kind: 'text', value: 'half a sentence' }
    expect(act(pressed)).to.deep.equal({ ...taken, event: 'needed' })
  })

  it('is the text without the blanks around it, with plain line ends', () => {
    const value = '  One.\r\nTwo.  '
    expect(act({ ...answer, kind: 'text', value })).to.deep.equal({ ...taken, value: 'One.\nTwo.' })
  })

  it('is a day made from three fields', () => {
    const date = { 'value-day': '7', 'value-month': '3', 'value-year': '1998' }
    expect(act({ ...answer, kind: 'date', ...date })).to.deep.equal({
      ...taken,
      value: '1998-03-07',
    })
  })

  it('is a whole number', () => {
    const number = { ...answer, kind: 'number' }
    expect(act({ ...number, value: '14' })).to.deep.equal({ ...taken, value: 14 })
    for (const value of ['', '1.5', '1e3', 'ten', '0x10', '99999999999']) {
      expect(faulty({ ...number, value }), value).to.deep.equal(['value'])
    }
  })

  it('is a list of what was ticked, also when that is one thing or nothing', () => {
    const many = { ...answer, kind: 'many' }
    expect(act({ ...many, value: ['a', 'b'] })).to.deep.equal({ ...taken, value: ['a', 'b'] })
    expect(act({ ...many, value: 'a' })).to.deep.equal({ ...taken, value: ['a'] })
    expect(act(many)).to.deep.equal({ ...taken, value: [] })
  })

  it('is a signature only with a name and a tick', () => {
    const signed = { ...answer, kind: 'signature', value: 'Amira Haddad' }
    const value = { name: 'Amira Haddad', agreed: true }
    expect(act({ ...signed, agreed: 'yes' })).to.deep.equal({ ...taken, value })
    expect(faulty(signed)).to.deep.equal(['agreed-yes'])
    expect(faulty({ ...signed, agreed: 'yes', value: ' ' })).to.deep.equal(['value'])
  })

  it('is asked for again when it is empty', () => {
    expect(faulty({ ...answer, kind: 'text', value: ' \r\n ' })).to.deep.equal(['value'])
  })
})

describe('a day from three fields', () => {
  const day = (day: string, month: string, year: string) =>
    act({ ...answer, kind: 'date', 'value-day': day, 'value-month': month, 'value-year': year })

  it('exists', () => {
    expect(day('29', '2', '2024')).to.deep.include({ value: '2024-02-29' })
    for (const parts of [
      ['29', '2', '2023'],
      ['31', '4', '2024'],
      ['0', '1', '2024'],
      ['1', '13', '2024'],
      ['1', '1', '98'],
      ['', '1', '1998'],
      ['1', 'March', '1998'],
      ['-1', '1', '1998'],
    ] as const) {
      const [first, second, third] = parts
      expect(day(first, second, third), parts.join(' ')).to.be.an('array')
    }
  })
})

describe('an act from a form of the desk', () => {
  it('names somebody of the team, by the name that the clinic has for them', () => {
    expect(act({ act: 'assign', member: 'supervisor/p-tom' })).to.deep.equal({
      type: 'assign',
      role: 'supervisor',
      to: 'p-tom',
      name: 'Dr Tom Okafor',
    })
    expect(faulty({ act: 'assign', member: '' })).to.deep.equal(['member'])
  })

  it('proposes a treatment', () => {
    expect(act({ act: 'propose', treatment: 'filler/Dermal filler' })).to.deep.equal({
      type: 'propose',
      class: 'filler',
      name: 'Dermal filler',
    })
  })

  it('plans, with or without a supervisor', () => {
    const form = {
      ...{
        act: 'plan',
        performer: 'p-amira',
        supervisor: '',
        premises: 'Room 1',
        product: 'HA 1 ml',
      },
      ...{ 'date-day': '09', 'date-month': '12', 'date-year': '2026' },
    }
    const plan = {
      performer: 'p-amira',
      premises: 'Room 1',
      product: 'HA 1 ml',
      date: '2026-12-09',
    }
    expect(act(form)).to.deep.equal({ type: 'plan', plan })
    expect(act({ ...form, supervisor: 'p-tom' })).to.deep.equal({
      type: 'plan',
      plan: { ...plan, supervisor: 'p-tom' },
    })
    expect(faulty({ act: 'plan' })).to.deep.equal(['performer', 'premises', 'product', 'date'])
  })

  it('corrects a date of birth only with a document that was seen', () => {
    const date = { 'birth-date-day': '4', 'birth-date-month': '5', 'birth-date-year': '1991' }
    expect(act({ act: 'correct', ...date, seen: 'passport' })).to.deep.equal({
      type: 'correct',
      'birth-date': '1991-05-04',
      seen: 'passport',
    })
    expect(faulty({ act: 'correct', ...date })).to.deep.equal(['seen'])
  })

  it('declines with a reason', () => {
    const reason = 'Expectations that this cannot meet.'
    expect(act({ act: 'decline', reason })).to.deep.equal({ type: 'decline', reason })
    expect(faulty({ act: 'decline' })).to.deep.equal(['reason'])
  })

  it('withdraws on the word of the patient, and asks for no reason', () => {
    const withdrawal = { type: 'withdraw', 'on-word-of-patient': true }
    expect(act({ act: 'withdraw', reason: 'ignored' })).to.deep.equal(withdrawal)
  })

  it('pauses and goes on', () => {
    for (const type of ['pause', 'resume']) expect(act({ act: type })).to.deep.equal({ type })
  })

  it('goes on after the patient’s own stop on their word', () => {
    const resumed = { type: 'resume', 'on-word-of-patient': true }
    expect(act({ act: 'resume', word: 'yes' })).to.deep.equal(resumed)
  })

  it('ends only with the tick that everything is done and the patient knows', () => {
    expect(act({ act: 'end', done: 'yes' })).to.deep.equal({ type: 'end' })
    expect(faulty({ act: 'end' })).to.deep.equal(['done-yes'])
  })

  it('asks again what ended waiting', () => {
    const open = 'voluntariness-finding#1'
    expect(act({ act: 'again', open })).to.deep.equal({ type: 'again', open })
  })

  it('replies to a question and attends to a request', () => {
    expect(act({ act: 'reply', question: 'ask-1', words: 'Yes.' })).to.deep.equal({
      type: 'reply',
      question: 'ask-1',
      words: 'Yes.',
    })
    expect(act({ act: 'attend', request: 'call-1' })).to.deep.equal({
      type: 'attend',
      request: 'call-1',
    })
  })

  it('links to a known person on two identifiers, never on one', () => {
    const link = { act: 'link', person: 'person-9' }
    expect(act({ ...link, identifiers: ['full-name', 'phone'] })).to.deep.equal({
      type: 'link',
      person: 'person-9',
      identifiers: ['full-name', 'phone'],
    })
    expect(faulty({ ...link, identifiers: 'full-name' })).to.deep.equal(['identifiers'])
    expect(faulty({ act: 'link' })).to.deep.equal(['identifiers', 'person'])
  })

  it('stands in for the gates that were ticked', () => {
    expect(act({ act: 'stand-in', gates: 'fees-disclosed' })).to.deep.equal({
      type: 'stand-in',
      gates: ['fees-disclosed'],
    })
    expect(faulty({ act: 'stand-in' })).to.deep.equal(['gates'])
  })

  it('is none of those that have no form', () => {
    for (const type of ['start', 'identify', 'tick', 'toString', '__proto__', '']) {
      expect(asked({ act: type }).ok, type).to.equal(false)
    }
  })
})

describe('an invitation', () => {
  const form = {
    ...{ name: 'Sam Example', 'safe-contact': 'text', 'safe-contact-details': '07700 900123' },
    ...{ 'birth-date-day': '4', 'birth-date-month': '5', 'birth-date-year': '1991' },
    ...{ treatment: 'filler/Dermal filler' },
  }

  it('says who, how to reach them and for what', () => {
    expect(invitationOf(fieldsOf(form), TREATMENTS)).to.deep.equal({
      faults: [],
      invitation: {
        name: 'Sam Example',
        birthDate: '1991-05-04',
        safeContact: 'text',
        safeContactDetails: '07700 900123',
        treatmentClass: 'filler',
        treatmentName: 'Dermal filler',
      },
    })
  })

  it('is for what the clinic’s list has, kind and name together, and names the list', () => {
    for (const treatment of ['peel/Dermal filler', 'filler/Lip filler', 'filler', '']) {
      const { faults } = invitationOf(fieldsOf({ ...form, treatment }), TREATMENTS)
      expect(
        faults.map(({ field }) => field),
        treatment,
      ).to.deep.equal(['treatment'])
      const proposal = asked({ act: 'propose', treatment })
      expect(proposal, treatment).to.deep.equal({ ok: false, faults })
      if (treatment !== '') expect(faults[0]?.says).to.include('Dermal filler, Chemical peel')
    }
  })

  it('says in plain words what is too long, at its field', () => {
    const long = 'a'.repeat(4001)
    const fields = fieldsOf({ ...form, name: long, 'safe-contact-details': long })
    const says = 'Shorten this: it has 4001 characters, and 4000 fit at the most'
    expect(invitationOf(fields, TREATMENTS).faults).to.deep.equal([
      { field: 'name', says },
      { field: 'safe-contact-details', says },
    ])
  })

  it('needs details of the way, unless it is at the clinic only', () => {
    const { faults } = invitationOf(fieldsOf({ ...form, 'safe-contact-details': '' }), TREATMENTS)
    expect(faults.map(({ field }) => field)).to.deep.equal(['safe-contact-details'])
    const there = { ...form, 'safe-contact': 'at-the-clinic-only', 'safe-contact-details': '' }
    const { faults: none, invitation } = invitationOf(fieldsOf(there), TREATMENTS)
    expect(none).to.deep.equal([])
    expect(invitation).not.to.have.property('safeContactDetails')
  })
})
