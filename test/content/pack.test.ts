import { expect } from 'chai'
import { type Clinic, parseClinic } from '../../content/clinic.ts'
import { ContentError } from '../../content/errors.ts'
import { lintText } from '../../content/lint.ts'
import { writtenPack } from '../../content/pack.ts'
import { treatmentSlots } from '../../content/treatment-slots.ts'
import { parseTreatment, type Treatment } from '../../content/treatment.ts'
import { shippedWords, sources } from '../support/words.ts'

const { ui } = shippedWords()
const clinic = sources('clinics/demo.yaml').map(({ path, text }) => parseClinic(path, text))[0]
const treatments = sources('treatments/*.yaml').map(({ path, text }) => parseTreatment(path, text))

const packOf = (treatment: Treatment, changed: Partial<Clinic> = {}) => {
  if (!clinic) throw new Error('there is no clinic')
  return writtenPack(treatment, { ...clinic, ...changed }, ui)
}

/** Everything on the page, in order. */
const pageOf = (treatment: Treatment, changed: Partial<Clinic> = {}): string[] => {
  const { title, sections } = packOf(treatment, changed)
  return [
    title,
    ...sections.flatMap((one) => [one.heading, ...one.paragraphs, ...(one.list ?? [])]),
  ]
}

for (const treatment of treatments) {
  describe(`the written pack about ${treatment.name}`, () => {
    const page = pageOf(treatment)

    it('has every serious risk, however rare, each on a line of its own', () => {
      for (const { words, serious } of treatment.risks) if (serious) expect(page).to.include(words)
    })

    it('has everything that the chat tells, each on a line of its own', () => {
      const {
        'cost-of-withdrawing': _,
        'treatment-title': __,
        ...slots
      } = treatmentSlots(treatment)
      expect(page).to.include.members(Object.values(slots).flat())
      expect(page).to.include.members(Object.values(treatment.costs.withdrawing))
    })

    it('says that how often is not well known wherever it gives no number', () => {
      expect(page.join('\n')).to.include('how often it happens is not well known')
    })

    it('says who to ask, where to report, how to complain and who owns what', () => {
      expect(page).to.include.members([
        clinic?.complicationReporting,
        clinic?.complaints,
        clinic?.interests,
      ])
      expect(page.join('\n')).to.include(clinic?.phone).and.to.include(clinic?.outOfHours.phone)
    })

    it('calls the time to think the clinic’s own rule, and not the law', () => {
      const time = packOf(treatment).sections.find(({ heading }) => heading === ui['pack-time'])
      expect(time?.paragraphs[0]).to.match(/at least \d+ days .* our own rule, not the law/)
    })

    it('is plain text with nothing left to fill in, and sells nothing', () => {
      for (const line of page) {
        expect(line).not.to.match(/[<>{}]|undefined|null|\[object/)
        expect(lintText(line, 'personal'), line).to.deep.equal([])
      }
    })
  })
}

describe('a written pack', () => {
  const [treatment] = treatments as [Treatment]
  const timeOf = (hours: number) => {
    const policies = { reflectionHours: 1 }
    const { sections } = packOf({ ...treatment, reflectionHours: hours }, { policies })
    return sections.find(({ heading }) => heading === ui['pack-time'])?.paragraphs[0]
  }

  it('counts the time to think in days where they are whole, and else in hours', () => {
    expect(timeOf(24)).to.include('24 hours')
    expect(timeOf(47)).to.include('47 hours')
    expect(timeOf(48)).to.include('2 days')
    expect(timeOf(49)).to.include('49 hours')
  })

  it('is given to nobody with a line missing', () => {
    const { 'pack-serious': _, ...rest } = ui
    if (!clinic) throw new Error('there is no clinic')
    expect(() => writtenPack(treatment, clinic, rest)).to.throw(ContentError, 'pack-serious')
  })

  it('says when its words were last checked, as a day in words', () => {
    expect(pageOf(treatment).join('\n')).to.include('21 November 2026')
  })
})
