import { expect } from 'chai'
import { unwell } from '../../bot/after-treatment.ts'
import type { Consultation } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { events } from '../../bot/statechart.ts'

const by = { id: 'p', role: 'patient', assurance: 'link' } as const
const at = '2026-11-23T10:00:00.000Z'
type Answers = Readonly<Record<string, string>>

const asked = (answers: Answers, n: number) => ({
  ...{ key: `feedback#${n}`, pathway: 'feedback@1' },
  given: Object.entries(answers).map(([state, event]) => ({ state, event, at, by })),
})

/** As much of a consultation as that looks at: whose survey was answered like this, once or more. */
const told = (...rounds: readonly Answers[]) =>
  ({
    ...{ open: [], wanted: [], closed: rounds.map((one, n) => asked(one, n + 1)) },
  }) as unknown as Consultation

const WELL = {
  ...{ 'may-we-ask': 'yes', satisfied: 'neither', listened: 'partly' },
  ...{ 'as-explained': 'rather-not-say', 'in-yourself': 'the-same', 'in-own-words': 'answered' },
}
const NOT_WELL = [
  ['satisfied', 'dissatisfied'],
  ['listened', 'no'],
  ['as-explained', 'no'],
  ['in-yourself', 'worse'],
] as const

describe('an answer to the survey that was not well (JCCP-5)', () => {
  it('is the worst answer of each question, and no other answer', () => {
    const machine = PATHWAYS['feedback@1']?.machine
    if (!machine) throw new Error('there is no survey')
    const heard = Object.keys(machine.states).flatMap((state) =>
      events(machine, state)
        .filter((event) => unwell(told({ ...WELL, [state]: event })) !== undefined)
        .map((event) => [state, event]),
    )
    expect(heard).to.have.deep.members(NOT_WELL.map((one) => [...one]))
    expect(unwell(told(WELL))).to.equal(undefined)
  })

  it('is of the last time that it was asked, and waits anew after another treatment', () => {
    const worse = { ...WELL, 'in-yourself': 'worse' }
    expect(unwell(told(worse, WELL))).to.equal(undefined)
    expect(unwell(told(WELL, worse))?.id).to.equal('feedback#2')
    const seen = { ...told(worse, worse), wanted: [{ id: 'feedback#1', urgent: false }] }
    expect(unwell(seen as unknown as Consultation)?.id).to.equal('feedback#2')
  })
})
