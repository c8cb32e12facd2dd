import { setup } from 'xstate'
import type { FactName, FactValues } from '../../contract.ts'
import { declineReason, pathway } from '../../pathway.ts'

// Judged anew in every consultation: nothing is carried over from an earlier asking.
const choice = { asks: { kind: 'choice', fresh: true } } as const
const text = { asks: { kind: 'text', fresh: true } } as const

const note = (facts: FactValues) => ({ type: 'note', params: facts }) as const
const kept = (target: string, fact: FactName) =>
  ({ target, actions: { type: 'keep', params: { fact } } }) as const

const suitable = {
  target: 'suitable',
  actions: note({ 'assessment-complete': true, 'second-opinion': 'not-wanted' }),
} as const

/**
 * Whether this is right for this patient: the practitioner's own judgement, in their own
 * words. From "no overall benefit" and "not in their best interest" no way leads back.
 */
export const suitabilityMachine = setup({ ...pathway }).createMachine({
  id: 'suitability@1',
  context: ({ input }) => ({ ...input }),
  initial: 'expectations',
  states: {
    expectations: {
      meta: text,
      on: { answered: kept('examination', 'expectations-reviewed') },
    },
    examination: {
      meta: choice,
      on: {
        'needed-and-done': { target: 'examination-words', actions: note({ examination: 'done' }) },
        'not-needed': { target: 'examination-words', actions: note({ examination: 'not-needed' }) },
        'needed-not-done': 'examination-first',
      },
    },
    'examination-first': { meta: choice, on: { 'done-now': 'examination' } },
    'examination-words': {
      meta: text,
      on: { answered: kept('benefit', 'examination-words') },
    },
    benefit: {
      meta: choice,
      on: {
        'overall-benefit': 'best-interest',
        'in-doubt': 'benefit-talked-through',
        'no-overall-benefit': 'explained',
      },
    },
    'benefit-talked-through': { meta: text, on: { answered: 'benefit-after-talking' } },
    // Only a doubt is judged a second time; a no is not.
    'benefit-after-talking': {
      meta: choice,
      on: { 'overall-benefit': 'best-interest', 'no-overall-benefit': 'explained' },
    },
    'best-interest': {
      meta: choice,
      on: { 'in-best-interest': 'best-interest-reason', 'not-in-best-interest': 'explained' },
    },
    'best-interest-reason': {
      meta: text,
      on: { answered: kept('alternatives', 'best-interest-reason') },
    },
    alternatives: {
      meta: text,
      on: { answered: kept('second-opinion', 'alternatives-discussed') },
    },
    'second-opinion': {
      meta: choice,
      on: { 'not-wanted': suitable, wanted: 'waiting-for-second-opinion' },
    },
    'waiting-for-second-opinion': {
      meta: choice,
      on: {
        'second-opinion-heard': 'second-opinion-words',
        'no-longer-wanted': suitable,
      },
    },
    'second-opinion-words': {
      meta: text,
      on: { answered: kept('after-second-opinion', 'second-opinion-words') },
    },
    'after-second-opinion': {
      meta: choice,
      on: {
        'in-best-interest': {
          target: 'suitable',
          actions: note({ 'assessment-complete': true, 'second-opinion': 'heard' }),
        },
        'not-in-best-interest': 'explained',
      },
    },
    explained: { meta: text, on: { answered: 'alternatives-offered' } },
    'alternatives-offered': { meta: choice, on: { 'offered-both': 'decline-reason' } },
    'decline-reason': declineReason,
    suitable: { type: 'final' },
    declined: { type: 'final' },
  },
})
