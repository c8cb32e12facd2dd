import { expect } from 'chai'
import type { StateMeta } from '../../machines/contract.ts'
import { isClinical } from '../../machines/facts.ts'
import { information } from '../../machines/pathways/information/facts.ts'
import { instant } from '../../machines/time.ts'
import { shippedWords } from '../support/words.ts'
import { type Answer, follow, NOON, typed } from './follow.ts'

const words = shippedWords()
const told = (...answers: Answer[]) => follow(information, answers)

const STEPS = [
  'about',
  'side-effects',
  'complications',
  'serious',
  'failure',
  'doing-nothing',
  'options',
  'emotional-impact',
]
const read = ['tell-me-everything', ...STEPS.map(() => 'go-on')]
const worried = [...read, typed('Going blind')]

describe('what a patient is told before deciding', () => {
  it('begins with what the patient wants to know', () => {
    expect(told().at).to.equal('want-to-know')
    expect(told().choices).to.deep.equal(['tell-me-everything', 'rather-not-hear-risks'])
  })

  it('is told one step at a time, in the same order for everybody', () => {
    STEPS.forEach((step, at) => expect(told(...read.slice(0, at + 1)).at).to.equal(step))
    expect(told(...read).at).to.equal('worries')
  })

  it('is never left out: a step leads to the next one and nowhere else', () => {
    for (const [at, step] of STEPS.entries()) {
      const next = STEPS[at + 1] ?? 'worries'
      const before = read.slice(0, at + 1)
      expect(told(...before).choices).to.deep.equal(['go-on', 'say-more'])
      expect(told(...before, 'say-more').at).to.equal(`${step}-more`)
      expect(told(...before, 'say-more').choices).to.deep.equal(['go-on'])
      expect(told(...before, 'say-more', 'go-on').at).to.equal(next)
    }
  })

  it('is told again for another treatment, of which every step reads the name', () => {
    expect(information.reads).to.include('treatment-name')
    for (const step of STEPS) {
      const id = `information/${step}`
      expect(words.get(id).slots, id).to.include('treatment-name')
    }
  })
})

describe('somebody who would rather not hear the risks', () => {
  it('skips nothing: a person has to talk with them first', () => {
    const { at, ended, facts } = told('rather-not-hear-risks', 'talk-to-a-person')
    expect(at).to.equal('to-a-person')
    expect(ended).to.equal(true)
    expect(information.outcomes[at]?.then).to.equal('waits')
    expect(facts).to.deep.equal({ 'risks-declined': true })
  })

  it('may change their mind, and then hears all of them from the start', () => {
    const changed = ['rather-not-hear-risks', 'tell-me-everything']
    expect(told('rather-not-hear-risks').at).to.equal('risks-not-wanted')
    expect(told(...changed).at).to.equal('about')
  })

  it('has no way to the written pack but through every risk', () => {
    const [, ...steps] = read
    expect(() => told('rather-not-hear-risks', ...steps)).to.throw('does not take go-on')
  })
})

describe('the worries of a patient', () => {
  it('are kept in their own words, which no guard may read', () => {
    expect(told(...worried).facts['patient-worries']).to.equal('Going blind')
    expect(isClinical('patient-worries')).to.equal(true)
  })

  it('may be none', () => {
    const { at, facts } = told(...read, 'no-worries')
    expect(at).to.equal('pack-way')
    expect(facts['patient-worries']).to.equal(undefined)
  })
})

describe('the written pack', () => {
  for (const way of ['on-paper-at-the-clinic', 'read-here-only', 'by-email'] as const) {
    it(`comes in the way that the patient calls safe: ${way}`, () => {
      const { at, facts } = told(...worried, way, 'have-it')
      expect(at).to.equal('informed')
      expect(facts['pack-way']).to.equal(way)
    })
  }

  it('may be wanted in another way before the patient has it', () => {
    const again = ['by-email', 'another-way', 'read-here-only', 'have-it']
    expect(told(...worried, 'by-email', 'another-way').at).to.equal('pack-way')
    expect(told(...worried, ...again).facts['pack-way']).to.equal('read-here-only')
  })

  it('is confirmed anew each time it is given: an earlier yes is never carried over', () => {
    const meta = information.machine.states['pack']?.config.meta as StateMeta | undefined
    expect(meta?.asks).to.deep.equal({ kind: 'choice', fresh: true })
  })

  it('counts as delivered from the moment when the patient says so, and not before', () => {
    const ready = told(...worried, 'read-here-only')
    expect(ready.facts['pack-delivered-at']).to.equal(undefined)
    const later = instant('2026-11-23T09:30:00.000Z')
    const { facts } = told(...worried, 'read-here-only', { type: 'have-it', at: later })
    expect(facts['pack-delivered-at']).to.equal(later)
    expect(facts['pack-delivered-at']).not.to.equal(NOON)
  })
})

describe('a patient who was told everything', () => {
  it('is on record as told of the risks, the choices and the feelings, and only at the end', () => {
    const { facts } = told(...read, 'no-worries', 'read-here-only', 'have-it')
    expect(facts).to.deep.equal({
      'pack-way': 'read-here-only',
      'pack-delivered-at': NOON,
      'risks-shown': true,
      'options-shown': true,
      'emotional-impact-discussed': true,
    })
    expect(told(...worried, 'read-here-only').facts).not.to.have.any.keys(
      'risks-shown',
      'options-shown',
      'emotional-impact-discussed',
    )
  })
})
