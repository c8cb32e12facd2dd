import { setup } from 'xstate'
import { pathway } from '../../pathway.ts'

// What is shown may be another amount, or another interest, than last time: nothing carries over.
const shown = { asks: { kind: 'choice', fresh: true } } as const

/** One page that is shown; a question about it may be asked, and stays open until it is settled. */
const page = (name: string, next: string) => ({
  [name]: { meta: shown, on: { seen: next, 'have-a-question': `${name}-question` } },
  [`${name}-question`]: { meta: shown, on: { 'go-on': next } },
})

/**
 * What it costs and what stopping costs, who earns from it, how to complain, how to report
 * a complication, and that anybody may withdraw. It is shown; nobody agrees to anything.
 */
export const feesMachine = setup({ ...pathway }).createMachine({
  id: 'fees@1',
  context: ({ input }) => ({ ...input }),
  initial: 'costs',
  states: {
    ...page('costs', 'interests'),
    ...page('interests', 'complaints'),
    ...page('complaints', 'complications'),
    ...page('complications', 'right-to-withdraw'),
    ...page('right-to-withdraw', 'shown'),
    shown: {
      type: 'final',
      entry: {
        type: 'note',
        params: {
          'fees-shown': true,
          'interests-shown': true,
          'complaints-shown': true,
          'complication-reporting-shown': true,
          'right-to-withdraw-shown': true,
        },
      },
    },
  },
})
