import { assign, setup } from 'xstate'
import type { FactValue, FactValues, PathwayEvent } from '../../contract.ts'
import { declineReason, pathway } from '../../pathway.ts'
import {
  aged18OrOver,
  barredByPolicy,
  barredByStatute,
  treatmentClassKnown,
  under16,
} from './guards.ts'

const choice = { asks: { kind: 'choice' } } as const
// A finding is about one treatment: it is never carried over to another.
const finding = { asks: { kind: 'choice', fresh: true } } as const
const text = { asks: { kind: 'text', fresh: true } } as const

const seen = { target: 'birth-date-matches', actions: 'noteDocument' } as const
const named = { target: 'law-on-treatment', actions: 'noteTreatment' } as const
const found = (step: string) => ({ type: 'find', params: { step } }) as const

/**
 * A person looks at a document, with the patient there. Adults pass; under 16 ends; at 16
 * and 17 the law on the treatment comes first, then every step of the young person's route.
 */
export const ageCheckMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    noteDocument: assign(({ event }) => ({
      'age-document': event.type as FactValue<'age-document'>,
    })),
    noteTreatment: assign(({ event }) => ({
      'young-person-treatment-class': event.type as FactValue<'treatment-class'>,
    })),
    /** Adds what one step found: the words given, or the choice made. */
    find: assign<FactValues, PathwayEvent, { step: string }, PathwayEvent, never>(
      ({ context, event }, { step }) => ({
        'young-person-findings': {
          ...context['young-person-findings'],
          [step]: typeof event.value === 'string' ? event.value : event.type,
        },
      }),
    ),
  },
  guards: {
    'aged-18-or-over': aged18OrOver,
    'under-16': under16,
    'treatment-class-known': treatmentClassKnown,
    'barred-by-statute': barredByStatute,
    'barred-by-policy': barredByPolicy,
  },
}).createMachine({
  id: 'age-check@1',
  context: ({ input }) => ({ ...input }),
  initial: 'document',
  states: {
    document: {
      meta: choice,
      on: {
        passport: seen,
        'driving-licence': seen,
        'pass-card': seen,
        'other-photo-document': seen,
        'none-yet': 'no-document',
      },
    },
    'no-document': { meta: choice, on: { 'seen-now': 'document' } },
    'birth-date-matches': {
      meta: choice,
      on: {
        matches: {
          target: 'age-today',
          actions: { type: 'note', params: { 'age-verified': true } },
        },
        differs: 'date-differs',
      },
    },
    'age-today': {
      always: [
        { guard: 'aged-18-or-over', target: 'adult-checked' },
        { guard: 'under-16', target: 'under-16' },
        { guard: 'treatment-class-known', target: 'law-on-treatment' },
        { target: 'treatment' },
      ],
    },
    treatment: {
      meta: finding,
      on: {
        toxin: named,
        filler: named,
        laser: named,
        peel: named,
        microneedling: named,
        other: named,
      },
    },
    'law-on-treatment': {
      always: [
        { guard: 'barred-by-statute', target: 'under-18-restricted' },
        { guard: 'barred-by-policy', target: 'under-18-restricted' },
        { target: 'exceptional-reason' },
      ],
    },
    'exceptional-reason': {
      meta: text,
      on: {
        answered: { target: 'competence', actions: found('exceptional-reason') },
        none: 'decline-reason',
      },
    },
    competence: {
      meta: finding,
      on: { competent: 'competence-findings', 'not-competent': 'decline-reason' },
    },
    'competence-findings': {
      meta: text,
      on: { answered: { target: 'physical-benefit', actions: found('competence') } },
    },
    'physical-benefit': {
      meta: text,
      on: {
        answered: { target: 'physical-detriment', actions: found('physical-benefit') },
        none: 'decline-reason',
      },
    },
    'physical-detriment': {
      meta: finding,
      on: {
        none: { target: 'psychological-detriment', actions: found('physical-detriment') },
        some: 'decline-reason',
      },
    },
    'psychological-detriment': {
      meta: finding,
      on: {
        none: { target: 'emotional-detriment', actions: found('psychological-detriment') },
        some: 'decline-reason',
      },
    },
    'emotional-detriment': {
      meta: finding,
      on: {
        none: { target: 'best-interest', actions: found('emotional-detriment') },
        some: 'decline-reason',
      },
    },
    'best-interest': {
      meta: text,
      on: {
        answered: { target: 'parents', actions: found('best-interest') },
        'not-in-best-interest': 'decline-reason',
      },
    },
    parents: {
      meta: finding,
      on: {
        'will-be-involved': {
          target: 'reflection',
          actions: { type: 'note', params: { 'young-person-parents': 'will-be-involved' } },
        },
        'would-rather-not': {
          target: 'reflection',
          actions: { type: 'note', params: { 'young-person-parents': 'would-rather-not' } },
        },
      },
    },
    reflection: {
      meta: finding,
      on: { 'kept-whole': { target: 'own-yes', actions: found('reflection') } },
    },
    'own-yes': {
      meta: finding,
      on: {
        yes: {
          target: 'young-person-passed',
          actions: [found('own-yes'), { type: 'note', params: { 'young-person-route': 'passed' } }],
        },
        no: 'young-person-said-no',
      },
    },
    'decline-reason': declineReason,
    'adult-checked': { type: 'final' },
    'date-differs': { type: 'final' },
    'under-16': { type: 'final' },
    'under-18-restricted': { type: 'final' },
    'young-person-passed': { type: 'final' },
    'young-person-said-no': { type: 'final' },
    declined: { type: 'final' },
  },
})
