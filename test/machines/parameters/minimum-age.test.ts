import { expect } from 'chai'
import { type Dated, inForceOn, type Place } from '../../../machines/parameters/dated.ts'
import { minimumAgeFor, toxinAndFiller } from '../../../machines/parameters/minimum-age.ts'
import { day } from '../../../machines/time.ts'

const dayBefore = day('2021-09-30')
const dayOf = day('2021-10-01')

describe('the minimum age', () => {
  for (const treatment of ['toxin', 'filler']) {
    it(`for ${treatment} in England is 18 by statute from 1 October 2021, not the day before`, () => {
      expect(minimumAgeFor('england', treatment, dayBefore)).to.equal(undefined)
      expect(minimumAgeFor('england', treatment, dayOf)).to.deep.equal({
        years: 18,
        authority: 'statute',
        status: 'in-force',
        source: 'https://www.legislation.gov.uk/ukpga/2021/19',
      })
    })
  }

  for (const place of ['wales', 'scotland', 'northern-ireland'] satisfies Place[]) {
    it(`in ${place} is 18 by policy, and is not called the law`, () => {
      expect(minimumAgeFor(place, 'filler', dayBefore)).to.equal(undefined)
      const found = minimumAgeFor(place, 'filler', dayOf)
      expect(found).to.include({ years: 18, authority: 'clinic-policy', status: 'policy' })
    })
  }

  it('of the Scottish Act of 2026 is known but binds nobody until it is commenced', () => {
    const act = toxinAndFiller.scotland.find(({ status }) => status === 'enacted-not-commenced')
    expect(act).to.include({ source: 'https://www.legislation.gov.uk/asp/2026/13', value: 18 })
    expect(minimumAgeFor('scotland', 'toxin', day('2099-01-01'))?.status).to.equal('policy')
  })

  it('is not drawn by these laws for other treatments', () => {
    expect(minimumAgeFor('england', 'peel', dayOf)).to.equal(undefined)
  })
})

describe('a dated value', () => {
  const value = (from: string, years: number): Dated<number> => ({
    status: 'in-force',
    from: day(from),
    value: years,
    authority: 'statute',
    source: 'https://example.org',
  })

  it('is the latest that binds on the day, in whatever order they are listed', () => {
    const history = [value('2026-06-01', 21), value('2020-01-01', 18)]
    expect(inForceOn(history, day('2019-12-31'))).to.equal(undefined)
    expect(inForceOn(history, day('2026-05-31'))?.value).to.equal(18)
    expect(inForceOn(history, day('2026-06-01'))?.value).to.equal(21)
  })
})
