import { expect } from 'chai'
import type { Content } from '../../content/template.ts'
import { treatmentSlots } from '../../content/treatment-slots.ts'
import { parseTreatment } from '../../content/treatment.ts'
import { CLAUSES } from '../../machines/clauses/ids.ts'
import type { Asks, Pathway, StateMeta } from '../../machines/contract.ts'
import { FACTS } from '../../machines/facts.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { ENGINE_SAYS } from '../machines/follow.ts'
import { shippedWords, sources } from '../support/words.ts'

const words = shippedWords()
const [filler] = sources('treatments/dermal-filler.yaml')

/** What is known of every clinic, and of whoever would do the treatment, at any time. */
const ALWAYS: Readonly<Record<string, unknown>> = {
  ...treatmentSlots(parseTreatment(filler?.path ?? '', filler?.text ?? '')),
  'clinic-name': 'Larkfield',
  'said-elsewhere': false,
  'clinic-phone': '020 7946 0101',
  'clinic-address': '1 Nowhere Street, London',
  'ico-number': 'Z0000000',
  'out-of-hours-name': 'the on-call nurse',
  'out-of-hours-phone': '020 7946 0102',
  'questions-go-to': 'Nadia Okafor',
  'named-person-for-young-people': 'Farida Lyle',
  'safeguarding-person': 'Farida Lyle',
  'crisis-lines': ['Samaritans: 116 123, to talk to somebody'],
  'safety-net': 'To reach the clinic, ring 020 7946 0101.',
  'performer-name': 'Rhys Penhallow',
  interests: 'The clinic belongs to the people who work in it.',
  complaints: 'Write to the manager. An outside body looks at it if you wish.',
  'complication-reporting': 'Ring the clinic, day or night.',
  'treatment-day': '2026-11-28',
  premises: 'Larkfield, main rooms',
  product: 'A filler',
}

const KNOWN: Readonly<Record<string, unknown>> = {
  'date-of-birth': '1998-03-27',
  'called-by': 'Sam',
  'gp-practice': 'The Grange Surgery',
  'treatment-name': 'Laser hair removal',
  'reflection-ends-at': '2026-11-24T12:00:00.000Z',
  explanation: 'The light can burn the skin.',
  'patient-worries': 'Scars',
  'teach-back-treatment': 'Light on my legs',
  'teach-back-risks': 'A burn that stays',
  'teach-back-choices': 'Leave it, or shave',
  'earlier-words': 'A rash from plasters',
}

/** What only one question of the consultation itself is about. */
const TURN: Readonly<Record<string, unknown>> = {
  words: 'Does it hurt?',
  'question-words': 'Does it hurt?',
  'reply-words': 'It can sting.',
  'reply-by': 'Nadia Okafor',
}

/** A patient is told the duty itself, not where it is written. */
const LEGALESE =
  /\b(JCCP|CPSA|GMC|NMC|HCPC|COSRT|clauses?|statut\w+|regulat\w+|guidance|pursuant|compl(?:y|ian\w+)|obligat\w+|mandat\w+|section \d|Act \d{4})\b/i

for (const pathway of Object.values(PATHWAYS)) {
  const name = pathway.id.slice(0, pathway.id.lastIndexOf('@'))

  describe(`the words of ${pathway.id}`, () => {
    for (const { state, asks, accepts } of asking(pathway)) {
      const id = `${name}/${state}`

      it(`${state}: are there, with exactly its choices`, () => {
        expect(Object.keys(words.get(id).choices)).to.have.members([
          ...accepts.filter((event) => event !== 'answered' && !ENGINE_SAYS.includes(event)),
          ...optionsOf(asks),
        ])
      })

      if (pathway.role === 'patient') {
        it(`${state}: say why it is asked, in plain words`, () => {
          const why = words.get(id).why ?? ''
          expect(why, 'why').to.match(/^[A-Z].*[.]$/)
          expect(why.split(' '), why).to.have.length.below(31)
          expect(why).not.to.match(LEGALESE)
        })
      }

      if (pathway.role === 'patient' && asks.kind === 'text') {
        it(`${state}: say that nobody reads the answer straight away, and where to turn`, () => {
          const { body, slots } = words.get(id)
          expect(body).to.include('Nobody reads this straight away.')
          expect(slots).to.include.oneOf(['clinic-phone', 'safety-net'])
        })
      }
    }

    for (const state of endings(pathway)) {
      it(`${state}: are there, and offer nothing to choose`, () => {
        expect(words.get(`${name}/${state}`).choices).to.deep.equal({})
      })
    }

    it('are of no state that does not exist', () => {
      const said = [...asking(pathway).map(({ state }) => state), ...endings(pathway)]
      const written = words.ids().filter((id) => id.startsWith(`${name}/`))
      expect(written).to.have.members(said.map((state) => `${name}/${state}`))
    })

    it('name no fact but those that the pathway reads or writes', () => {
      const known: string[] = [...pathway.reads, ...pathway.writes, ...Object.keys(ALWAYS)]
      for (const content of contents(name)) {
        expect(known, content.id).to.include.members([...content.slots])
      }
    })

    it('are for staff only where staff answer', () => {
      for (const { id, audience } of contents(name)) {
        expect(audience === 'staff', id).to.equal(pathway.role !== 'patient')
      }
    })
  })
}

