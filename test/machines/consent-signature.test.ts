import { expect } from 'chai'
import { FACTS, type FactValues } from '../../machines/facts.ts'
import { consentSignature } from '../../machines/pathways/consent-signature/facts.ts'
import { type Answer, follow, NOON, typed } from './follow.ts'

const signing = (...answers: Answer[]) => follow(consentSignature, answers)
const signature = typed({ name: 'Rosa Finch', agreed: true })

describe('signing for a treatment', () => {
  it('comes after what is agreed to and what a signature means', () => {
    expect(signing().at).to.equal('statement')
    expect(signing('i-agree-with-this').at).to.equal('meaning')
    expect(signing('i-agree-with-this', 'go-on').at).to.equal('signature')
  })

  it('keeps the name, the moment and the meaning', () => {
    const { at, facts } = signing('i-agree-with-this', 'go-on', signature)
    expect(at).to.equal('signed')
    expect(facts.signature).to.deep.equal({ name: 'Rosa Finch', at: NOON, meaning: 'consent' })
    expect(FACTS.signature.safeParse(facts.signature).success).to.equal(true)
  })

  it('needs a name and a tick, and nothing else will do', () => {
    const schema = consentSignature.answers['signature']
    const accepts = (value: unknown) => schema?.safeParse(value).success
    expect(accepts({ name: 'Rosa Finch', agreed: true })).to.equal(true)
    for (const value of [
      { name: 'Rosa Finch', agreed: false },
      { name: 'Rosa Finch' },
      { name: '', agreed: true },
      { name: '   ', agreed: true },
      { name: 'Rosa Finch', agreed: true, at: '2020-01-01T00:00:00.000Z' },
      'yes',
      true,
    ]) {
      expect(accepts(value), JSON.stringify(value)).to.equal(false)
    }
  })

  it('stops for a question, and nothing is signed', () => {
    const { at, facts } = signing('i-have-a-question')
    expect(at).to.equal('has-a-question')
    expect(facts.signature).to.equal(undefined)
    expect(consentSignature.outcomes['has-a-question']?.then).to.equal('waits')
  })

  for (const said of [[], ['i-agree-with-this'], ['i-agree-with-this', 'go-on']]) {
    it(`can be left for another day after ${said.length} of its 3 steps`, () => {
      const { at, facts } = signing(...said, 'not-today')
      expect(at).to.equal('not-today')
      expect(facts.signature).to.equal(undefined)
      expect(consentSignature.outcomes['not-today']?.then).to.equal('waits')
    })
  }

  it('is given afresh each time: no answer is carried over', () => {
    const states = Object.values(consentSignature.machine.states)
    const asked = states.flatMap(
      ({ config }) => (config.meta as { asks: object } | undefined) ?? [],
    )
    expect(asked).to.have.length(3)
    for (const { asks } of asked) expect(asks).to.include({ fresh: true })
  })

  it('is not consent: it writes a signature and nothing else', () => {
    const writes: readonly (keyof FactValues)[] = consentSignature.writes
    expect(writes).to.deep.equal(['signature'])
  })
})
