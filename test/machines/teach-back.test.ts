import { expect } from 'chai'
import type { FactValues, StateMeta } from '../../machines/contract.ts'
import { isClinical } from '../../machines/facts.ts'
import { teachBack } from '../../machines/pathways/teach-back/facts.ts'
import { type Answer, follow, NOON, typed } from './follow.ts'

const saying = (input: FactValues, ...answers: Answer[]) => follow(teachBack, answers, { input })

const words = [
  typed('A gel goes into my lips'),
  typed('I could go blind'),
  typed('I could leave it'),
]
const explained: FactValues = {
  explanation: 'It may not wear off evenly',
  'explanation-of': 'Dermal filler',
  'explained-at': NOON,
  'treatment-name': 'Dermal filler',
}
const QUESTIONS = ['what-will-be-done', 'what-could-go-wrong', 'what-else']

describe('saying it back', () => {
  it('asks what will be done, what could go wrong that matters most, and what else there is', () => {
    QUESTIONS.forEach((question, at) =>
      expect(saying({}, ...words.slice(0, at)).at).to.equal(question),
    )
  })

  it('keeps the three answers as they were given', () => {
    const { at, facts } = saying({}, ...words)
    expect(at).to.equal('said-back')
    expect(facts).to.deep.equal({
      'teach-back-treatment': 'A gel goes into my lips',
      'teach-back-risks': 'I could go blind',
      'teach-back-choices': 'I could leave it',
      'said-back': true,
    })
  })

  it('marks nothing: no guard may read what was said', () => {
    for (const name of teachBack.writes.filter((one) => one.startsWith('teach-back-'))) {
      expect(isClinical(name), name).to.equal(true)
    }
    expect(saying({}, typed('?'), typed('?'), typed('?')).at).to.equal('said-back')
  })

  it('finds nobody to understand: that is for a practitioner', () => {
    expect(teachBack.writes).not.to.include('understood')
  })
})

describe('asking to be told again', () => {
  QUESTIONS.forEach((question, at) => {
    it(`is possible at ${question}, and waits for a person`, () => {
      const { at: end, facts } = saying({}, ...words.slice(0, at), 'tell-me-again')
      expect(end).to.equal('wants-explaining')
      expect(teachBack.outcomes[end]?.then).to.equal('waits')
      expect(facts['explaining-wanted']).to.equal(true)
      expect(facts['said-back']).to.equal(undefined)
    })
  })
})

describe('after it was explained again', () => {
  it('shows what was explained, and then asks all three questions anew', () => {
    expect(saying(explained).at).to.equal('explained')
    expect(saying(explained, 'go-on').at).to.equal('what-will-be-done')
    expect(saying(explained, 'go-on', ...words).at).to.equal('said-back')
  })

  it('shows nothing of what was explained about another treatment', () => {
    const other = { ...explained, 'treatment-name': 'Laser hair removal' }
    expect(saying(other).at).to.equal('what-will-be-done')
  })

  it('takes no answer over from the round before', () => {
    for (const question of QUESTIONS) {
      const meta = teachBack.machine.states[question]?.config.meta as StateMeta | undefined
      expect(meta?.asks, question).to.deep.equal({ kind: 'text', fresh: true })
    }
  })

  it('can be asked for again, however often it was explained', () => {
    expect(saying(explained, 'tell-me-again').at).to.equal('wants-explaining')
    expect(saying(explained, 'go-on', 'tell-me-again').at).to.equal('wants-explaining')
  })
})
