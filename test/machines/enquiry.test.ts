import { expect } from 'chai'
import { enquiry } from '../../machines/pathways/enquiry/facts.ts'
import { type Said, walk } from '../support/walk.ts'

const named: readonly Said[] = [{ answered: 'Samira Holt' }, 'same']
const byPhone: readonly Said[] = [...named, 'phone', { answered: '020 7946 0199' }]

describe('enquiry', () => {
  it('asks for a name first, and what to call somebody next', () => {
    expect(walk(enquiry, []).state).to.equal('full-name')
    expect(walk(enquiry, [{ answered: 'Samira Holt' }]).state).to.equal('called-by')
  })

  it('calls somebody by the name they choose (SAFE-36)', () => {
    const { facts } = walk(enquiry, [{ answered: 'Samira Holt' }, { answered: 'Sam' }])
    expect(facts['full-name']).to.equal('Samira Holt')
    expect(facts['called-by']).to.equal('Sam')
  })

  it('calls somebody by their full name if they choose that', () => {
    expect(walk(enquiry, named).facts['called-by']).to.equal('Samira Holt')
  })

  for (const way of ['phone', 'text', 'email', 'post']) {
    it(`asks where to reach somebody for whom it is safe by ${way}`, () => {
      const { state, facts } = walk(enquiry, [...named, way])
      expect(state).to.equal('safe-contact-details')
      expect(facts['safe-contact']).to.equal(way)
    })
  }

  it('asks for no number or address where only the clinic itself is safe', () => {
    const { state, facts } = walk(enquiry, [...named, 'at-the-clinic-only'])
    expect(state).to.equal('reason')
    expect(facts['safe-contact']).to.equal('at-the-clinic-only')
    expect(facts).not.to.have.property('safe-contact-details')
  })

  it('keeps the reason and the hope in the words that were given (JCCP-17)', () => {
    const said = [{ answered: 'My  lines, I think?' }, { answered: 'To look less tired.\n' }]
    const { state, facts, done } = walk(enquiry, [...byPhone, ...said])
    expect(state).to.equal('told')
    expect(done).to.equal(true)
    expect(facts['reason-in-own-words']).to.equal('My  lines, I think?')
    expect(facts['hoped-for-outcome']).to.equal('To look less tired.\n')
  })

  it('presses nobody for what they hope for', () => {
    const { state, facts } = walk(enquiry, [...byPhone, { answered: 'Hair.' }, 'not-sure-yet'])
    expect(state).to.equal('told')
    expect(facts).not.to.have.property('hoped-for-outcome')
  })

  it('asks an adult, and somebody whose age is not known yet, for the reason', () => {
    expect(walk(enquiry, byPhone).state).to.equal('reason')
    expect(walk(enquiry, byPhone, { input: { 'age-band': 'adult' } }).state).to.equal('reason')
  })

  it('asks nobody of 16 or 17 what they want done: a named person does (JCCP-AX-YP-1)', () => {
    for (const contact of [byPhone, [...named, 'at-the-clinic-only']]) {
      const { state, facts, done } = walk(enquiry, contact, { input: { 'age-band': '16-17' } })
      expect(state).to.equal('told-to-named-person')
      expect(done).to.equal(true)
      expect(facts).not.to.have.property('reason-in-own-words')
    }
  })

  it('takes an answer of 4,000 letters, none empty and none longer', () => {
    expect(walk(enquiry, [{ answered: 'x'.repeat(4000) }]).state).to.equal('called-by')
    expect(() => walk(enquiry, [{ answered: '' }])).to.throw()
    expect(() => walk(enquiry, [{ answered: 'x'.repeat(4001) }])).to.throw()
  })

  it('ends with what it ensures, whichever way it went', () => {
    const contacts = [byPhone, [...named, 'at-the-clinic-only']]
    const hopes: Said[] = [{ answered: 'Less pain.' }, 'not-sure-yet']
    for (const contact of contacts) {
      for (const hope of hopes) {
        const { facts } = walk(enquiry, [...contact, { answered: 'My jaw.' }, hope])
        expect(enquiry.outcomes['told']?.ensures(facts)).to.equal(true)
      }
      const young = walk(enquiry, contact, { input: { 'age-band': '16-17' } })
      expect(enquiry.outcomes['told-to-named-person']?.ensures(young.facts)).to.equal(true)
    }
  })

  it('does not count as told without a way to reach somebody', () => {
    const told = enquiry.outcomes['told']
    const facts = walk(enquiry, [...byPhone, { answered: 'Hair.' }, 'not-sure-yet']).facts
    for (const missing of ['full-name', 'called-by', 'safe-contact-details'] as const) {
      const rest = Object.entries(facts).filter(([name]) => name !== missing)
      expect(told?.ensures(Object.fromEntries(rest))).to.equal(false)
    }
  })
})
