import { expect } from 'chai'
import type { FactValues } from '../../machines/contract.ts'
import { aftercare } from '../../machines/pathways/aftercare/facts.ts'
import { shippedWords } from '../support/words.ts'
import { type Answer, choicesOf, follow } from './follow.ts'

const told = (answers: readonly Answer[], input: FactValues = {}) =>
  follow(aftercare, answers, { input })

const read = ['i-have-read-this', 'i-have-read-this']
const known = [...read, 'i-know']

const said = (state: string) =>
  shippedWords()
    .get(`aftercare/${state}`)
    .render({
      aftercare: ['Keep it clean and dry today.', 'No sauna for two days.'],
      'clinic-phone': '020 7946 0101',
      'out-of-hours-name': 'the on-call nurse',
      'out-of-hours-phone': '020 7946 0102',
    })

describe('what a patient is told after a treatment', () => {
  it('is how to look after themselves, first, and each thing of it', () => {
    expect(told([]).at).to.equal('at-home')
    expect(said('at-home')).to.include('- Keep it clean and dry today.\n- No sauna for two days.')
  })

  it('is then whom to ring by day and by night, and when to ring 999', () => {
    expect(told(['i-have-read-this']).at).to.equal('whom-to-ring')
    const words = said('whom-to-ring')
    for (const part of ['020 7946 0101', 'the on-call nurse on 020 7946 0102', '999']) {
      expect(words).to.include(part)
    }
  })

  it('is whether to come back', () => {
    expect(told(read).at).to.equal('coming-back')
    expect(told(known).at).to.equal('tell-gp')
    expect(told(known).facts['return-visit-known']).to.equal('known')
  })

  it('shows the clinic where nobody has said whether to come back', () => {
    const { at, facts } = told([...read, 'i-do-not-know'])
    expect(at).to.equal('ask-about-coming-back')
    expect(facts['return-visit-known']).to.equal('not-known')
    expect(said('ask-about-coming-back')).to.include('020 7946 0101')
    expect(told([...read, 'i-do-not-know', 'go-on']).at).to.equal('tell-gp')
  })

  it('counts as told only once all of it has been', () => {
    for (const answers of [[], ['i-have-read-this'], read, known, [...known, 'not-sure']]) {
      expect(told(answers).facts['self-care-told']).to.equal(undefined)
    }
    expect(told([...known, 'yes']).facts['self-care-told']).to.equal(true)
  })

  it('is told anew after another treatment, and nothing is carried over', () => {
    expect(aftercare.reads).to.have.members(['treatment-name', 'plan'])
    for (const { config } of Object.values(aftercare.machine.states)) {
      const meta = config.meta as { asks: { fresh?: true } } | undefined
      if (meta) expect(meta.asks.fresh).to.equal(true)
    }
  })
})

describe('telling the GP after a treatment', () => {
  for (const [answer, after] of [
    ['yes', 'yes'],
    ['no', 'no'],
    ['no-gp', 'no'],
  ] as const) {
    it(`is kept as ${after} after the answer ${answer}`, () => {
      const { at, facts } = told([...known, answer])
      expect(at).to.equal('told')
      expect(facts['gp-informed-after']).to.equal(after)
    })
  }

  it('is asked whatever was said about the GP before, and reads none of it', () => {
    expect(aftercare.reads).not.to.include('gp-permission')
    for (const permission of ['granted', 'refused', 'no-gp'] as const) {
      expect(told(known, { 'gp-permission': permission }).at).to.equal('tell-gp')
    }
  })

  it('is explained to somebody who is not sure, who may then say either', () => {
    const unsure = [...known, 'not-sure']
    expect(told(unsure).at).to.equal('tell-gp-explained')
    expect(told(unsure).facts['gp-informed-after']).to.equal(undefined)
    expect(choicesOf(aftercare, 'tell-gp-explained')).to.deep.equal(['yes', 'no'])
    expect(told([...unsure, 'yes']).facts['gp-informed-after']).to.equal('yes')
    expect(told([...unsure, 'no']).facts['gp-informed-after']).to.equal('no')
  })

  it('says before the choice who looks after them if the answer is no', () => {
    for (const state of ['tell-gp', 'tell-gp-explained']) {
      const words = shippedWords()
        .get(`aftercare/${state}`)
        .render({ 'performer-name': 'Rhys Penhallow' })
      expect(words).to.include('Rhys Penhallow takes care of your follow-up')
    }
  })
})
