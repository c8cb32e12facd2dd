import { expect } from 'chai'
import fc from 'fast-check'
import {
  addDays,
  ageOn,
  birthdayOf,
  day,
  dayOf,
  daysBetween,
  hoursBetween,
  instant,
  isDay,
  startOfDay,
} from '../../machines/time.ts'

describe('time', () => {
  describe('a moment', () => {
    it('is kept in UTC with milliseconds, whatever offset it came with', () => {
      expect(instant('2026-06-01T10:00:00+01:00')).to.equal('2026-06-01T09:00:00.000Z')
      expect(instant('2026-06-01T09:00:00.5Z')).to.equal('2026-06-01T09:00:00.500Z')
    })

    for (const text of [
      '',
      'tomorrow',
      '2026-06-01',
      '2026-06-01T10:00:00',
      '2026-02-29T10:00:00Z',
      '2026-06-01T24:00:00Z',
      '2026-06-01T10:00:60Z',
      '2026-06-01T10:00:00.0001Z',
    ]) {
      it(`is not read from "${text}"`, () => {
        expect(() => instant(text)).to.throw(RangeError, text)
      })
    }
  })

  describe('a day', () => {
    it('exists in the calendar', () => {
      expect(isDay('2024-02-29')).to.equal(true)
      expect(isDay('2025-02-29')).to.equal(false)
      expect(isDay('2026-1-1')).to.equal(false)
      expect(() => day('2025-02-29')).to.throw(RangeError, '2025-02-29')
    })

    it('changes at midnight in London, in winter', () => {
      expect(dayOf(instant('2026-01-10T23:59:59.999Z'))).to.equal('2026-01-10')
      expect(dayOf(instant('2026-01-11T00:00:00.000Z'))).to.equal('2026-01-11')
    })

    it('changes at midnight in London, in summer, when UTC is still on the day before', () => {
      expect(dayOf(instant('2026-07-10T22:59:59.999Z'))).to.equal('2026-07-10')
      expect(dayOf(instant('2026-07-10T23:00:00.000Z'))).to.equal('2026-07-11')
    })

    it('begins at London midnight, on both sides of each change of the clocks', () => {
      expect(startOfDay(day('2026-03-29'))).to.equal('2026-03-29T00:00:00.000Z')
      expect(startOfDay(day('2026-03-30'))).to.equal('2026-03-29T23:00:00.000Z')
      expect(startOfDay(day('2026-10-25'))).to.equal('2026-10-24T23:00:00.000Z')
      expect(startOfDay(day('2026-10-26'))).to.equal('2026-10-26T00:00:00.000Z')
    })

    it('has 23 hours in spring, 25 in autumn and 24 otherwise', () => {
      const length = (of: string) =>
        hoursBetween(startOfDay(day(of)), startOfDay(addDays(day(of), 1)))
      expect(length('2026-03-28')).to.equal(24)
      expect(length('2026-03-29')).to.equal(23)
      expect(length('2026-10-25')).to.equal(25)
    })

    it('is counted by the calendar, not by hours', () => {
      expect(addDays(day('2026-03-28'), 2)).to.equal('2026-03-30')
      expect(addDays(day('2026-10-25'), 1)).to.equal('2026-10-26')
      expect(addDays(day('2024-02-28'), 1)).to.equal('2024-02-29')
      expect(addDays(day('2025-02-28'), 1)).to.equal('2025-03-01')
      expect(addDays(day('2026-01-01'), -1)).to.equal('2025-12-31')
      expect(daysBetween(day('2026-03-28'), day('2026-03-30'))).to.equal(2)
      expect(daysBetween(day('2026-03-30'), day('2026-03-28'))).to.equal(-2)
    })
  })

  it('counts the hours that really pass', () => {
    const from = instant('2026-03-28T12:00:00Z')
    expect(hoursBetween(from, instant('2026-03-29T11:59:59.999Z'))).to.be.lessThan(24)
    expect(hoursBetween(from, instant('2026-03-29T12:00:00Z'))).to.equal(24)
    expect(hoursBetween(from, from)).to.equal(0)
  })

  describe('age', () => {
    it('is a year more on the birthday and not the day before', () => {
      expect(ageOn(day('2008-06-15'), day('2026-06-14'))).to.equal(17)
      expect(ageOn(day('2008-06-15'), day('2026-06-15'))).to.equal(18)
    })

    it('is a year more on 1 March of a common year for someone born on 29 February', () => {
      expect(ageOn(day('2008-02-29'), day('2026-02-28'))).to.equal(17)
      expect(ageOn(day('2008-02-29'), day('2026-03-01'))).to.equal(18)
    })

    it('is a year more on 29 February of a leap year for someone born on it', () => {
      expect(ageOn(day('2008-02-29'), day('2028-02-28'))).to.equal(19)
      expect(ageOn(day('2008-02-29'), day('2028-02-29'))).to.equal(20)
    })

    it('is a year more on 28 February for someone born on that day', () => {
      expect(ageOn(day('2008-02-28'), day('2026-02-27'))).to.equal(17)
      expect(ageOn(day('2008-02-28'), day('2026-02-28'))).to.equal(18)
    })

    it('is nothing on the day of birth and negative before it', () => {
      expect(ageOn(day('2026-06-15'), day('2026-06-15'))).to.equal(0)
      expect(ageOn(day('2026-06-15'), day('2026-06-14'))).to.equal(-1)
    })
  })

  describe('a birthday', () => {
    it('of someone born on 29 February is 1 March in a common year', () => {
      expect(birthdayOf(day('2008-02-29'), 18)).to.equal('2026-03-01')
      expect(birthdayOf(day('2008-02-29'), 20)).to.equal('2028-02-29')
      expect(birthdayOf(day('2008-06-15'), 18)).to.equal('2026-06-15')
    })

    it('is the first day of that age, for everyone', () => {
      const births = fc.integer({ min: 0, max: 80 * 366 }).map((n) => addDays(day('1940-01-01'), n))
      fc.assert(
        fc.property(births, fc.integer({ min: 1, max: 100 }), (birth, years) => {
          const birthday = birthdayOf(birth, years)
          expect(ageOn(birth, birthday)).to.equal(years)
          expect(ageOn(birth, addDays(birthday, -1))).to.equal(years - 1)
        }),
        { numRuns: 500 },
      )
    })
  })
})
