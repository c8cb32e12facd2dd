import { setup } from 'xstate'
import type { FactName } from '../../contract.ts'
import { pathway } from '../../pathway.ts'
import { aloneInPrivate } from './guards.ts'

export const OWN_WISH = [
  'own-wish',
  'partly-somebody-elses',
  'somebody-elses',
  'rather-say-in-person',
] as const
export const PRESSED = ['nobody', 'yes', 'not-sure', 'rather-say-in-person'] as const
export const ONLY_THE_CLINIC = ['nothing', 'yes-in-person', 'yes-please-ring-me-safely'] as const

/** One way on, whatever is said; the engine alone knows when a screen is not private. */
const asked = (options: readonly string[], fact: FactName, next: string) => ({
  meta: { asks: { kind: 'private', options, fact } as const },
  on: { answered: next, 'not-here': 'not-asked-here' },
})

/**
 * Whether the wish is the patient's own, asked only of somebody who says that they are on
 * their own, where the screen is private. Three questions, for everybody the same ones.
 */
export const voluntarinessMachine = setup({
  ...pathway,
  guards: { 'alone-in-private': aloneInPrivate },
}).createMachine({
  id: 'voluntariness@1',
  context: ({ input }) => ({ ...input }),
  initial: 'company',
  states: {
    company: {
      // Who is there now says nothing about another day.
      meta: { asks: { kind: 'choice', fresh: true } },
      on: {
        'on-my-own': [
          { guard: 'alone-in-private', target: 'own-wish' },
          { target: 'not-asked-here' },
        ],
        'somebody-here': 'not-asked-here',
        'rather-not-say': 'not-asked-here',
      },
    },
    'own-wish': asked(OWN_WISH, 'own-wish-said', 'pressed'),
    pressed: asked(PRESSED, 'pressed-said', 'only-the-clinic'),
    'only-the-clinic': asked(ONLY_THE_CLINIC, 'only-the-clinic', 'asked'),
    asked: {
      type: 'final',
      entry: { type: 'note', params: { 'voluntariness-asked': true } },
    },
    'not-asked-here': { type: 'final' },
  },
})
