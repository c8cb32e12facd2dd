import { expect } from 'chai'
import { setup } from 'xstate'
import type { Actor, FactValues, Pathway, Pinned } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { pathway } from '../../machines/pathway.ts'
import { GROUPS } from '../../machines/pathways/pre-consultation/machine.ts'
import { day, instant } from '../../machines/time.ts'
import { patient, practitioner } from './follow.ts'
import { type Bounds, restingStates, walk } from './walk.ts'

const PERMISSIONS = [{}, ...(['granted', 'refused', 'no-gp'] as const).map(permission)]
function permission(given: NonNullable<FactValues['gp-permission']>): FactValues {
  return { 'gp-permission': given }
}

const BIRTHS = ['1990-05-05', '2008-11-21', '2008-11-22', '2010-11-21', '2010-11-22'].map(day)
const BANDS = ['under-16', '16-17', 'adult'] as const

const CHECKED = BIRTHS.flatMap((birth) =>
  ([undefined, 'toxin', 'filler', 'peel'] as const).flatMap((treatment) =>
    ([undefined, 'england', 'wales'] as const).map((place): FactValues => ({
      'date-of-birth': birth,
      ...(treatment && { 'treatment-class': treatment }),
      ...(place && { 'place-of-treatment': place }),
    })),
  ),
)

const signed = instant('2026-11-21T12:00:00.000Z')
const performer: Actor = { id: 'nurse-bell', role: 'performer', assurance: 'demo-sign-in' }
const planned: FactValues = {
  plan: {
    ...{ performer: 'nurse-bell', supervisor: 'dr-amara', premises: 'York', product: 'Peel A' },
    date: day('2026-11-28'),
  },
  signature: { name: 'Rosa Finch', at: signed, meaning: 'consent' },
}

const known: Actor = { ...patient, assurance: 'link-and-birth-date' }
// Whoever would rather tell it again goes the way of somebody who comes for the first time.
const TOLD_BEFORE: FactValues[] = [
  {
    ...{ 'reason-in-own-words': 'My jaw', 'hoped-for-outcome': 'Less pain' },
    'earlier-health': Object.fromEntries(GROUPS.map((group) => [group, 'nothing'])),
  },
]

/** What each pathway is walked with, where some words and one practitioner are not enough. */
const BOUNDS: Readonly<Record<Pinned, Bounds>> = {
  'welcome@1': { answers: { 'help-needed': [['large-text'], ['read-aloud', 'more-time']] } },
  'age@1': {
    inputs: [{}, ...BIRTHS.map((birth) => ({ 'birth-date-at-door': birth }))],
    answers: {
      'date-of-birth': [...BIRTHS, '1890-01-01', '2026-11-22'],
      'another-date': [...BIRTHS, '1890-01-01', '2026-11-22'],
    },
  },
  'age-check@1': { inputs: CHECKED },
  'enquiry@1': { inputs: [{}, ...BANDS.map((band): FactValues => ({ 'age-band': band }))] },
  'gp-weighing@1': { inputs: PERMISSIONS },
  // A private answer comes without its value.
  'voluntariness@1': {
    answers: { 'own-wish': [undefined], pressed: [undefined], 'only-the-clinic': [undefined] },
  },
  'concern-response@1': { answers: { steps: [['information-given'], ['nothing-wanted']] } },
  // Words that equal a plain choice: what is said leads nowhere else, and there are fewer paths.
  'pre-consultation@1': {
    inputs: TOLD_BEFORE,
    actors: [known, { ...known, assurance: 'none' }],
    answers: Object.fromEntries(GROUPS.map((group) => [group, ['nothing']])),
  },
  'psychological@1': {
    inputs: [{}, { 'health-worries': 'My nose', 'health-daily-life': 'nothing' }],
    answers: { assessor: ['Dr Outside, psychologist, Leeds', 'Dr Amara, here'] },
  },
  'teach-back@1': { inputs: [{}, { explanation: 'It can burn the skin' }] },
  'understanding-check@1': { inputs: [{ 'said-back': true }, { 'explaining-wanted': true }, {}] },
  'cooling-off@1': {
    inputs: [
      { 'pack-delivered-at': signed, 'reflection-ends-at': instant('2026-11-24T12:00:00.000Z') },
    ],
    moments: ['2026-11-24T11:59:59.999Z', '2026-11-24T12:00:00.000Z'].map(instant),
  },
  'consent-signature@1': { answers: { signature: [{ name: 'Rosa Finch', agreed: true }] } },
  'consent@1': {
    inputs: [planned, {}],
    actors: [
      performer,
      { ...performer, id: 'dr-amara', role: 'supervisor' },
      { ...performer, id: 'nurse-other' },
      { ...performer, role: 'reception' },
      { ...performer, role: 'patient' },
      { ...performer, role: 'system' },
    ],
    moments: [signed, instant('2026-11-21T13:00:00.001Z')],
  },
  'capacity@1': {
    actors: [practitioner, { ...practitioner, role: 'patient' }],
    answers: { support: [['plain-words'], ['more-time', 'pictures']] },
  },
  'social-media-post@1': {
    inputs: [{}, { 'jccp-registrant': true, 'hcpc-registrant': true }, { 'cosrt-member': true }],
    answers: { draft: ['We are open on Sunday', 'Ring me on 020 7946 0111'] },
  },
  'reconfirmation@1': {
    inputs: ['nurse-bell', 'dr-amara'].map((taker) => ({ ...planned, 'consent-taken-by': taker })),
    actors: [performer, { ...performer, id: 'dr-amara', role: 'supervisor' }],
    moments: [instant('2026-11-27T12:00:00.000Z'), instant('2026-11-28T12:00:00.000Z')],
  },
}

