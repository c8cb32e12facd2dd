import { expect } from 'chai'
import type { StateMeta } from '../../machines/contract.ts'
import { voluntarinessFinding } from '../../machines/pathways/voluntariness-finding/facts.ts'
import { type Answer, follow, practitioner, typed } from './follow.ts'

const finding = (...answers: Answer[]) =>
  follow(voluntarinessFinding, answers, { by: practitioner })

describe('the finding that a wish is the patient’s own', () => {
  it('begins with a talk on their own, today', () => {
    expect(finding().at).to.equal('alone-now')
    expect(finding('yes').at).to.equal('said-own-wish')
  })

  it('is affirmed when the patient said so, on their own', () => {
    const { at, ended, facts } = finding('yes', 'yes')
    expect(at).to.equal('affirmed')
    expect(ended).to.equal(true)
    expect(facts).to.deep.equal({ 'voluntary-affirmed': true })
  })

  it('waits when it was not possible to talk on their own', () => {
    const { at, facts } = finding('not-possible')
    expect(at).to.equal('postponed')
    expect(facts['voluntary-affirmed']).to.equal(undefined)
    expect(voluntarinessFinding.outcomes['postponed']?.then).to.equal('waits')
  })

  it('waits when the patient did not say so: no worry is not a yes', () => {
    const { at, facts } = finding('yes', 'not-said')
    expect(at).to.equal('not-yet')
    expect(facts['voluntary-affirmed']).to.equal(undefined)
    expect(voluntarinessFinding.outcomes['not-yet']?.then).to.equal('waits')
  })

  it('writes one fact, whose absence has no reason', () => {
    expect(voluntarinessFinding.writes).to.deep.equal(['voluntary-affirmed'])
    const absent = [finding('not-possible'), finding('yes', 'not-said')]
    expect(absent.map(({ facts }) => facts)).to.deep.equal([{}, {}])
  })

  it('is never affirmed without having been alone', () => {
    expect(finding().choices).to.deep.equal(['yes', 'not-possible'])
    expect(() => finding('not-possible', 'yes')).to.throw('does not take')
  })

  it('is asked anew each time: nothing of it is carried over', () => {
    const metas = Object.values(voluntarinessFinding.machine.states)
      .map(({ config }) => (config.meta as StateMeta | undefined)?.asks)
      .filter((asks) => asks !== undefined)
    expect(metas).to.have.length(3)
    for (const asks of metas) expect(asks).to.include({ fresh: true })
  })

  it('is asked again when the treatment is another one', () => {
    expect(voluntarinessFinding.reads).to.have.members(['treatment-class', 'treatment-name'])
  })
})

describe('declining because of a doubt', () => {
  it('needs a reason and no proof, and affirms nothing', () => {
    expect(finding('yes', 'decline').at).to.equal('decline-reason')
    expect(finding('yes', 'decline').choices).to.deep.equal([])
    const { at, facts } = finding('yes', 'decline', typed('They looked to the door each time.'))
    expect(at).to.equal('declined')
    expect(facts['voluntary-affirmed']).to.equal(undefined)
    expect(voluntarinessFinding.writes).not.to.include('decline-reason')
  })

  it('takes no reason without a word in it', () => {
    for (const nothing of ['', '   ']) {
      expect(() => finding('yes', 'decline', typed(nothing))).to.throw()
    }
  })

  it('is a person’s decision like any other', () => {
    const then = voluntarinessFinding.outcomes['declined']?.then
    expect(then).to.equal('declined-by-practitioner')
  })
})
