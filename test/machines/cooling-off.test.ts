import { expect } from 'chai'
import type { FactValues } from '../../machines/contract.ts'
import { coolingOff } from '../../machines/pathways/cooling-off/facts.ts'
import { reflectionElapsed } from '../../machines/pathways/cooling-off/guards.ts'
import { type Instant, instant, reflectionEnds } from '../../machines/time.ts'
import { type Answer, follow } from './follow.ts'

const DELIVERED = instant('2026-11-21T12:00:00.000Z')
// An example of a clinic's own policy: no law names a number.
const HOURS = 72
const ENDS = reflectionEnds(DELIVERED, HOURS)
const JUST_BEFORE = instant('2026-11-24T11:59:59.999Z')
const WEEKS_LATER = instant('2026-12-24T12:00:00.000Z')

const given: FactValues = { 'pack-delivered-at': DELIVERED, 'reflection-ends-at': ENDS }
const thinking = (at: Instant, input: FactValues, ...answers: Answer[]) =>
  follow(coolingOff, answers, { input, at })

const ENOUGH = ['patient-says-enough-time', 'patient-says-enough-information'] as const
const saidYes = ['ready-to-say', 'yes', 'yes']

describe('the time to think', () => {
  it('is not over a moment before the clinic’s time has passed', () => {
    expect(thinking(JUST_BEFORE, given, 'ready-to-say').at).to.equal('too-soon')
  })

  it('is over when exactly that long has passed, and after', () => {
    expect(thinking(ENDS, given, 'ready-to-say').at).to.equal('enough-time')
    expect(thinking(WEEKS_LATER, given, 'ready-to-say').at).to.equal('enough-time')
  })

  it('is not made shorter by coming back often', () => {
    const often = Array<string>(30).fill('ready-to-say')
    const { at, ended } = thinking(JUST_BEFORE, given, ...often)
    expect(at).to.equal('too-soon')
    expect(ended).to.equal(false)
  })

  it('is over for somebody who came too soon once it has passed', () => {
    const soon = { type: 'ready-to-say', at: JUST_BEFORE }
    expect(thinking(ENDS, given, soon, 'ready-to-say').at).to.equal('enough-time')
  })

  for (const [what, input] of [
    ['the pack was not delivered', { 'reflection-ends-at': ENDS }],
    ['its end is not known', { 'pack-delivered-at': DELIVERED }],
    ['its end is not after the pack', { ...given, 'reflection-ends-at': DELIVERED }],
    ['nothing is known', {}],
  ] as const) {
    it(`is never over when ${what}`, () => {
      expect(thinking(WEEKS_LATER, input, 'ready-to-say').at).to.equal('too-soon')
    })
  }

  it('is the clinic’s own policy, and never called the law', () => {
    expect(reflectionElapsed.authority).to.equal('clinic-policy')
    expect(reflectionElapsed.clauses).to.include.members(['JCCP-25', 'JCCP-26', 'JCCP-KR-3'])
  })
})

describe('the end of the time to think', () => {
  const hours = (from: string, count: number) => reflectionEnds(instant(from), count)

  it('comes after hours that really pass, over the lost hour of spring', () => {
    expect(hours('2026-03-28T12:00:00Z', 24)).to.equal('2026-03-29T12:00:00.000Z')
    expect(hours('2026-03-28T12:00:00Z', 24)).to.equal(instant('2026-03-29T13:00:00+01:00'))
  })

  it('comes after hours that really pass, over the extra hour of autumn', () => {
    expect(hours('2026-10-24T12:00:00+01:00', 24)).to.equal('2026-10-25T11:00:00.000Z')
    expect(hours('2026-10-24T12:00:00+01:00', 72)).to.equal('2026-10-27T11:00:00.000Z')
  })

  it('keeps the millisecond, and crosses years and leap days', () => {
    expect(hours('2027-12-31T23:59:59.999Z', 1)).to.equal('2028-01-01T00:59:59.999Z')
    expect(hours('2028-02-28T12:00:00Z', 48)).to.equal('2028-03-01T12:00:00.000Z')
  })

  for (const none of [0, -1, Number.NaN]) {
    it(`is not there for ${none} hours`, () => {
      expect(() => reflectionEnds(DELIVERED, none)).to.throw(RangeError)
    })
  }
})

describe('only the patient says when it was enough', () => {
  it('is asked about the time and about the information, one after the other', () => {
    expect(thinking(ENDS, given, 'ready-to-say', 'yes').at).to.equal('enough-information')
    expect(thinking(ENDS, given, ...saidYes).at).to.equal('how-you-feel')
  })

  it('may take longer, as often as they like', () => {
    const longer = ['ready-to-say', 'more-time']
    const { at, ended } = thinking(ENDS, given, ...longer, ...longer, ...longer)
    expect(at).to.equal('thinking-more')
    expect(ended).to.equal(false)
    expect(thinking(ENDS, given, ...saidYes, 'more-time').at).to.equal('thinking-more')
  })

  it('may want to know more, and is asked again after that', () => {
    const wanting = ['ready-to-say', 'yes', 'more-information']
    expect(thinking(ENDS, given, ...wanting).at).to.equal('more-wanted')
    expect(thinking(ENDS, given, ...wanting, 'ready-to-say').at).to.equal('enough-information')
  })

  it('is on record as saying so only at the very end', () => {
    const { facts } = thinking(ENDS, given, ...saidYes)
    for (const name of ENOUGH) expect(facts[name]).to.equal(undefined)
    const { at, facts: after } = thinking(ENDS, given, ...saidYes, 'talk-about-consent')
    expect(at).to.equal('ready')
    for (const name of ENOUGH) expect(after[name]).to.equal(true)
  })

  it('belongs to the patient’s own pathway: nobody else is asked', () => {
    expect(coolingOff.role).to.equal('patient')
  })
})

describe('a patient who decides against it', () => {
  it('is believed, and it ends there', () => {
    const { at, facts } = thinking(ENDS, given, ...saidYes, 'decided-against')
    expect(at).to.equal('decided-against')
    expect(coolingOff.outcomes[at]?.then).to.equal('withdrawn')
    for (const name of ENOUGH) expect(facts[name]).to.equal(undefined)
  })
})
