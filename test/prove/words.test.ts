import { expect } from 'chai'
import { nameOf } from '../../bot/house.ts'
import type { Words } from '../../bot/words.ts'
import type { Asks, Consultation, FactValues, Pathway } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { day, instant } from '../../machines/time.ts'
import { shipped } from '../support/clinic.ts'
import { BOUNDS, PERFORMER } from './bounds.ts'
import { ENGINE_SAYS } from '../machines/follow.ts'
import { opened } from './engine.ts'
import { alone, houseOf, REAL } from './house.ts'
import { accepted, asking } from './events.ts'
import { graphOf } from './graph.ts'

/** What is known by the time that anything of it is said. */
const KNOWN: FactValues = {
  ...{ 'called-by': 'Rosa', 'full-name': 'Rosa Finch', 'treatment-name': 'Dermal filler' },
  ...{ 'treatment-class': 'filler', 'date-of-birth': day('1990-05-05') },
  plan: {
    ...{ performer: PERFORMER.id, premises: 'larkfield-main', product: 'A filler' },
    date: day('2026-11-28'),
  },
  'pack-delivered-at': instant('2026-11-20T09:00:00.000Z'),
  'reflection-hours': 72,
  ...{
    'teach-back-treatment': 'Filler',
    'teach-back-risks': 'Lumps',
    'teach-back-choices': 'None',
  },
  ...{
    explanation: 'It can leave lumps.',
    'patient-worries': 'Lumps',
    'gp-practice': 'The Grange',
  },
}

const optionsOf = (asks: Asks | undefined): readonly string[] =>
  asks?.kind === 'many' || asks?.kind === 'private' ? asks.options : []

/** What is wrong with the words of every place that a pathway comes to, as the engine has it. */
function faultsOf(pathway: Pathway, words: Words): readonly string[] {
  const house = houseOf({ ...REAL, journeys: { 'alone@1': alone(pathway) } })
  const faults = new Set<string>()
  const said = new Set<string>()
  const bounds = BOUNDS[pathway.id] ?? {}
  for (const given of bounds.given ?? [{}]) {
    const begun = opened(house, pathway, { ...beside(pathway), ...given })
    const open =
      begun && [...begun.open, ...begun.restricted.open].find((one) => one.pathway === pathway.id)
    if (!begun || !open) continue
    for (const { snapshot } of graphOf(pathway, open.input, bounds).values()) {
      const state = String(snapshot.value)
      said.add(state)
      const at = { ...open, snapshot: { value: state, context: snapshot.context as object } }
      const now = { ...begun, open: [at] } as Consultation
      for (const fault of saidIn(pathway, state, now, words)) faults.add(fault)
    }
  }
  if (said.size === 0) faults.add('nothing was said')
  return [...faults]
}

/** What its words name. What it reads itself is known too, unless the bounds say what it is. */
function beside({ id, reads, writes }: Pathway): FactValues {
  const told = BOUNDS[id]?.given ? reads.filter((name) => name !== 'treatment-name') : []
  const own = new Set<string>([...writes, ...told])
  return Object.fromEntries(Object.entries(KNOWN).filter(([name]) => !own.has(name)))
}

function saidIn(pathway: Pathway, state: string, now: Consultation, words: Words): string[] {
  const id = `${nameOf(pathway.id)}/${state}`
  const shown = tried(() => words.show(id, now, KNOWN))
  if (shown instanceof Error) return [`${id}: ${shown.message}`]
  const meta = pathway.machine.states[state]?.config.meta as { asks?: Asks } | undefined
  const takes = accepted(pathway, state).filter(
    (event) => event !== 'answered' && !ENGINE_SAYS.includes(event),
  )
  const wanted = [...takes, ...optionsOf(meta?.asks)].sort()
  const offered = shown.choices.map((choice) => choice.id).sort()
  return [
    ...(shown.text.trim() === '' ? [`${id}: says nothing`] : []),
    ...(/\{\{|undefined|\[object/.test(shown.text) ? [`${id}: is not filled in`] : []),
    ...(JSON.stringify(wanted) === JSON.stringify(offered)
      ? []
      : [`${id}: offers ${offered.join(', ')}, and takes ${wanted.join(', ')}`]),
  ]
}

function tried<result>(act: () => result): result | Error {
  try {
    return act()
  } catch (error) {
    return error as Error
  }
}

describe('the words of every place', () => {
  for (const pathway of Object.values(PATHWAYS)) {
    it(`${pathway.id}: are said, with exactly the choices that it takes`, () => {
      expect(faultsOf(pathway, shipped)).to.deep.equal([])
    })
  }

  it('are there in every locale', () => {
    const { locale } = shipped.catalogue
    const rests = Object.values(PATHWAYS).flatMap((one) =>
      [...asking(one), ...Object.keys(one.outcomes)].map((state) => `${nameOf(one.id)}/${state}`),
    )
    expect(shipped.catalogue.ids(locale)).to.include.members(rests)
  })

  it('name in public no treatment, no person who treats and nothing of a plan', () => {
    const hidden = ['treatment-name', 'treatment-class', 'plan', 'product', 'performer-name']
    const open = shipped.catalogue.ids().map((id) => shipped.catalogue.get(id))
    const publicly = open.filter(({ audience }) => audience === 'public')
    expect(publicly.length).to.be.greaterThan(10)
    for (const { id, slots } of publicly) {
      expect(
        [...slots].filter((slot) => hidden.includes(slot)),
        id,
      ).to.deep.equal([])
    }
  })

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
    const failing = {
      ...shipped,
      show: () => {
        throw new Error('a slot is empty')
      },
    } as never as Words
    expect(faultsOf(gp, failing)[0]).to.include('a slot is empty')
    const offering: Words = {
      ...shipped,
      show: (...args) => ({ ...shipped.show(...args), choices: [{ id: 'more', label: 'More' }] }),
    }
    expect(faultsOf(gp, offering)).to.include(
      'gp-contact/permission: offers more, and takes no, no-gp, not-sure, yes',
    )
    expect(
      faultsOf(gp, { ...shipped, show: (...args) => ({ ...shipped.show(...args), text: ' ' }) }),
    ).to.include('gp-contact/refused: says nothing')
  })
})