describe('every path', () => {
  for (const [id, found] of Object.entries(PATHWAYS)) {
    it(`of ${id} leads to an end that holds what it promises, and every state is on one`, async () => {
      const { paths, reached, faults } = await walk(found, BOUNDS[id as Pinned])
      expect(faults).to.deep.equal([])
      expect(paths).to.be.greaterThan(0)
      expect([...reached].sort()).to.deep.equal([...restingStates(found)].sort())
    })

    it(`of ${id} ends in one of its outcomes, and it has no outcome without an end`, () => {
      const ends = Object.values(found.machine.states).filter(({ type }) => type === 'final')
      expect(ends.map(({ key }) => key).sort()).to.deep.equal(Object.keys(found.outcomes).sort())
    })

    it(`of ${id} takes an answer exactly where there is a schema to parse it`, () => {
      const asked = restingStates(found).filter(
        (state) => 'answered' in ((found.machine.states[state]?.config.on ?? {}) as object),
      )
      expect(asked.sort()).to.deep.equal(Object.keys(found.answers).sort())
    })

    it(`of ${id} writes nothing that it reads`, () => {
      for (const name of found.writes) expect(found.reads).not.to.include(name)
    })
  }
})

describe('the walk itself', () => {
  const choice = { asks: { kind: 'choice' } } as const
  const made = (states: Record<string, object>, ends: Pathway['outcomes']): Pathway => ({
    ...{ id: 'made@1', role: 'patient', reads: [], writes: ['gp-permission'] },
    machine: setup({ ...pathway }).createMachine({
      ...{ id: 'made@1', context: {}, initial: 'first', states },
    }) as Pathway['machine'],
    answers: {},
    outcomes: ends,
  })
  const sound = { then: 'goes-on', clauses: ['JCCP-28'], ensures: () => true } as const
  const first = { meta: choice, on: { yes: 'done' } }
  const done = { type: 'final' }
  const faultsOf = async (states: Record<string, object>, ends: Pathway['outcomes']) =>
    (await walk(made(states, ends))).faults

  it('finds nothing wrong where nothing is', async () => {
    expect(await faultsOf({ first, done }, { done: sound })).to.deep.equal([])
  })

  it('notices a state that nothing leads to', async () => {
    const found = await faultsOf({ first, done, island: first }, { done: sound })
    expect(found).to.deep.equal(['island: is never reached'])
  })

  it('notices an end that does not hold what it promises', async () => {
    const broken = { ...sound, ensures: (facts: FactValues) => 'gp-permission' in facts }
    const found = await faultsOf({ first, done }, { done: broken })
    expect(found).to.deep.equal(['done: does not hold what it ensures'])
  })

  it('notices an end that is no outcome', async () => {
    expect(await faultsOf({ first, done }, {})).to.deep.equal(['done: is no outcome'])
  })

  it('notices a circle that nobody can leave', async () => {
    const circling = { ...first, on: { yes: 'done', no: 'round' } }
    const round = { meta: choice, on: { again: { target: 'round', reenter: true } } }
    const found = await faultsOf({ first: circling, round, done }, { done: sound })
    expect(found).to.deep.equal(['round: no end can be reached from here'])
  })

  it('notices a choice that leads nowhere, and a state that asks nothing', async () => {
    const nowhere = { ...first, on: { yes: 'done', no: { guard: () => false, target: 'done' } } }
    const choiceless = await faultsOf({ first: nowhere, done }, { done: sound })
    expect(choiceless).to.deep.equal(['first: no leads nowhere'])
    const silent = await faultsOf({ first: { on: { yes: 'done' } }, done }, { done: sound })
    expect(silent).to.deep.equal(['first: asks nothing'])
  })

  it('notices a fact that does not survive being stored', async () => {
    const params = { 'help-needed': new Set(['large-text']) }
    const kept = { ...first, on: { yes: { target: 'second', actions: { type: 'note', params } } } }
    const aSet = ({ context }: { context: object }) =>
      Object.values(context).some((fact) => fact instanceof Set)
    const second = { meta: choice, on: { yes: [{ guard: aSet, target: 'done' }, 'first'] } }
    const walking = faultsOf({ first: kept, second, done }, { done: sound })
    const fault = await walking.then(String, String)
    expect(fault).to.contain('stored first, not done')
  })
})
