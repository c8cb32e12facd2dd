import { expect } from 'chai'
import { age } from '../../machines/pathways/age/facts.ts'
import { day, type Instant, instant } from '../../machines/time.ts'
import { type Arrived, walk } from '../support/walk.ts'

describe('age', () => {
  describe('on the day', () => {
    for (const [what, born, on, outcome] of [
      ['before a 16th birthday ends in a refusal', '2010-11-21', '2026-11-20', 'under-16'],
      ['of a 16th birthday leads to a person', '2010-11-20', '2026-11-20', 'what-brought-you'],
      ['before an 18th birthday leads to a person', '2008-11-21', '2026-11-20', 'what-brought-you'],
      ['of an 18th birthday goes on', '2008-11-20', '2026-11-20', 'adult'],
      ['of birth ends in a refusal', '2026-11-20', '2026-11-20', 'under-16'],
      ['of a 120th birthday goes on', '1906-11-20', '2026-11-20', 'adult'],
      ['before a 121st birthday goes on', '1905-11-21', '2026-11-20', 'adult'],
    ] as const) {
      it(what, () => expect(asked(born, on).state).to.equal(outcome))
    }
  })

  describe('somebody born on 29 February', () => {
    for (const [born, on, outcome] of [
      ['2008-02-29', '2024-02-28', 'under-16'],
      ['2008-02-29', '2024-02-29', 'what-brought-you'],
      ['2008-02-29', '2026-02-28', 'what-brought-you'],
      ['2008-02-29', '2026-03-01', 'adult'],
      ['2012-02-29', '2028-02-28', 'under-16'],
      ['2012-02-29', '2030-02-28', 'what-brought-you'],
      ['2012-02-29', '2030-03-01', 'adult'],
    ] as const) {
      it(`in ${born.slice(0, 4)} comes to ${outcome} on ${on}`, () => {
        expect(asked(born, on).state).to.equal(outcome)
      })
    }
  })

  describe('in summer', () => {
    it('turns 18 at midnight in London, an hour before midnight in Greenwich', () => {
      const born = '2008-06-15'
      expect(askedAt(born, instant('2026-06-14T22:59:59.999Z')).state).to.equal('what-brought-you')
      expect(askedAt(born, instant('2026-06-14T23:00:00Z')).state).to.equal('adult')
    })
  })

  describe('a date that nobody alive was born on', () => {
    for (const [what, born] of [
      ['is tomorrow', '2026-11-21'],
      ['is next century', '2126-01-01'],
      ['is 121 years ago to the day', '1905-11-20'],
      ['is in the year 208', '0208-01-01'],
    ] as const) {
      it(`${what} and is asked again, as often as it takes`, () => {
        const wrong = { answered: born }
        expect(walk(age, [wrong]).state).to.equal('another-date')
        const { state, facts } = walk(age, [wrong, wrong, wrong])
        expect(state).to.equal('another-date')
        expect(facts['date-of-birth']).to.equal(undefined)
        expect(walk(age, [wrong, { answered: '1990-01-01' }, 'right']).state).to.equal('adult')
      })
    }

    for (const text of ['2026-02-29', '2026-02-30', '2026-13-01', '27 3 1998', '', 19980327]) {
      it(`is never read from ${JSON.stringify(text)}`, () => {
        expect(() => walk(age, [{ answered: text }])).to.throw(/date|string/i)
      })
    }
  })

  it('can be put right before anything follows from it', () => {
    const said = [{ answered: '2020-01-01' }, 'not-right', { answered: '1990-01-01' }, 'right']
    const { state, facts } = walk(age, said)
    expect(state).to.equal('adult')
    expect(facts['date-of-birth']).to.equal('1990-01-01')
  })

  it('is not asked twice of somebody who gave it at the door, but is confirmed', () => {
    const input = { 'birth-date-at-door': day('1990-01-01') }
    expect(walk(age, [], { input }).state).to.equal('right-date')
    expect(walk(age, ['right'], { input }).facts['date-of-birth']).to.equal('1990-01-01')
    expect(walk(age, ['not-right'], { input }).state).to.equal('date-of-birth')
  })

  describe('at 16 and 17', () => {
    const confirmed = [{ answered: '2009-06-01' }, 'right']

    it('keeps what somebody says for a named person, in their own words', () => {
      const { state, facts, done } = walk(age, [...confirmed, { answered: 'My skin.' }])
      expect(state).to.equal('young-person')
      expect(done).to.equal(true)
      expect(facts['what-brought-a-young-person']).to.equal('My skin.')
    })

    it('leads to the same place for somebody who would rather not say', () => {
      const { state, facts } = walk(age, [...confirmed, 'rather-not-say'])
      expect(state).to.equal('young-person')
      expect(facts).not.to.have.property('what-brought-a-young-person')
    })
  })

  it('ends in nothing but a refusal for somebody under 16, and asks them nothing more', () => {
    const { state, done } = asked('2015-05-05', '2026-11-20')
    expect(state).to.equal('under-16')
    expect(done).to.equal(true)
    expect(age.outcomes['under-16']?.then).to.equal('refused-for-age')
  })
})

function asked(born: string, on: string): Arrived {
  return askedAt(born, instant(`${on}T12:00:00Z`))
}

function askedAt(born: string, at: Instant): Arrived {
  return walk(age, [{ answered: born }, 'right'], { at })
}
