import { expect } from 'chai'
import type { Actor, FactValues, StateMeta } from '../../machines/contract.ts'
import { concernResponse } from '../../machines/pathways/concern-response/facts.ts'
import { STEPS } from '../../machines/pathways/concern-response/machine.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { voluntariness } from '../../machines/pathways/voluntariness/facts.ts'
import { type Answer, follow, typed } from './follow.ts'

const lead: Actor = { id: 'safeguarding-lead', role: 'safeguarding', assurance: 'demo-sign-in' }

const WORRYING: FactValues = {
  'own-wish-said': 'somebody-elses',
  'pressed-said': 'yes',
  'only-the-clinic': 'yes-in-person',
}
const ORDINARY: FactValues = {
  'own-wish-said': 'own-wish',
  'pressed-said': 'nobody',
  'only-the-clinic': 'nothing',
}
/** As it stands when somebody stopped before the last question. */
const HALF: FactValues = { 'own-wish-said': 'partly-somebody-elses' }

const responding = (answers: readonly Answer[], input: FactValues = WORRYING) =>
  follow(concernResponse, answers, { input, by: lead })

const heard: Answer[] = ['act', 'talked-alone', typed('She would rather wait until spring.')]
const helped: Answer[] = [...heard, typed(['information-given'])]
const because = typed(
  'She is able to choose; our safeguarding policy, part 2; it is what she wants.',
)
const told = typed('Told her that nobody else knows.')

describe('reading what was said in private', () => {
  it('is the same for everybody who was asked, whatever was said', () => {
    for (const input of [WORRYING, ORDINARY, HALF]) {
      expect(responding([], input).at).to.equal('review')
      expect(responding([], input).choices).to.deep.equal(['nothing-to-do', 'act'])
    }
  })

  it('is the safeguarding lead’s, and of the restricted stream alone', () => {
    expect(concernResponse.role).to.equal('safeguarding')
    expect(concernResponse.restricted).to.equal(true)
    const others = Object.values(PATHWAYS).filter(({ restricted }) => !restricted)
    for (const { id, reads, writes } of others) {
      for (const name of [...concernResponse.reads, ...concernResponse.writes]) {
        expect([...reads, ...writes], id).not.to.include(name)
      }
    }
  })

  it('reads every private answer of the patient', () => {
    const kept = Object.values(voluntariness.machine.states).flatMap(({ config }) => {
      const asks = (config.meta as StateMeta | undefined)?.asks
      return asks?.kind === 'private' ? [asks.fact] : []
    })
    expect(concernResponse.reads).to.have.members(kept)
  })

  it('ends with a reason when nothing further is needed', () => {
    expect(responding(['nothing-to-do']).at).to.equal('reason')
    const { at, facts } = responding(['nothing-to-do', typed('All three answers are ordinary.')])
    expect(at).to.equal('reviewed')
    expect(facts['concern-reason']).to.equal('All three answers are ordinary.')
    expect(facts['concern-steps']).to.equal(undefined)
  })
})

describe('following it up', () => {
  it('begins with a talk on their own', () => {
    expect(responding(['act']).at).to.equal('talk-alone')
  })

  it('waits for that talk, however long it takes', () => {
    const waiting = Array<string>(50).fill('not-yet')
    const { at, ended } = responding(['act', ...waiting])
    expect(at).to.equal('talk-alone')
    expect(ended).to.equal(false)
  })

  it('ends with a reason when the talk was not possible', () => {
    expect(responding(['act', 'could-not-talk']).at).to.equal('reason')
  })

  it('does not wait for a talk when somebody is in danger now', () => {
    const { at, facts } = responding(['act', 'danger-now', typed(['emergency-services'])])
    expect(at).to.equal('capacity-to-choose')
    expect(facts['concern-heard']).to.equal(undefined)
  })

  it('keeps what was heard, and then what was done', () => {
    expect(responding(['act', 'talked-alone']).at).to.equal('what-was-heard')
    expect(responding(heard).at).to.equal('steps')
    const { at, facts } = responding(helped)
    expect(at).to.equal('capacity-to-choose')
    expect(facts['concern-heard']).to.equal('She would rather wait until spring.')
    expect(facts['concern-steps']).to.deep.equal(['information-given'])
  })

  it('names at least one step, each once; that nothing was wanted is one', () => {
    const { steps } = concernResponse.answers
    expect(steps?.safeParse(['nothing-wanted']).success).to.equal(true)
    expect(steps?.safeParse([...STEPS]).success).to.equal(true)
    expect(steps?.safeParse([]).success).to.equal(false)
    expect(steps?.safeParse(['nothing-wanted', 'nothing-wanted']).success).to.equal(false)
    expect(steps?.safeParse(['report-to-the-police']).success).to.equal(false)
  })
})

describe('whose choice it was', () => {
  for (const choice of ['own-choice', 'danger-to-others', 'may-not-be-able'] as const) {
    it(`is recorded as ${choice}, with a reason and what the patient was told`, () => {
      expect(responding([...helped, choice]).at).to.equal('decision-reason')
      expect(responding([...helped, choice, because]).at).to.equal('told')
      const { at, facts } = responding([...helped, choice, because, told])
      expect(at).to.equal('responded')
      expect(facts['concern-choice']).to.equal(choice)
      expect(facts['concern-told']).to.equal('Told her that nobody else knows.')
    })
  }

  it('may be that the adult wanted nothing done, and then nothing was', () => {
    const { at, facts } = responding([
      ...heard,
      typed(['nothing-wanted']),
      'own-choice',
      because,
      told,
    ])
    expect(at).to.equal('responded')
    expect(facts['concern-steps']).to.deep.equal(['nothing-wanted'])
  })

  it('is asked anew each time: no step of a response is carried over', () => {
    const metas = Object.values(concernResponse.machine.states)
      .map(({ config }) => (config.meta as StateMeta | undefined)?.asks)
      .filter((asks) => asks !== undefined)
    expect(metas).to.have.length(8)
    for (const asks of metas) expect(asks).to.include({ fresh: true })
  })
})

describe('a response', () => {
  it('leaves the open part as it is, whichever way it ends', () => {
    for (const { then } of Object.values(concernResponse.outcomes)) expect(then).to.equal('goes-on')
  })
})
