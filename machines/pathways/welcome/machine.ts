import { setup } from 'xstate'
import { pathway } from '../../pathway.ts'

/** What may make the conversation easier. The words for each are in content. */
export const HELP = [
  'large-text',
  'read-aloud',
  'plain-words',
  'more-time',
  'interpreter',
  'bsl-interpreter',
  'somebody-with-me',
  'something-else',
] as const

const readTheNotice = {
  target: 'help-needed',
  actions: { type: 'note', params: { 'privacy-notice-seen': true } },
} as const

/**
 * What this is and who reads it, before anything about health is asked: there is no
 * way to the help somebody needs but through the privacy notice.
 */
export const welcomeMachine = setup({ ...pathway }).createMachine({
  id: 'welcome@1',
  context: ({ input }) => ({ ...input }),
  initial: 'hello',
  states: {
    hello: {
      meta: { asks: { kind: 'choice' } },
      on: { 'go-on': 'privacy' },
    },
    privacy: {
      meta: { asks: { kind: 'choice' } },
      on: { understood: readTheNotice, 'tell-me-more': 'privacy-more' },
    },
    'privacy-more': {
      meta: { asks: { kind: 'choice' } },
      on: { understood: readTheNotice },
    },
    'help-needed': {
      meta: { asks: { kind: 'many', options: HELP } },
      on: {
        answered: {
          target: 'help-details',
          actions: { type: 'keep', params: { fact: 'help-needed' } },
        },
        'no-help-needed': {
          target: 'welcomed',
          actions: { type: 'note', params: { 'help-needed': [] } },
        },
      },
    },
    'help-details': {
      meta: { asks: { kind: 'text' } },
      on: {
        answered: {
          target: 'welcomed',
          actions: { type: 'keep', params: { fact: 'help-details' } },
        },
        'nothing-to-add': 'welcomed',
      },
    },
    welcomed: { type: 'final' },
  },
})
