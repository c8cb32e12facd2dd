import { expect } from 'chai'
import type { FactValues } from '../../machines/contract.ts'
import { TREATMENT_CLASSES } from '../../machines/facts.ts'
import { ageCheck } from '../../machines/pathways/age-check/facts.ts'
import { day, type Instant, instant } from '../../machines/time.ts'
import { type Answer, follow, practitioner, typed } from './follow.ts'

const noon = instant('2026-11-21T12:00:00.000Z')

/** Born so many years before 21 November 2026, to the day. */
const born = (years: number, on = '11-21') => day(`${2026 - years}-${on}`)

const checking = (input: FactValues, answers: readonly Answer[], at: Instant = noon) =>
  follow(ageCheck, answers, { input: { 'place-of-treatment': 'england', ...input }, by, at })
const by = practitioner

const seen = ['passport', 'matches']
const agedSeventeen: FactValues = { 'date-of-birth': born(17), 'treatment-class': 'peel' }

/** Every step of the young person's route, by its state, with the answer that leads on. */
const ROUTE: readonly (readonly [state: string, answer: Answer])[] = [
  ['exceptional-reason', typed('Scarring that cracks and bleeds')],
  ['competence', 'competent'],
  ['competence-findings', typed('Explained the risks back in own words')],
  ['physical-benefit', typed('Softer scar that no longer cracks')],
  ['physical-detriment', 'none'],
  ['psychological-detriment', 'none'],
  ['emotional-detriment', 'none'],
  ['best-interest', typed('It hurts less and heals')],
  ['parents', 'will-be-involved'],
  ['reflection', 'kept-whole'],
  ['own-yes', 'yes'],
]
const upTo = (state: string) => [
  ...seen,
  ...ROUTE.slice(
    0,
    ROUTE.findIndex(([name]) => name === state),
  ).map(([, answer]) => answer),
]
const whole = [...seen, ...ROUTE.map(([, answer]) => answer)]

describe('the age check in person', () => {
  it('goes no further until a document with a photograph has been seen', () => {
    const { at, choices, facts } = checking({ 'date-of-birth': born(40) }, ['none-yet'])
    expect(at).to.equal('no-document')
    expect(choices).to.deep.equal(['seen-now'])
    expect(facts['age-verified']).to.equal(undefined)
  })

  it('goes on once a document has been found', () => {
    const { at } = checking({ 'date-of-birth': born(40) }, ['none-yet', 'seen-now', ...seen])
    expect(at).to.equal('adult-checked')
  })

  it('waits for the desk when the document shows another date', () => {
    const { at, facts } = checking({ 'date-of-birth': born(40) }, ['pass-card', 'differs'])
    expect(at).to.equal('date-differs')
    expect(facts['age-verified']).to.equal(undefined)
    expect(ageCheck.outcomes['date-differs']?.then).to.equal('waits')
  })

  it('passes an adult, and keeps which document it was', () => {
    const { at, facts } = checking({ 'date-of-birth': born(40) }, ['driving-licence', 'matches'])
    expect(at).to.equal('adult-checked')
    expect(facts).to.include({ 'age-verified': true, 'age-document': 'driving-licence' })
  })
})

describe('the lines between under 16, 16 and 17, and adult', () => {
  const ends = (birth: string, at?: Instant) =>
    checking({ 'date-of-birth': day(birth), 'treatment-class': 'peel' }, seen, at).at

  it('passes somebody on the day they turn 18, and not the day before', () => {
    expect(ends(born(18))).to.equal('adult-checked')
    expect(ends(born(18, '11-22'))).to.equal('exceptional-reason')
  })

  it('opens the young person’s route on the day they turn 16, and not the day before', () => {
    expect(ends(born(16))).to.equal('exceptional-reason')
    expect(ends(born(16, '11-22'))).to.equal('under-16')
  })

  it('counts somebody born on 29 February as 18 on 1 March, not on 28 February', () => {
    expect(ends('2008-02-29', instant('2026-02-28T12:00:00.000Z'))).to.equal('exceptional-reason')
    expect(ends('2008-02-29', instant('2026-03-01T12:00:00.000Z'))).to.equal('adult-checked')
  })

  it('counts days as London does: half past eleven at night in UTC in June is tomorrow', () => {
    const lateInJune = instant('2026-06-14T23:30:00.000Z')
    expect(ends('2008-06-15', lateInJune)).to.equal('adult-checked')
    expect(ends('2008-06-16', lateInJune)).to.equal('exceptional-reason')
  })

  it('ends for anybody under 16, whatever the treatment', () => {
    for (const treatment of [...TREATMENT_CLASSES, undefined]) {
      const input = {
        'date-of-birth': born(15),
        ...(treatment && { 'treatment-class': treatment }),
      }
      expect(checking(input, seen).at).to.equal('under-16')
    }
    expect(ageCheck.outcomes['under-16']?.then).to.equal('refused-for-age')
  })
})

