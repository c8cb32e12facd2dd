import { expect } from 'chai'
import { voluntariness } from '../../machines/pathways/voluntariness/facts.ts'
import {
  ONLY_THE_CLINIC,
  OWN_WISH,
  PRESSED,
} from '../../machines/pathways/voluntariness/machine.ts'
import { isClinical } from '../../machines/facts.ts'
import type { Asks, StateMeta } from '../../machines/contract.ts'
import { type Answer, follow, typed } from './follow.ts'

const asking = (...answers: Answer[]) => follow(voluntariness, answers)
const said = typed(undefined)

const metaOf = (state: string) =>
  (voluntariness.machine.states[state]?.config.meta as StateMeta | undefined)?.asks
const PRIVATE = ['own-wish', 'pressed', 'only-the-clinic']

describe('whether somebody is there', () => {
  it('is asked first, and anew each time', () => {
    expect(asking().at).to.equal('company')
    expect(metaOf('company')).to.include({ kind: 'choice', fresh: true })
  })

  it('leads to the private questions only for somebody on their own', () => {
    expect(asking('on-my-own').at).to.equal('own-wish')
  })

  for (const company of ['somebody-here', 'rather-not-say']) {
    it(`leaves them for the visit when the answer is ${company}`, () => {
      const { at, ended, facts } = asking(company)
      expect(at).to.equal('not-asked-here')
      expect(ended).to.equal(true)
      expect(facts['voluntariness-asked']).to.equal(undefined)
    })
  }

  it('leaves them for the visit where the channel is not private, whatever is said', () => {
    for (const type of ['on-my-own', 'somebody-here', 'rather-not-say']) {
      expect(asking({ type, private: false }).at).to.equal('not-asked-here')
    }
  })
})

describe('the private questions', () => {
  it('come three in a row, and end in one way', () => {
    expect(asking('on-my-own', said).at).to.equal('pressed')
    expect(asking('on-my-own', said, said).at).to.equal('only-the-clinic')
    const { at, facts } = asking('on-my-own', said, said, said)
    expect(at).to.equal('asked')
    expect(facts['voluntariness-asked']).to.equal(true)
  })

  it('have options that are values, kept as facts of the restricted stream alone', () => {
    const kept = PRIVATE.map((state) => metaOf(state) as Extract<Asks, { kind: 'private' }>)
    expect(kept.map(({ kind }) => kind)).to.deep.equal(['private', 'private', 'private'])
    expect(kept.map(({ options }) => options)).to.deep.equal([OWN_WISH, PRESSED, ONLY_THE_CLINIC])
    for (const { fact } of kept) {
      expect(isClinical(fact), fact).to.equal(true)
      expect(voluntariness.writes).not.to.include(fact)
      expect(voluntariness.reads).not.to.include(fact)
    }
  })

  it('bring no value to the statechart, which therefore cannot branch on one', () => {
    for (const state of PRIVATE) {
      const schema = voluntariness.answers[state]
      expect(schema?.safeParse(undefined).success, state).to.equal(true)
      for (const option of [...OWN_WISH, ...PRESSED, ...ONLY_THE_CLINIC, 'typed words']) {
        expect(schema?.safeParse(option).success, `${state}: ${option}`).to.equal(false)
      }
    }
  })

  it('offer no choice that is an event', () => {
    expect(asking('on-my-own').choices).to.deep.equal([])
    expect(asking('on-my-own', said).choices).to.deep.equal([])
    expect(asking('on-my-own', said, said).choices).to.deep.equal([])
  })

  it('can each be left to be said in person', () => {
    expect(OWN_WISH).to.include('rather-say-in-person')
    expect(PRESSED).to.include('rather-say-in-person')
    expect(ONLY_THE_CLINIC).to.include('yes-in-person')
  })

  for (const before of [[], [said], [said, said]]) {
    it(`stop after ${before.length} answers when the screen turns out not to be private`, () => {
      const { at, facts } = asking('on-my-own', ...before, { type: 'not-here', private: false })
      expect(at).to.equal('not-asked-here')
      expect(facts['voluntariness-asked']).to.equal(undefined)
    })
  }
})
