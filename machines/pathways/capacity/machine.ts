import { assign, setup } from 'xstate'
import type { FactName, FactValues, PathwayEvent } from '../../contract.ts'
import { pathway } from '../../pathway.ts'
import { doubtRemains, everyAbilityFound, findingByAPractitioner } from './guards.ts'

/** Help with deciding that can have been tried. The words for each are in content. */
export const SUPPORT = [
  'plain-words',
  'more-time',
  'pictures',
  'interpreter',
  'somebody-they-trust',
  'quiet-place',
  'another-day',
] as const

// A finding holds for this decision on this day: none is ever carried over.
const choice = { asks: { kind: 'choice', fresh: true } } as const
const text = { asks: { kind: 'text', fresh: true } } as const

/** Where a practitioner's word leads; the same word of anybody else leads nowhere but out. */
const byPractitioner = <const action>(target: string, ...actions: readonly action[]) =>
  [{ guard: 'finding-by-a-practitioner', target, actions }, { target: 'not-yours' }] as const

const keep = (fact: FactName) => ({ type: 'keep', params: { fact } }) as const
const note = (facts: FactValues) => ({ type: 'note', params: facts }) as const
const find = (step: string) => ({ type: 'find', params: { step } }) as const
const forget = (...facts: FactName[]) => ({ type: 'forget', params: { facts } }) as const

/** One ability: whether it is there, and then what was seen and heard that shows it. */
const ability = (name: string, next: string) => {
  const findings = `${name}-findings`
  const judged = byPractitioner(findings, find(name))
  return {
    [name]: { meta: choice, on: { can: judged, cannot: judged, 'not-sure': judged } },
    [findings]: { meta: text, on: { answered: byPractitioner(next, find(findings)) } },
  }
}

/**
 * Whether the patient can decide about this treatment now. Everybody is presumed to. Only a
 * doubt asks for more: help first, then each ability by itself. Doubt waits; a lack declines,
 * and nobody consents in the patient's place.
 */
export const capacityMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    /** Adds what one step found: the choice made, or the words given. */
    find: assign<FactValues, PathwayEvent, { step: string }, PathwayEvent, never>(
      ({ context, event }, { step }) => ({
        'capacity-findings': {
          ...context['capacity-findings'],
          [step]: typeof event.value === 'string' ? event.value : event.type,
        },
      }),
    ),
    forget: assign<FactValues, PathwayEvent, { facts: FactName[] }, PathwayEvent, never>(
      (_, { facts }) => Object.fromEntries(facts.map((fact) => [fact, undefined])),
    ),
  },
  guards: {
    'finding-by-a-practitioner': findingByAPractitioner,
    'doubt-remains': doubtRemains,
    'every-ability-found': everyAbilityFound,
  },
}).createMachine({
  id: 'capacity@1',
  context: ({ input }) => ({ ...input }),
  initial: 'presumption',
  states: {
    presumption: {
      meta: choice,
      on: {
        'no-doubt': byPractitioner('presumed', note({ capacity: 'presumed' })),
        doubt: byPractitioner('what-was-seen'),
      },
    },
    'what-was-seen': {
      meta: text,
      on: {
        answered: byPractitioner('support', keep('capacity-doubt')),
        'no-doubt-after-all': 'presumption',
      },
    },
    support: {
      meta: { asks: { kind: 'many', options: SUPPORT, fresh: true } },
      on: {
        answered: byPractitioner('understand', keep('capacity-support')),
        'none-tried': 'support-first',
      },
    },
    'support-first': { meta: choice, on: { 'tried-now': 'support' } },
    ...ability('understand', 'retain'),
    ...ability('retain', 'use-or-weigh'),
    ...ability('use-or-weigh', 'communicate'),
    ...ability('communicate', 'findings'),
    findings: {
      always: [
        { guard: 'doubt-remains', target: 'another-day' },
        {
          guard: 'every-ability-found',
          target: 'has-capacity',
          actions: note({ capacity: 'found' }),
        },
        { target: 'decline-reason' },
      ],
    },
    // Waits for as long as it takes: time alone settles it neither way.
    'another-day': {
      meta: choice,
      on: {
        'assess-again': {
          target: 'support',
          actions: forget('capacity-support', 'capacity-findings'),
        },
        decline: byPractitioner('decline-reason'),
      },
    },
    'not-yours': {
      meta: choice,
      on: {
        'begin-again': {
          target: 'presumption',
          actions: forget('capacity-doubt', 'capacity-support', 'capacity-findings'),
        },
      },
    },
    'decline-reason': {
      meta: text,
      on: { answered: byPractitioner('declined', keep('decline-reason')) },
    },
    presumed: { type: 'final' },
    'has-capacity': { type: 'final' },
    declined: { type: 'final' },
  },
})
