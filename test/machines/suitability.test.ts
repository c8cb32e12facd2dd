import { expect } from 'chai'
import { getAdjacencyMap } from 'xstate/graph'
import { suitability } from '../../machines/pathways/suitability/facts.ts'
import { type Answer, choicesOf, follow, practitioner, typed } from './follow.ts'

const judging = (...answers: readonly Answer[]) =>
  follow(suitability, answers, { by: practitioner })

const expected = typed('Hopes for a softer line; told it can soften, not remove it')
const examined = [expected, 'needed-and-done', typed('Skin healthy, none found')]
const beneficial = [...examined, 'overall-benefit']
const inInterest = [...beneficial, 'in-best-interest', typed('Bothers her daily; low risk')]
const discussed = [...inInterest, typed('No treatment, skin care, a dermatologist elsewhere')]
const saidNo = [typed('Explained why, kindly'), 'offered-both', typed('No benefit over all')]

/** The ways to a no, each with what comes before it. */
const REFUSALS: Readonly<Record<string, readonly Answer[]>> = {
  'no overall benefit': [...examined, 'no-overall-benefit'],
  'no overall benefit after a doubt was talked through': [
    ...examined,
    'in-doubt',
    typed('Told them what I doubt'),
    'no-overall-benefit',
  ],
  'not in their best interest': [...beneficial, 'not-in-best-interest'],
  'not in their best interest after a second opinion': [
    ...discussed,
    ...['wanted', 'second-opinion-heard', typed('Dr Hale advises against'), 'not-in-best-interest'],
  ],
}

describe('assessing suitability', () => {
  it('begins with what the patient hopes for, talked through', () => {
    expect(judging().at).to.equal('expectations')
    const { at, facts } = judging(expected)
    expect(at).to.equal('examination')
    expect(facts['expectations-reviewed']).to.include('softer line')
  })

  it('is complete with every part of it in the practitioner’s own words', () => {
    const { at, facts } = judging(...discussed, 'not-wanted')
    expect(at).to.equal('suitable')
    expect(facts).to.deep.equal({
      'expectations-reviewed': 'Hopes for a softer line; told it can soften, not remove it',
      examination: 'done',
      'examination-words': 'Skin healthy, none found',
      'best-interest-reason': 'Bothers her daily; low risk',
      'alternatives-discussed': 'No treatment, skin care, a dermatologist elsewhere',
      'second-opinion': 'not-wanted',
      'assessment-complete': true,
    })
  })

  it('is not complete a step earlier', () => {
    expect(judging(...discussed).facts['assessment-complete']).to.equal(undefined)
  })

  it('is judged by the practitioner alone: no guard decides anything', () => {
    expect(suitability.machine.implementations.guards).to.deep.equal({})
  })

  it('is made anew in every consultation', () => {
    for (const { config } of Object.values(suitability.machine.states)) {
      const meta = config.meta as { asks: { fresh?: true } } | undefined
      if (meta) expect(meta.asks.fresh).to.equal(true)
    }
  })
})

describe('an examination', () => {
  it('that is needed comes before the judgement', () => {
    const { at, choices } = judging(expected, 'needed-not-done')
    expect(at).to.equal('examination-first')
    expect(choices).to.deep.equal(['done-now'])
    expect(judging(expected, 'needed-not-done', 'done-now').at).to.equal('examination')
  })

  it('that is not needed is left out with a reason', () => {
    expect(judging(expected, 'not-needed').at).to.equal('examination-words')
    const { at, facts } = judging(expected, 'not-needed', typed('Small area, seen at the door'))
    expect(at).to.equal('benefit')
    expect(facts.examination).to.equal('not-needed')
    expect(facts['examination-words']).to.equal('Small area, seen at the door')
  })
})

describe('a doubt about the benefit', () => {
  const talked = [
    ...examined,
    'in-doubt',
    typed('Explained what I doubt; she wants less than that'),
  ]

  it('is talked through and then judged once more', () => {
    expect(judging(...examined, 'in-doubt').at).to.equal('benefit-talked-through')
    expect(judging(...talked).choices).to.deep.equal(['overall-benefit', 'no-overall-benefit'])
    expect(judging(...talked, 'overall-benefit').at).to.equal('best-interest')
  })
})

describe('a no', () => {
  for (const [why, before] of Object.entries(REFUSALS)) {
    it(`because of ${why} is explained, with alternatives and a second opinion, and declines`, () => {
      expect(judging(...before).at).to.equal('explained')
      expect(judging(...before, typed('Explained')).at).to.equal('alternatives-offered')
      const { at, facts } = judging(...before, ...saidNo)
      expect(at).to.equal('declined')
      expect(facts['assessment-complete']).to.equal(undefined)
      expect(facts['decline-reason']).to.equal('No benefit over all')
    })
  }

  it('is final: from it no answer, however often given, leads anywhere but to a decline', () => {
    const map = getAdjacencyMap(suitability.machine, {
      events: [
        ...new Set(
          Object.keys(suitability.machine.states).flatMap((state) => [
            ...choicesOf(suitability, state),
            'answered',
          ]),
        ),
      ].map((type) => ({ type, value: 'Some words' })) as never,
      serializeState: ({ value }) => String(value) as never,
    }) as unknown as Record<string, { transitions: Record<string, { state: { value: string } }> }>
    const onwards = new Set(['explained'])
    for (const state of onwards) {
      for (const { state: next } of Object.values(map[state]?.transitions ?? {})) {
        onwards.add(next.value)
      }
    }
    expect([...onwards]).to.deep.equal([
      'explained',
      'alternatives-offered',
      'decline-reason',
      'declined',
    ])
  })

  it('cannot be reached without offering both alternatives and a second opinion', () => {
    expect(choicesOf(suitability, 'alternatives-offered')).to.deep.equal(['offered-both'])
  })

  it('keeps its reason out of the facts that the open stream takes', () => {
    expect(suitability.writes).not.to.include('decline-reason')
    expect(suitability.outcomes['declined']?.then).to.equal('declined-by-practitioner')
  })
})

describe('a second opinion', () => {
  it('is offered to everybody who has not been declined', () => {
    expect(judging(...discussed).at).to.equal('second-opinion')
  })

  it('that is wanted keeps the assessment waiting until it has been heard', () => {
    const { at, ended, choices, facts } = judging(...discussed, 'wanted')
    expect(at).to.equal('waiting-for-second-opinion')
    expect(ended).to.equal(false)
    expect(choices).to.deep.equal(['second-opinion-heard', 'no-longer-wanted'])
    expect(facts['assessment-complete']).to.equal(undefined)
  })

  it('is weighed by the practitioner once heard', () => {
    const heard = [
      ...discussed,
      'wanted',
      'second-opinion-heard',
      typed('Dr Hale sees no objection'),
    ]
    expect(judging(...heard).at).to.equal('after-second-opinion')
    const { at, facts } = judging(...heard, 'in-best-interest')
    expect(at).to.equal('suitable')
    expect(facts).to.include({
      'second-opinion': 'heard',
      'second-opinion-words': 'Dr Hale sees no objection',
    })
  })

  it('may be given up by the patient', () => {
    const { at, facts } = judging(...discussed, 'wanted', 'no-longer-wanted')
    expect(at).to.equal('suitable')
    expect(facts['second-opinion']).to.equal('not-wanted')
  })
})
