import { expect } from 'chai'
import { gpContact } from '../../machines/pathways/gp-contact/facts.ts'
import { type Answer, choicesOf, follow, typed } from './follow.ts'

const answering = (...answers: Answer[]) => follow(gpContact, answers)

describe('asking whether the GP may be contacted', () => {
  it('takes a yes, and then the name of the surgery', () => {
    const { at, facts } = answering('yes', typed('Mill Lane Surgery'))
    expect(at).to.equal('granted')
    expect(facts).to.deep.equal({
      'gp-permission': 'granted',
      'gp-practice': 'Mill Lane Surgery',
    })
  })

  it('takes a yes from somebody who has forgotten the name of the surgery', () => {
    const { at, facts } = answering('yes', 'do-not-remember')
    expect(at).to.equal('granted')
    expect(facts).to.deep.equal({ 'gp-permission': 'granted' })
  })

  it('does not read "not sure" as a yes: nothing is granted before it is explained', () => {
    const { at, facts } = answering('not-sure')
    expect(at).to.equal('explained')
    expect(facts['gp-permission']).to.equal(undefined)
  })

  it('takes a yes once it has been explained', () => {
    expect(answering('not-sure', 'yes', 'do-not-remember').at).to.equal('granted')
  })

  it('asks for a reason after a no, and accepts that none is given', () => {
    expect(answering('no').at).to.equal('reason')
    const { at, facts } = answering('no', 'rather-not-say', 'still-no')
    expect(at).to.equal('refused')
    expect(facts).to.deep.equal({ 'gp-permission': 'refused', 'gp-refusal-explored': true })
  })

  it('encourages once after a no, and a second no stands', () => {
    const { at, facts, ended } = answering('no', typed('My cousin works there'), 'still-no')
    expect(at).to.equal('refused')
    expect(ended).to.equal(true)
    expect(facts['gp-refusal-reason']).to.equal('My cousin works there')
  })

  it('lets somebody who said no say yes after all', () => {
    const { at, facts } = answering('no', 'rather-not-say', 'yes', 'do-not-remember')
    expect(at).to.equal('granted')
    expect(facts['gp-refusal-explored']).to.equal(undefined)
  })

  it('asks for a reason but does not encourage a second time after an explanation', () => {
    expect(answering('not-sure', 'no').at).to.equal('reason-once-explained')
    expect(answering('not-sure', 'no', 'rather-not-say').at).to.equal('refused')
    expect(answering('not-sure', 'no', typed('It is private')).at).to.equal('refused')
  })

  it('puts the choice to nobody more than twice', () => {
    const puts = Object.keys(gpContact.machine.states).filter((state) =>
      choicesOf(gpContact, state).includes('yes'),
    )
    expect(puts).to.deep.equal(['permission', 'explained', 'encouraged'])
    const twice = [answering('no', 'rather-not-say', 'still-no'), answering('not-sure', 'no')]
    for (const { choices } of twice) expect(choices).not.to.include('yes')
  })

  it('takes it that somebody has no GP, without asking why', () => {
    const { at, facts } = answering('no-gp')
    expect(at).to.equal('no-gp')
    expect(facts).to.deep.equal({ 'gp-permission': 'no-gp' })
  })

  it('bars nobody: whatever is answered, the consultation goes on', () => {
    const ends = Object.values(gpContact.outcomes).map(({ then }) => then)
    expect(ends).to.deep.equal(['goes-on', 'goes-on', 'goes-on'])
  })
})
