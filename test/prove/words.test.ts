import { expect } from 'chai'
import { readBundle } from '../../adapters/files/content.ts'
import { wordsOf } from '../../adapters/programs/house.ts'
import { nameOf } from '../../bot/house.ts'
import type { Words } from '../../bot/words.ts'
import type { Pathway } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { demoClinic, shipped } from '../support/clinic.ts'
import { pseudoSources } from '../support/pseudo.ts'
import { asking } from './events.ts'
import { faultsOf, saying } from './said.ts'

/** All that content has, and a made-up translation of everything that a patient meets. */
const spoken = wordsOf([...readBundle(), ...pseudoSources('en-XA')], demoClinic)

for (const locale of spoken.locales) {
  const words = spoken.in(locale)

  describe(`the words of every place, in ${locale}`, () => {
    for (const pathway of Object.values(PATHWAYS)) {
      it(`${pathway.id}: are said to each role that meets it, with exactly the choices that it takes`, () => {
        expect(faultsOf(pathway, words)).to.deep.equal([])
      })
    }

    it('are there of each question and each end', () => {
      const rests = Object.values(PATHWAYS).flatMap((one) =>
        [...asking(one), ...Object.keys(one.outcomes)].map((state) => `${nameOf(one.id)}/${state}`),
      )
      const own = rests.filter((id) => words.catalogue.get(id).locale === locale)
      expect(own.length).to.be.greaterThan(50)
      if (locale === shipped.catalogue.locale) expect(own).to.deep.equal(rests)
    })

    it('name in public no treatment, no person who treats and nothing of a plan', () => {
      const { publicly, naming } = openTo(words)
      expect(publicly).to.be.greaterThan(10)
      expect(naming).to.deep.equal([])
    })

    it('are for the public or the patient where a patient is asked, and for staff elsewhere', () => {
      expect(misaddressed(words)).to.deep.equal([])
    })
  })
}

const HIDDEN = ['treatment-name', 'treatment-class', 'plan', 'product', 'performer-name']

/** How much the public may read, and what of it says more than the public may know. */
function openTo({ catalogue: { ids, get } }: Words) {
  const open = ids()
    .map((id) => get(id))
    .filter(({ audience }) => audience === 'public')
  const naming = open.filter(({ slots }) => slots.some((slot) => HIDDEN.includes(slot)))
  return { publicly: open.length, naming: naming.map(({ id }) => id) }
}

/** Staff words that a patient would read, and the other way round. */
function misaddressed({ catalogue: { get } }: Words): readonly string[] {
  return Object.values(PATHWAYS).flatMap((pathway) =>
    [...asking(pathway), ...Object.keys(pathway.outcomes)]
      .map((state) => get(`${nameOf(pathway.id)}/${state}`))
      .filter(({ audience }) => (audience === 'staff') === (pathway.role === 'patient'))
      .map(({ id, audience }) => `${id}: is ${audience}`),
  )
}

describe('the words', () => {
  it('before anybody is known are public', () => {
    for (const name of ['welcome@1', 'age@1', 'enquiry@1'] as const) {
      const pathway = PATHWAYS[name] as Pathway
      for (const state of asking(pathway)) {
        const { audience } = shipped.catalogue.get(`${nameOf(name)}/${state}`)
        expect(audience, `${name} ${state}`).to.equal('public')
      }
    }
  })

  it('are noticed when they do not render, or offer what is not taken', () => {
    const gp = PATHWAYS['gp-contact@1'] as Pathway
    const failing = saying(shipped, {
      show: () => {
        throw new Error('a slot is empty')
      },
    })
    expect(faultsOf(gp, failing)[0]).to.include('a slot is empty')
    const offering = saying(shipped, {
      show: (...args) => ({ ...shipped.show(...args), choices: [{ id: 'more', label: 'More' }] }),
    })
    expect(faultsOf(gp, offering)).to.include(
      'gp-contact/permission: offers more, and takes no, no-gp, not-sure, yes',
    )
    expect(
      faultsOf(
        gp,
        saying(shipped, { show: (...args) => ({ ...shipped.show(...args), text: ' ' }) }),
      ),
    ).to.include('gp-contact/refused: says nothing')
  })
  it('are noticed where another role is asked than the one that answers', () => {
    const gp = { ...(PATHWAYS['gp-contact@1'] as Pathway), role: 'practitioner' } as const
    const faults = faultsOf(gp, shipped)
    expect(faults).to.include('gp-contact/permission: is put to the patient')
    expect(faults).to.include(
      'gp-contact/permission: the supervisor is not asked it with its choices',
    )
  })

  it('are noticed where they tell the public, or a patient, what is not theirs', () => {
    const having = (other: object): Words => {
      const get = (id: string) => ({ ...shipped.catalogue.get(id), ...other })
      return saying(shipped, { catalogue: { ...shipped.catalogue, get } })
    }
    const age = PATHWAYS['age@1'] as Pathway
    const telling = saying(shipped, {
      show: (...args) => ({ ...shipped.show(...args), text: 'Dermal filler from Friday.' }),
    })
    expect(faultsOf(age, telling)).to.include('age/right-date: names the treatment in public')
    expect(openTo(having({ slots: ['treatment-name'] })).naming).to.include('age/right-date')
    expect(misaddressed(having({ audience: 'staff' }))).to.include('age/right-date: is staff')
    expect(misaddressed(having({ audience: 'personal' }))).to.include('consent/alone: is personal')
  })
})