describe('toxin and filler under 18', () => {
  for (const place of ['england', 'scotland', 'wales', 'northern-ireland', undefined] as const) {
    for (const treatment of ['toxin', 'filler'] as const) {
      it(`${treatment} is refused at 17 before anything is asked, ${place ?? 'place unknown'}`, () => {
        const { at, ended } = follow(ageCheck, seen, {
          input: {
            'date-of-birth': born(17),
            'treatment-class': treatment,
            ...(place && { 'place-of-treatment': place }),
          },
        })
        expect(at).to.equal('under-18-restricted')
        expect(ended).to.equal(true)
      })

      it(`${treatment} is refused when the practitioner names it, ${place ?? 'place unknown'}`, () => {
        const input = {
          'date-of-birth': born(17),
          ...(place && { 'place-of-treatment': place }),
        }
        const { at, facts } = follow(ageCheck, [...seen, treatment], { input })
        expect(at).to.equal('under-18-restricted')
        expect(facts['young-person-treatment-class']).to.equal(treatment)
      })
    }
  }

  it('is the law in England and this clinic’s rule elsewhere', () => {
    const guards = ageCheck.machine.implementations.guards as Record<string, { authority?: string }>
    expect(guards['barred-by-statute']?.authority).to.equal('statute')
    expect(guards['barred-by-policy']?.authority).to.equal('clinic-policy')
  })

  it('is not refused on the 18th birthday', () => {
    const input: FactValues = { 'date-of-birth': born(18), 'treatment-class': 'toxin' }
    expect(checking(input, seen).at).to.equal('adult-checked')
  })

  it('cannot be reached from any answer about parents, exceptions or interest', () => {
    expect(ageCheck.outcomes['under-18-restricted']?.then).to.equal('refused-for-age')
    const { choices } = checking({ ...agedSeventeen, 'treatment-class': 'filler' }, seen)
    expect(choices).to.deep.equal([])
  })

  it('leaves other treatments to the young person’s route', () => {
    for (const treatment of ['laser', 'peel', 'microneedling', 'other'] as const) {
      expect(checking({ 'date-of-birth': born(17) }, [...seen, treatment]).at).to.equal(
        'exceptional-reason',
      )
    }
  })
})

describe('the young person’s route', () => {
  it('passes with every step, and with nothing less', () => {
    const { at, facts } = checking(agedSeventeen, whole)
    expect(at).to.equal('young-person-passed')
    expect(facts['young-person-route']).to.equal('passed')
    expect(Object.keys(facts['young-person-findings'] ?? {})).to.deep.equal([
      'exceptional-reason',
      'competence',
      'physical-benefit',
      'physical-detriment',
      'psychological-detriment',
      'emotional-detriment',
      'best-interest',
      'reflection',
      'own-yes',
    ])
  })

  for (const [state] of ROUTE) {
    it(`asks ${state}, each as a step of its own`, () => {
      const { at, facts } = checking(agedSeventeen, upTo(state))
      expect(at).to.equal(state)
      expect(facts['young-person-route']).to.equal(undefined)
    })
  }

  const declines = [
    ['exceptional-reason', 'none'],
    ['competence', 'not-competent'],
    ['physical-benefit', 'none'],
    ['physical-detriment', 'some'],
    ['psychological-detriment', 'some'],
    ['emotional-detriment', 'some'],
    ['best-interest', 'not-in-best-interest'],
  ] as const
  for (const [state, answer] of declines) {
    it(`is declined when ${state} is answered ${answer}`, () => {
      const declined = checking(agedSeventeen, [...upTo(state), answer])
      expect(declined.at).to.equal('decline-reason')
      const ended = checking(agedSeventeen, [...upTo(state), answer, typed('As discussed')])
      expect(ended.at).to.equal('declined')
      expect(ended.facts['young-person-route']).to.equal(undefined)
    })
  }

  it('is not blocked by a young person who would rather not involve a parent', () => {
    const answers = whole.map((answer) =>
      answer === 'will-be-involved' ? 'would-rather-not' : answer,
    )
    const { at, facts } = checking(agedSeventeen, answers)
    expect(at).to.equal('young-person-passed')
    expect(facts['young-person-parents']).to.equal('would-rather-not')
  })

  it('lets nobody shorten or waive the time to think', () => {
    expect(checking(agedSeventeen, upTo('reflection')).choices).to.deep.equal(['kept-whole'])
  })

  it('ends for good when the young person says no', () => {
    const { at, ended } = checking(agedSeventeen, [...upTo('own-yes'), 'no'])
    expect(at).to.equal('young-person-said-no')
    expect(ended).to.equal(true)
    expect(ageCheck.outcomes['young-person-said-no']?.then).to.equal('withdrawn')
  })

  it('asks afresh about another treatment: no finding is carried over', () => {
    const states = ageCheck.machine.config.states as Record<string, { meta?: { asks: unknown } }>
    for (const [state] of ROUTE) expect(states[state]?.meta?.asks).to.include({ fresh: true })
  })
})
