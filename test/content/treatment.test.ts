import { expect } from 'chai'
import { dump, load } from 'js-yaml'
import { ContentError } from '../../content/errors.ts'
import { lintText } from '../../content/lint.ts'
import { readingAge } from '../../content/reading.ts'
import { reflectionHoursOf, treatmentNamed, treatmentSlots } from '../../content/treatment-slots.ts'
import { CLASSES, parseTreatment, RISK_KINDS, type Treatment } from '../../content/treatment.ts'
import { TREATMENT_CLASSES } from '../../machines/facts.ts'
import { sources } from '../support/words.ts'

const files = sources('treatments/*.yaml')
const treatments = files.map(({ path, text }) => parseTreatment(path, text))

describe('a treatment', () => {
  for (const { path, text } of files) {
    it(`can be offered: ${path}`, () => {
      const { id, risks, options } = parseTreatment(path, text)
      expect(path).to.equal(`treatments/${id}.yaml`)
      expect(risks.map(({ kind }) => kind)).to.include.members([...RISK_KINDS])
      expect(options.length).to.be.at.least(2)
    })
  }

  it('is of a class that the machines know', () => {
    expect(CLASSES).to.have.members([...TREATMENT_CLASSES])
  })

  for (const [what, change, fault] of [
    ['without risks', { risks: [] }, 'risks'],
    ['without a serious risk', { risks: mild() }, 'none is serious'],
    ['without options', { options: [] }, 'no-treatment is missing'],
    ['without doing nothing among the options', without('no-treatment'), 'no-treatment is missing'],
    ['with nothing but what the clinic sells', soldHere(), 'does not sell'],
    ['without how it may leave somebody feeling', { emotionalImpact: [] }, 'emotionalImpact'],
    ['without aftercare', { aftercare: [] }, 'aftercare'],
    ['without time to think', { reflectionHours: 0 }, 'reflectionHours'],
    ['with a medicine and no public name', { prescriptionOnly: true }, 'publicName'],
    ['as a toxin without a prescription', { class: 'toxin' }, 'prescriptionOnly'],
    ['of no class', { class: 'magic' }, 'class'],
    ['without what it costs to leave on the day', leavingCosts(), 'costs.withdrawing.on-the-day'],
  ] as const) {
    it(`can't be offered ${what}`, () => {
      expect(() => changed(change)).to.throw(ContentError, fault)
    })
  }

  for (const kind of RISK_KINDS) {
    it(`can't be offered without a risk of the kind ${kind}`, () => {
      const risks = original().risks.filter((risk) => risk.kind !== kind)
      expect(() => changed({ risks })).to.throw(ContentError, `none is a ${kind}`)
    })
  }

  for (const kind of ['sideEffects', 'complications', 'failure', 'emotional'] as const) {
    it(`can't be offered when an option, doing nothing included, does not say its ${kind}`, () => {
      const options = original().options.map((one) => ({
        ...one,
        risks: { ...one.risks, [kind]: undefined },
      }))
      expect(() => changed({ options })).to.throw(ContentError, kind)
    })
  }
})

describe('a number', () => {
  const source = 'https://example.org/study'

  it('is not given without its source, nor a source without its number', () => {
    expect(() => first({ frequency: '1 in 100 people' })).to.throw(ContentError, 'source')
    expect(() => first({ source })).to.throw(ContentError, 'source')
  })

  it('is given of people, never as a percentage', () => {
    expect(() => first({ frequency: '1%', source })).to.throw(ContentError, '1 in 100 people')
    const [told] = treatmentSlots(first({ frequency: '1 in 1,000 people', source }))[
      'risks-side-effects'
    ] as string[]
    expect(told).to.match(/ \(1 in 1,000 people\)$/)
  })

  it('is not made up: what we ship gives none', () => {
    for (const { risks } of treatments) {
      for (const { frequency } of risks) expect(frequency).to.equal(undefined)
    }
  })
})

