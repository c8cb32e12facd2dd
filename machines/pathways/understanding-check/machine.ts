import { assign, setup } from 'xstate'
import type { FactValue } from '../../contract.ts'
import { declineReason, pathway } from '../../pathway.ts'
import { saidBack } from './guards.ts'

const choice = { asks: { kind: 'choice', fresh: true } } as const
const text = { asks: { kind: 'text', fresh: true } } as const

/**
 * A person reads what the patient said back, and judges. The only other way on is to explain
 * again, which is put to the patient anew; there is no count after which it passes.
 */
export const understandingCheckMachine = setup({
  ...pathway,
  actions: {
    ...pathway.actions,
    explain: assign(({ context, event }) => ({
      explanation: event.value as FactValue<'explanation'>,
      ...(context['treatment-name'] && { 'explanation-of': context['treatment-name'] }),
      'explained-at': event.at,
    })),
  },
  guards: { 'said-back': saidBack },
}).createMachine({
  id: 'understanding-check@1',
  context: ({ input }) => ({ ...input }),
  initial: 'begin',
  states: {
    begin: {
      always: [{ guard: 'said-back', target: 'judge' }, { target: 'asked-to-be-told' }],
    },
    judge: {
      meta: choice,
      on: {
        understood: 'worries',
        'explain-again': 'explanation',
        decline: 'decline-reason',
      },
    },
    // Understood or not, a worry that has no answer yet is not passed over.
    worries: {
      meta: text,
      on: {
        answered: {
          target: 'understood',
          actions: [
            { type: 'keep', params: { fact: 'worries-answer' } },
            { type: 'note', params: { understood: true } },
          ],
        },
        'explain-again': 'explanation',
        decline: 'decline-reason',
      },
    },
    // Nothing was said back, so there is nothing to find understood.
    'asked-to-be-told': {
      meta: choice,
      on: { 'explain-again': 'explanation', decline: 'decline-reason' },
    },
    explanation: {
      meta: text,
      on: { answered: { target: 'explained-again', actions: 'explain' } },
    },
    'decline-reason': declineReason,
    understood: { type: 'final' },
    'explained-again': { type: 'final' },
    declined: { type: 'final' },
  },
})
