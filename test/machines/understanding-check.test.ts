import { expect } from 'chai'
import type { FactValues, Pathway } from '../../machines/contract.ts'
import { teachBack } from '../../machines/pathways/teach-back/facts.ts'
import { understandingCheck } from '../../machines/pathways/understanding-check/facts.ts'
import { instant } from '../../machines/time.ts'
import { type Answer, follow, type Followed, practitioner, typed } from './follow.ts'
import { walk } from './walk.ts'

const said: FactValues = {
  'teach-back-treatment': 'A gel goes into my lips',
  'teach-back-risks': 'I could go blind',
  'teach-back-choices': 'I could leave it',
  'said-back': true,
}
const asked: FactValues = { 'explaining-wanted': true }
const answered = typed('Explained how a blocked vessel is treated; no more worries')

const checking = (input: FactValues, ...answers: Answer[]) =>
  follow(understandingCheck, answers, { input, by: practitioner })

/** The facts that an outcome leaves behind. */
function written({ writes }: Pathway, { facts }: Followed): FactValues {
  const names = writes.filter((name) => facts[name] !== undefined)
  return Object.fromEntries(names.map((name) => [name, facts[name]]))
}

describe('checking what the patient understands', () => {
  it('puts the patient’s own words before the practitioner, who judges', () => {
    expect(checking(said).at).to.equal('judge')
    expect(checking(said).choices).to.deep.equal(['understood', 'explain-again', 'decline'])
  })

  it('asks for an answer to each worry before it is settled, also when none was named', () => {
    for (const input of [said, { ...said, 'patient-worries': 'Going blind' }]) {
      const { at, facts } = checking(input, 'understood')
      expect(at).to.equal('worries')
      expect(facts.understood).to.equal(undefined)
    }
    expect(checking(said, 'understood', 'explain-again').at).to.equal('explanation')
  })

  it('is a finding of the practitioner, whatever the words were', () => {
    const { at, facts } = checking(said, 'understood', answered)
    expect(at).to.equal('understood')
    expect(facts.understood).to.equal(true)
    expect(facts['worries-answer']).to.be.a('string')
    expect(facts.explanation).to.equal(undefined)
  })

  it('may end in a decline, with its reason, at any point before', () => {
    const declining = ['decline', typed('Not ready')]
    for (const [input, before] of [
      [said, []],
      [said, ['understood']],
      [asked, []],
    ] as const) {
      const { at, facts } = checking(input, ...before, ...declining)
      expect(at).to.equal('declined')
      expect(facts.understood).to.equal(undefined)
    }
    expect(understandingCheck.writes).not.to.include('decline-reason')
  })
})

describe('nobody is found to understand', () => {
  it('who asked to be told again', () => {
    expect(checking(asked).at).to.equal('asked-to-be-told')
    expect(checking(asked).choices).to.deep.equal(['explain-again', 'decline'])
    expect(checking({ ...said, ...asked }).at).to.equal('asked-to-be-told')
  })

  it('who has not said it back', () => {
    const { 'said-back': _, ...words } = said
    for (const input of [{}, words]) expect(checking(input).at).to.equal('asked-to-be-told')
  })

  it('by being told again: explained-again never writes understood, on any path', async () => {
    const guarded = {
      ...understandingCheck,
      outcomes: {
        ...understandingCheck.outcomes,
        'explained-again': {
          ...understandingCheck.outcomes['explained-again'],
          ensures: (facts: FactValues) => facts.understood === undefined,
        },
      },
    } as typeof understandingCheck
    const { faults } = await walk(guarded, { inputs: [said, asked, {}] })
    expect(faults).to.deep.equal([])
    const { at, facts } = checking(said, 'explain-again', typed('Skin can die'))
    expect(at).to.equal('explained-again')
    expect(facts.understood).to.equal(undefined)
    expect(understandingCheck.outcomes['explained-again']?.then).to.equal('waits')
  })

  it('by count: the fiftieth round is asked as the first', () => {
    let told: FactValues = {}
    for (let round = 0; round < 50; round += 1) {
      const wants = written(teachBack, follow(teachBack, ['tell-me-again'], { input: told }))
      expect(checking(wants).choices).to.deep.equal(['explain-again', 'decline'])
      const again = checking(wants, 'explain-again', typed('Skin can die'))
      told = written(understandingCheck, again)
      expect(told).to.have.all.keys('explanation', 'explained-at')
    }
    const words = ['go-on', typed('A gel'), typed('Blindness'), typed('Nothing')]
    const back = written(teachBack, follow(teachBack, words, { input: told }))
    expect(checking(back).choices).to.deep.equal(['understood', 'explain-again', 'decline'])
  })
})

describe('an explanation', () => {
  it('is kept in the practitioner’s words, with the moment and what it is about, for the patient to read', () => {
    const at = instant('2026-11-22T10:00:00.000Z')
    const { facts } = checking({ ...said, 'treatment-name': 'Dermal filler' }, 'explain-again', {
      ...{ type: 'answered', value: 'Skin can die', at },
    })
    expect(facts.explanation).to.equal('Skin can die')
    expect(facts['explained-at']).to.equal(at)
    expect(facts['explanation-of']).to.equal('Dermal filler')
  })

  it('is read by what asks the patient, so that it asks again even in the same words', () => {
    expect(teachBack.reads).to.include.members(['explanation', 'explanation-of', 'explained-at'])
    expect(understandingCheck.reads).to.include.members([...teachBack.writes])
  })
})
