import { expect } from 'chai'
import type { FactValues } from '../../machines/contract.ts'
import { gpWeighing } from '../../machines/pathways/gp-weighing/facts.ts'
import { type Answer, follow, practitioner, typed } from './follow.ts'

const granted: FactValues = { 'gp-permission': 'granted', 'gp-practice': 'Mill Lane Surgery' }
const withoutGp: FactValues[] = [{ 'gp-permission': 'refused' }, { 'gp-permission': 'no-gp' }, {}]

const weighing = (input: FactValues, ...answers: Answer[]) =>
  follow(gpWeighing, answers, { input, by: practitioner })

const needed = ['needed', typed('Takes a blood thinner')]
const notNeeded = ['not-needed', typed('Healthy, no medicines')]
const historyKnown = ['adequate', typed('Repeat slip and boxes seen')]

describe('weighing whether the GP is needed', () => {
  it('asks about the need, and the reason, in every consultation', () => {
    expect(weighing(granted).at).to.equal('need')
    expect(weighing(granted, 'needed').at).to.equal('need-reason')
    expect(weighing(granted, 'not-needed').at).to.equal('need-reason')
  })

  it('asks about interactions even when the GP is not needed', () => {
    expect(weighing(granted, ...notNeeded).at).to.equal('interaction')
  })

  it('goes on to the history when there is no need and no interaction was found', () => {
    const { at, facts } = weighing({}, ...notNeeded, 'none-found')
    expect(at).to.equal('history')
    expect(facts['gp-reply']).to.equal('none-needed')
  })
})

describe('a possible interaction', () => {
  for (const found of ['possible', 'not-sure-yet']) {
    it(`waits for the GP when the answer is ${found} and the patient agreed`, () => {
      const { at, facts } = weighing(granted, ...notNeeded, found)
      expect(at).to.equal('waiting-for-gp')
      expect(facts['interaction-possible']).to.equal('possible')
    })

    for (const input of withoutGp) {
      const permission = input['gp-permission'] ?? 'not given'
      it(`cannot go on when the answer is ${found} and permission is ${permission}`, () => {
        const { at, choices } = weighing(input, ...needed, found)
        expect(at).to.equal('cannot-go-on')
        expect(choices).to.deep.equal(['decline'])
      })
    }
  }

  it('is not settled by silence, however often it is asked', () => {
    const silence = Array<string>(50).fill('no-reply-yet')
    const { at, ended, facts } = weighing(granted, ...needed, 'possible', ...silence)
    expect(at).to.equal('waiting-for-gp')
    expect(ended).to.equal(false)
    expect(facts['gp-reply']).to.equal(undefined)
  })

  it('is settled by a positive reply, whose words are kept', () => {
    const reply = ['positive', typed('Dr Hale, by letter today: no objection')]
    const { at, facts } = weighing(granted, ...needed, 'possible', ...reply)
    expect(at).to.equal('history')
    expect(facts['gp-reply-details']).to.equal('Dr Hale, by letter today: no objection')
  })

  it('ends in a decline after a negative reply: there is nothing to weigh', () => {
    const { at } = weighing(granted, ...needed, 'possible', 'negative')
    expect(at).to.equal('decline-reason')
  })

  it('may be declined by the practitioner while waiting', () => {
    const { at } = weighing(granted, ...needed, 'possible', 'decline', typed('Not safe to wait'))
    expect(at).to.equal('declined')
  })
})

describe('a GP who is needed where no interaction was found', () => {
  it('is asked when the patient agreed', () => {
    expect(weighing(granted, ...needed, 'none-found').at).to.equal('waiting-for-gp')
  })

  it('leaves a negative reply to be weighed, and the practitioner decides', () => {
    const weighed = [...needed, 'none-found', 'negative', typed('GP prefers later; risk is low')]
    expect(weighing(granted, ...weighed).at).to.equal('decide')
    expect(weighing(granted, ...weighed, 'go-on').at).to.equal('history')
    expect(weighing(granted, ...weighed, 'decline').at).to.equal('decline-reason')
  })

  for (const input of withoutGp) {
    it(`leaves it to be weighed when permission is ${input['gp-permission'] ?? 'not given'}`, () => {
      const weighed = [...needed, 'none-found', typed('Adds some risk; history is clear')]
      expect(weighing(input, ...needed, 'none-found').at).to.equal('weigh-refusal')
      expect(weighing(input, ...weighed).at).to.equal('decide')
      const { at, facts } = weighing(input, ...weighed, 'go-on', ...historyKnown)
      expect(at).to.equal('weighed')
      expect(facts['gp-refusal-weighed']).to.equal('Adds some risk; history is clear')
    })
  }
})

describe('knowing the history', () => {
  it('is asked for whether or not the GP may be contacted', () => {
    for (const input of [granted, ...withoutGp]) {
      expect(weighing(input, ...notNeeded, 'none-found').at).to.equal('history')
    }
  })

  it('is asked for even after a positive reply from the GP', () => {
    const { at, facts } = weighing(granted, ...needed, 'possible', 'positive', typed('Fine'))
    expect(at).to.equal('history')
    expect(facts['history-adequate']).to.equal(undefined)
  })

  it('stays open until it is known, or the practitioner declines', () => {
    const wanting = [...notNeeded, 'none-found', 'not-adequate']
    expect(weighing({}, ...wanting).at).to.equal('history-wanted')
    expect(weighing({}, ...wanting, 'found-now').at).to.equal('history')
    expect(weighing({}, ...wanting, 'found-now', 'not-adequate').at).to.equal('history-wanted')
    expect(weighing({}, ...wanting, 'decline').at).to.equal('decline-reason')
  })

  it('is adequate only once its sources are named', () => {
    const asked = weighing({}, ...notNeeded, 'none-found', 'adequate')
    expect(asked.at).to.equal('history-sources')
    expect(asked.facts['history-adequate']).to.equal(undefined)
    const { at, facts } = weighing({}, ...notNeeded, 'none-found', ...historyKnown)
    expect(at).to.equal('weighed')
    expect(facts['history-adequate']).to.equal(true)
  })
})

describe('declining to treat', () => {
  it('needs a reason, which is not among the facts that the open stream takes', () => {
    const declined = ['decline', typed('I cannot make this safe')]
    const { at, facts } = weighing({}, ...needed, 'possible', ...declined)
    expect(at).to.equal('declined')
    expect(facts['decline-reason']).to.equal('I cannot make this safe')
    expect(gpWeighing.writes).not.to.include('decline-reason')
  })
})
