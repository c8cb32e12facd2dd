import { expect } from 'chai'
import { KEPT_AS, keptUntil, retention } from '../../../machines/parameters/retention.ts'
import { day } from '../../../machines/time.ts'

const last = day('2026-11-21')

describe('how long a consultation is kept', () => {
  for (const as of ['consented', 'declined', 'withdrawn', 'not-gone-ahead'] as const) {
    it(`is eight years from the last entry when it was ${as}`, () => {
      expect(keptUntil({ as, last }).until).to.equal('2034-11-21')
    })
  }

  it('is two years when it was an enquiry only, and thirty days when age refused it', () => {
    expect(keptUntil({ as: 'enquiry-only', last }).until).to.equal('2028-11-21')
    expect(keptUntil({ as: 'refused-under-age', last }).until).to.equal('2026-12-21')
  })

  it('goes on to a 25th birthday for somebody of 16, to a 26th for somebody of 17', () => {
    const young = (birth: string) => keptUntil({ as: 'consented', last, birth: day(birth) }).until
    expect(young('2009-11-22'), '16, for one more day').to.equal('2034-11-22')
    expect(young('2009-11-21'), '17 today').to.equal('2035-11-21')
    expect(young('2008-11-22'), '17, for one more day').to.equal('2034-11-22')
    expect(young('2008-11-21'), '18 today').to.equal('2034-11-21')
  })

  it('keeps nothing of a child longer than thirty days after age refused it', () => {
    const birth = day('2012-01-01')
    expect(keptUntil({ as: 'refused-under-age', last, birth }).until).to.equal('2026-12-21')
  })

  it('is longer where the clinic keeps records longer, and never shorter', () => {
    const years = (atLeastYears: number) => keptUntil({ as: 'consented', last, atLeastYears }).until
    expect(years(10)).to.equal('2036-11-21')
    expect(years(1)).to.equal('2034-11-21')
    const child = { as: 'refused-under-age', last, atLeastYears: 10 } as const
    expect(keptUntil(child).until, 'not a child’s refused enquiry').to.equal('2026-12-21')
    const enquiry = { as: 'enquiry-only', last, atLeastYears: 10 } as const
    expect(keptUntil(enquiry).until, 'not an enquiry that came to nothing').to.equal('2028-11-21')
  })

  it('ends on 1 March where there is no 29 February', () => {
    const leap = day('2028-02-29')
    expect(keptUntil({ as: 'enquiry-only', last: leap }).until).to.equal('2030-03-01')
  })

  it('is nowhere called the law: no law sets it for a private clinic', () => {
    const rules = KEPT_AS.flatMap((as) => retention[as])
    expect(rules).to.have.length(KEPT_AS.length)
    for (const { authority, status } of rules) {
      expect({ authority, status }).to.deep.equal({ authority: 'clinic-policy', status: 'policy' })
    }
  })
})
