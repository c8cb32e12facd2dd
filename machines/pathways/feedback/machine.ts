import { setup } from 'xstate'
import type { FactName } from '../../contract.ts'
import { pathway } from '../../pathway.ts'

// Asked of how it was this time: nothing is carried over from another treatment.
const choice = { asks: { kind: 'choice', fresh: true } } as const
const text = { asks: { kind: 'text', fresh: true } } as const

/** Each answer is kept as it is called; whoever would rather not say is asked the next question. */
const rated = <answer extends string>(
  fact: FactName,
  target: string,
  answers: readonly answer[],
) => {
  const kept = (value: string) =>
    ({ target, actions: { type: 'note', params: { [fact]: value } } }) as const
  const on = Object.fromEntries(answers.map((one) => [one, kept(one)]))
  return { meta: choice, on: { ...on, 'rather-not-say': target } }
}

const YES_PARTLY_NO = ['yes', 'partly', 'no'] as const

/** How it was, in five short questions that nobody has to answer. No answer leads anywhere else. */
export const feedbackMachine = setup({ ...pathway }).createMachine({
  id: 'feedback@1',
  context: ({ input }) => ({ ...input }),
  initial: 'may-we-ask',
  states: {
    'may-we-ask': { meta: choice, on: { yes: 'satisfied', 'no-thank-you': 'not-wanted' } },
    satisfied: rated('survey-satisfied', 'listened', [
      ...(['very-satisfied', 'satisfied', 'neither', 'dissatisfied'] as const),
    ]),
    listened: rated('survey-listened', 'as-explained', YES_PARTLY_NO),
    'as-explained': rated('survey-as-explained', 'in-yourself', YES_PARTLY_NO),
    'in-yourself': rated('survey-in-yourself', 'in-own-words', ['better', 'the-same', 'worse']),
    'in-own-words': {
      meta: text,
      on: {
        answered: {
          target: 'answered',
          actions: [
            { type: 'keep', params: { fact: 'survey-words' } },
            { type: 'note', params: { 'survey-answered': true } },
          ],
        },
        'nothing-to-add': {
          target: 'answered',
          actions: { type: 'note', params: { 'survey-answered': true } },
        },
      },
    },
    answered: { type: 'final' },
    'not-wanted': { type: 'final' },
  },
})
