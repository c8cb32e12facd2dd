import { assign, setup } from 'xstate'
import type { FactName, FactValues, PathwayEvent } from '../../contract.ts'
import { pathway } from '../../pathway.ts'
import { nobodyElseSees, toldBefore } from './guards.ts'

/** What everybody is asked about, in this order. */
export const GROUPS = [
  'conditions',
  'medicines',
  'allergies',
  'pregnancy',
  'earlier-treatments',
  'skin',
  'worries',
  'daily-life',
] as const

type Group = (typeof GROUPS)[number]

const choice = { asks: { kind: 'choice' } } as const
const text = { asks: { kind: 'text' } } as const

const keep = (fact: FactName) => ({ type: 'keep', params: { fact } }) as const
const confirm = (fact: FactName, from: FactName, unsaid = 'rather-in-person') =>
  ({ type: 'confirm', params: { fact, from, unsaid } }) as const

/**
 * One question. Somebody who answered it at an earlier consultation sees their own words first
 * and says whether they still hold; nobody skips it. Whatever is said leads to the next.
 */
function asking(group: Group, next: string) {
  const fact = `health-${group}` as const
  const plainly = (said: 'nothing' | 'rather-in-person') =>
    ({ target: next, actions: { type: 'note', params: { [fact]: said } } }) as const
  return {
    [`to-${group}`]: {
      always: [
        {
          guard: { type: 'told-before', params: { group } },
          target: `${group}-before`,
          actions: { type: 'recall', params: { group } },
        },
        { target: group },
      ],
    },
    [`${group}-before`]: {
      meta: { asks: { kind: 'choice', shows: 'earlier-words' } },
      on: {
        'still-so': { target: next, actions: confirm(fact, 'earlier-words') },
        changed: group,
        'rather-in-person': plainly('rather-in-person'),
      },
    },
    [group]: {
      meta: text,
      on: {
        answered: { target: next, actions: keep(fact) },
        nothing: plainly('nothing'),
        'rather-in-person': plainly('rather-in-person'),
      },
    },
  } as const
}

const questions = Object.assign(
  {},
  ...GROUPS.map((group, at) => {
    const next = GROUPS[at + 1]
    return asking(group, next ? `to-${next}` : 'reason')
  }),
) as ReturnType<typeof asking>

/**
 * Whether words of another day may stand on this screen is asked before any of them does, in
 * every sitting anew. Whoever would rather not see them tells all of it again.
 */
const earlier = {
  'to-earlier': {
    always: [
      { guard: { type: 'told-before', params: {} }, target: 'earlier-here' },
      { target: 'to-conditions' },
    ],
  },
  'earlier-here': {
    meta: { asks: { kind: 'choice', again: 'each-sitting' } },
    on: {
      'show-it': [
        { guard: 'nobody-else-sees', target: 'to-conditions' },
        { target: 'earlier-not-here' },
      ],
      'tell-again': { target: 'to-conditions', actions: 'tell-anew' },
    },
  },
  'earlier-not-here': {
    meta: choice,
    on: { 'go-on': { target: 'to-conditions', actions: 'tell-anew' } },
  },
} as const

/**
 * Health and medicines, then the reason, then the hope: each told or confirmed in this
 * consultation, in own words. No answer decides anything here; people read them.
 */
export const preConsultationMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    /** Shows one question's earlier words, and no other's. */
    recall: assign<FactValues, PathwayEvent, { group: string }, PathwayEvent, never>(
      ({ context }, { group }) => {
        const words = context['earlier-health']?.[group]
        return words === undefined ? {} : { 'earlier-words': words }
      },
    ),
    /** Nothing of it is shown; every question is asked as if for the first time. */
    'tell-anew': assign({ 'earlier-health-asked': [] }),
    /** Takes words as they stand; where nothing was said, that is what is kept. */
    confirm: assign<
      FactValues,
      PathwayEvent,
      { fact: FactName; from: FactName; unsaid: string },
      PathwayEvent,
      never
    >(({ context }, { fact, from, unsaid }) => ({ [fact]: context[from] ?? unsaid })),
  },
  guards: { 'told-before': toldBefore, 'nobody-else-sees': nobodyElseSees },
}).createMachine({
  id: 'pre-consultation@1',
  context: ({ input }) => ({
    ...input,
    'earlier-health-asked': GROUPS.filter(
      (group) => input['earlier-health']?.[group] !== undefined,
    ),
  }),
  initial: 'to-earlier',
  states: {
    ...earlier,
    ...questions,
    reason: {
      meta: choice,
      on: {
        'still-so': {
          target: 'hope',
          actions: confirm('reason-confirmed', 'reason-in-own-words'),
        },
        changed: 'reason-words',
      },
    },
    'reason-words': {
      meta: text,
      on: { answered: { target: 'hope', actions: keep('reason-confirmed') } },
    },
    hope: {
      meta: choice,
      on: {
        'still-so': {
          target: 'told',
          actions: confirm('hope-confirmed', 'hoped-for-outcome', 'not-sure-yet'),
        },
        changed: 'hope-words',
      },
    },
    'hope-words': {
      meta: text,
      on: { answered: { target: 'told', actions: keep('hope-confirmed') } },
    },
    told: { type: 'final', entry: { type: 'note', params: { 'health-told': true } } },
  },
})
