import { expect } from 'chai'
import type { Place } from '../../machines/parameters/dated.ts'
import { toxinAndFiller } from '../../machines/parameters/minimum-age.ts'
import { RULE_PACKS, rulePackId, rulesFor } from '../../machines/parameters/rules/packs.ts'
import { bindsOn, type Rule } from '../../machines/parameters/rules/rule.ts'
import { addDays, day } from '../../machines/time.ts'

const PLACES = ['england', 'scotland'] as const satisfies Place[]
const FAR = day('2099-01-01')

const idsOf = (rules: readonly Rule[] = []) => rules.map(({ id }) => id)
const allOf = (place: Place) => RULE_PACKS[place]?.rules ?? []

describe('a pack of rules', () => {
  it('has a name that a record can keep, for England and for Scotland', () => {
    expect(rulePackId('england')).to.equal('rules-england@1')
    expect(rulePackId('scotland')).to.equal('rules-scotland@1')
  })

  for (const place of ['wales', 'northern-ireland'] satisfies Place[]) {
    it(`is not made up for ${place}: nothing is said rather than "no rules"`, () => {
      expect(rulePackId(place)).to.equal(undefined)
      expect(rulesFor(place, FAR)).to.equal(undefined)
    })
  }

  for (const place of PLACES) {
    it(`of ${place} has every rule once, and either binding or not yet`, () => {
      const ids = idsOf(allOf(place))
      expect(new Set(ids)).to.have.lengthOf(ids.length)
      const on = rulesFor(place, day('2026-11-21'))
      expect([...idsOf(on?.binding), ...idsOf(on?.notYet)]).to.have.members(ids)
    })

    it(`of ${place} never reads a law that is not commenced as in force`, () => {
      const waiting = allOf(place).filter(({ status }) => status === 'enacted-not-commenced')
      expect(waiting).not.to.be.empty
      for (const rule of waiting) expect(bindsOn(rule, FAR), rule.id).to.equal(false)
      expect(idsOf(rulesFor(place, FAR)?.binding)).not.to.include.members(idsOf(waiting))
      expect(idsOf(rulesFor(place, FAR)?.notYet)).to.deep.equal(idsOf(waiting))
    })

    it(`of ${place} calls nothing but an Act or regulations in force the law`, () => {
      for (const { id, authority, source, status } of allOf(place)) {
        if (status === 'policy') expect(authority, id).not.to.equal('statute')
        if (authority === 'statute') expect(source, id).to.match(/^https:\/\/www\.legislation\.gov/)
      }
    })

    it(`of ${place} sets no number of days to reflect, and calls reflection no law`, () => {
      const found = allOf(place).find(({ id }) => id === 'time-to-reflect')
      expect(found).to.include({ authority: 'clinic-policy', status: 'policy' })
      expect(found?.what).not.to.match(/\d/)
    })
  }
})

describe('a rule', () => {
  for (const [place, id, from] of [
    ['england', 'under-18-toxin-and-filler', '2021-10-01'],
    ['england', 'under-18-arrangements', '2021-10-01'],
    ['england', 'capacity-from-16', '2007-10-01'],
    ['england', 'female-genital-mutilation-notice', '2015-10-31'],
    ['scotland', 'under-18-toxin-and-filler', '2021-10-01'],
    ['england', 'no-advertising-of-prescription-only-medicines', '2012-08-14'],
    ['scotland', 'no-advertising-to-under-18s', '2022-05-25'],
    ['england', 'childrens-code', '2021-09-02'],
    ['scotland', 'doctors-consent-standard', '2020-11-09'],
    ['england', 'automated-decisions', '2026-02-05'],
    ['england', 'data-protection-complaints', '2026-06-19'],
    ['scotland', 'hcpc-social-media', '2024-09-01'],
  ] as const) {
    it(`of ${place} on ${id} binds from ${from}, and not on the day before`, () => {
      const before = rulesFor(place, addDays(day(from), -1))
      expect(idsOf(before?.notYet)).to.include(id)
      expect(idsOf(before?.binding)).not.to.include(id)
      expect(idsOf(rulesFor(place, day(from))?.binding)).to.include(id)
    })
  }

  it('is overdue the day after its review was due, and not on the day', () => {
    const monthly = ['licence-for-cosmetic-procedures', 'time-to-reflect']
    expect(idsOf(rulesFor('england', day('2026-12-21'))?.overdue)).to.be.empty
    expect(idsOf(rulesFor('england', day('2026-12-22'))?.overdue)).to.have.members(monthly)
    expect(rulesFor('england', day('2027-05-22'))?.overdue).to.deep.equal(allOf('england'))
  })

  it('is reviewed before the review is due again', () => {
    for (const place of PLACES) {
      for (const { id, reviewedOn, reviewBy } of allOf(place)) {
        expect(reviewBy > reviewedOn, id).to.equal(true)
      }
    }
  })

  it('on the minimum age says what the line that the guards draw says', () => {
    for (const place of PLACES) {
      const line = toxinAndFiller[place].find(({ status }) => status !== 'enacted-not-commenced')
      const rule = allOf(place).find(({ id }) => id === 'under-18-toxin-and-filler')
      const { status, authority, source } = line ?? {}
      expect(rule).to.include({ status, authority, source })
      expect(rule?.from).to.equal(line && 'from' in line ? line.from : undefined)
    }
  })

  it('of the Scottish Act of 2026 binds nobody, here and where the age is checked', () => {
    const notYet = rulesFor('scotland', FAR)?.notYet.filter(
      ({ authority }) => authority === 'statute',
    )
    expect(idsOf(notYet)).to.deep.equal(['under-18-procedures', 'permitted-premises'])
    const act = toxinAndFiller.scotland.find(({ status }) => status === 'enacted-not-commenced')
    expect(notYet?.[0]?.source).to.equal(act?.source)
  })
})