describe('the words of the consultation itself', () => {
  for (const [id, choices] of Object.entries({
    stopping: ['stop-for-now', 'i-do-not-want-this', 'carry-on'],
    paused: ['carry-on', 'i-do-not-want-this'],
    'pass-on': ['pass-on', 'leave-it'],
    settle: ['settled', 'not-settled'],
    summary: ['show-it-here', 'on-paper-at-the-clinic', 'by-email', 'no-summary'],
  })) {
    it(`${id}: offer exactly what can be chosen`, () => {
      expect(Object.keys(words.get(`consultation/${id}`).choices)).to.have.members(choices)
    })
  }

  for (const id of ['declined', 'refused-for-age', 'withdrawn', 'person-coming', 'help-now']) {
    it(`${id}: give a person to turn to`, () => {
      expect(words.get(`consultation/${id}`).slots).to.include('clinic-phone')
    })
  }

  it('say of every decline the same, and nothing of its reason', () => {
    const { slots } = words.get('consultation/declined')
    expect(slots).to.have.members(['questions-go-to', 'clinic-phone'])
  })

  it('reveal at the door whom to ring, and neither a name nor a treatment', () => {
    for (const id of ['door-birth-date', 'door-wrong', 'door-person', 'continue-later']) {
      expect(['clinic-phone', 'safety-net'], id).to.include.members([
        ...words.get(`consultation/${id}`).slots,
      ])
    }
  })

  for (const id of ['not-understood', 'pass-on', 'passed-on', 'door-person']) {
    it(`${id}: give the net to somebody whom software has not understood`, () => {
      expect(words.get(`consultation/${id}`).slots).to.include('safety-net')
    })
  }

  it('say to somebody who cannot be contacted that they must ring or come in', () => {
    for (const id of ['person-coming', 'waiting-pre-consultation']) {
      const { body } = words.get(`consultation/${id}`)
      expect(body, id).to.include('if only the clinic is safe').and.include('or come in')
    }
  })
})

describe('all words', () => {
  it('are of a pathway or of the consultation itself', () => {
    const folders = new Set(words.ids().map((id) => id.split('/')[0]))
    const pathways = Object.keys(PATHWAYS).map((id) => id.slice(0, id.lastIndexOf('@')))
    expect([...folders]).to.have.members([...pathways, 'consultation'])
  })

  it('cite clauses of the register', () => {
    for (const { id, clauses } of contents()) {
      for (const clause of clauses) expect(CLAUSES, id).to.have.property(clause)
    }
  })

  it('can be said, with nothing left to fill in', () => {
    for (const { id, render } of contents()) {
      const said = render({ ...ALWAYS, ...KNOWN, ...TURN })
      expect(said, id).not.to.match(/\{|\}|undefined|null|object|\n\n\n/)
    }
  })

  it('are filled with nothing but facts and what is known of the clinic', () => {
    const facts = Object.keys(FACTS)
    for (const { id, slots } of contents()) {
      const own = id.startsWith('consultation/') ? Object.keys(TURN) : []
      expect([...facts, ...Object.keys(ALWAYS), ...own], id).to.include.members([...slots])
    }
  })

  it('take no more than a screen where a patient reads them', () => {
    for (const { id, audience, body } of contents()) {
      if (audience !== 'staff') expect(body.split(/\s+/).length, id).to.be.at.most(125)
    }
  })
})

describe('the words for somebody under 18', () => {
  const young = ['age/what-brought-you', 'age/young-person', 'age/under-16']

  for (const id of [...young, 'consultation/refused-for-age', 'enquiry/told-to-named-person']) {
    it(`${id}: name a person`, () => {
      expect(words.get(id).slots).to.include('named-person-for-young-people')
    })
  }

  for (const id of ['age/under-16', 'consultation/refused-for-age']) {
    it(`${id}: refuse without blame, give a line for children, and offer nothing`, () => {
      const { body, choices } = words.get(id)
      expect(body).to.include('You have done nothing wrong')
      expect(body).to.include('Childline')
      expect(choices).to.deep.equal({})
    })
  }
})

function contents(folder = ''): Content[] {
  const ids = words.ids().filter((id) => id.startsWith(folder && `${folder}/`))
  return ids.map((id) => words.get(id))
}

interface Asking {
  readonly state: string
  readonly asks: Asks
  readonly accepts: readonly string[]
}

function asking({ machine }: Pathway): Asking[] {
  return Object.entries(machine.states).flatMap(([state, node]) => {
    const asks = (node.config.meta as StateMeta | undefined)?.asks
    return asks ? [{ state, asks, accepts: node.ownEvents }] : []
  })
}

function endings({ machine }: Pathway): string[] {
  const states = Object.entries(machine.states)
  return states.filter(([, { type }]) => type === 'final').map(([state]) => state)
}

function optionsOf(asks: Asks): readonly string[] {
  return asks.kind === 'many' || asks.kind === 'private' ? asks.options : []
}
