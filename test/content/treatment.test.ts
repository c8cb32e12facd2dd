import { expect } from 'chai'
import { parse, stringify } from 'yaml'
import { ContentError } from '../../content/errors.ts'
import { CLASSES, parseTreatment, RISK_KINDS, type Treatment } from '../../content/treatment.ts'
import { TREATMENT_CLASSES } from '../../machines/facts.ts'
import { sources } from '../support/words.ts'

const files = sources('treatments/*.yaml')

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
    ['without doing nothing among the options', { options: [] }, 'no-treatment'],
    ['with a medicine and no public name', { prescriptionOnly: true }, 'publicName'],
    ['of no class', { class: 'magic' }, 'class'],
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

  it('gives no number without its source', () => {
    const [first, ...rest] = original().risks
    const risks = [{ ...first, frequency: { words: '1 in 100 people' } }, ...rest]
    expect(() => changed({ risks })).to.throw(ContentError, 'source')
  })
})

function original(): Treatment {
  const filler = files.find(({ path }) => path.includes('dermal-filler'))
  return parse(filler?.text ?? '') as Treatment
}

function mild(): unknown[] {
  return original().risks.map((risk) => ({ ...risk, serious: false }))
}

function changed(change: object): Treatment {
  return parseTreatment('treatments/changed.yaml', stringify({ ...original(), ...change }))
}