describe('what a patient is told of', () => {
  for (const treatment of treatments) {
    it(`${treatment.id}: every risk, each once, and the serious ones by themselves`, () => {
      const slots = treatmentSlots(treatment)
      const serious = treatment.risks.filter((risk) => risk.serious).map(({ words }) => words)
      expect(slots['serious-risks']).to.deep.equal(serious)
      const told = [
        ...['risks-side-effects', 'risks-complications', 'serious-risks'],
        ...['risks-of-failure', 'risks-of-doing-nothing'],
      ].flatMap((slot) => slots[slot] as string[])
      expect(told).to.have.members(treatment.risks.map(({ words }) => words))
    })

    it(`${treatment.id}: every list has something in it, and every text says something`, () => {
      for (const [slot, value] of Object.entries(treatmentSlots(treatment))) {
        expect(value, slot).not.to.be.empty
      }
    })

    it(`${treatment.id}: in plain words, with no promotion, blame or percentage`, () => {
      const told = Object.values(treatmentSlots(treatment)).flat() as string[]
      for (const text of told) expect(lintText(text, 'personal'), text).to.deep.equal([])
      expect(readingAge(told.join('\n'))).to.be.at.most(11)
    })

    it(`${treatment.id}: what it costs to leave, at every point`, () => {
      const { costs } = treatment
      for (const words of Object.values(costs.withdrawing)) {
        expect(treatmentSlots(treatment)['cost-of-withdrawing']).to.include(words)
      }
    })
  }

  it('filler includes a blocked blood vessel, skin loss, blindness and a stroke', () => {
    const serious = (treatmentSlots(original())['serious-risks'] as string[]).join(' ')
    for (const risk of ['block', 'Skin loss', 'Blindness', 'stroke']) {
      expect(serious).to.include(risk)
    }
  })

  it('includes what the clinic tells everybody, where that is given', () => {
    const texts = { interests: 'A', complaints: 'B', complicationReporting: 'C' }
    expect(treatmentSlots(original(), texts)).to.deep.include({
      ...{ interests: 'A', complaints: 'B', 'complication-reporting': 'C' },
    })
    expect(treatmentSlots(original())).not.to.have.property('interests')
  })
})

describe('the name of a treatment', () => {
  it('leads to its data, and another name to nothing', () => {
    expect(treatmentNamed(treatments, 'Dermal filler')?.id).to.equal('dermal-filler')
    expect(treatmentNamed(treatments, 'dermal filler, or the like')).to.equal(undefined)
  })

  it('belongs to one treatment only', () => {
    const names = treatments.map(({ name }) => name)
    expect(new Set(names).size).to.equal(names.length)
  })
})

describe('the hours to think', () => {
  it('are the longer of what the clinic sets for everybody and for this treatment', () => {
    const both = (one: number, everybody?: number) =>
      reflectionHoursOf(
        { reflectionHours: one },
        { policies: everybody === undefined ? {} : { reflectionHours: everybody } },
      )
    expect(both(72, 96)).to.equal(96)
    expect(both(96, 72)).to.equal(96)
    expect(both(72)).to.equal(72)
  })
})

function original(): Treatment {
  const filler = files.find(({ path }) => path.includes('dermal-filler'))
  return load(filler?.text ?? '') as Treatment
}

function mild(): unknown[] {
  return original().risks.map((risk) => ({ ...risk, serious: false }))
}

function without(id: string): object {
  return { options: original().options.filter((one) => one.id !== id) }
}

function soldHere(): object {
  return { options: original().options.map((one) => ({ ...one, elsewhere: false })) }
}

function leavingCosts(): object {
  const { costs } = original()
  return { costs: { ...costs, withdrawing: { ...costs.withdrawing, 'on-the-day': undefined } } }
}

/** The treatment with its first risk changed. */
function first(change: object): Treatment {
  const [one, ...rest] = original().risks
  return changed({ risks: [{ ...one, ...change }, ...rest] })
}

function changed(change: object): Treatment {
  return parseTreatment('treatments/changed.yaml', dump({ ...original(), ...change }))
}
