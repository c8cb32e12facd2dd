import { expect } from 'chai'
import type { FactName, FactValues } from '../../machines/contract.ts'
import { isClinical } from '../../machines/facts.ts'
import { treatment } from '../../machines/journeys/treatment.ts'
import { lastDayOf, SURVEYED_A_YEAR } from '../../machines/parameters/feedback.ts'
import { feedback } from '../../machines/pathways/feedback/facts.ts'
import { day, instant } from '../../machines/time.ts'
import { choicesOf, follow, typed } from './follow.ts'

const asked = (...answers: Parameters<typeof follow>[1]) => follow(feedback, answers)

const RATED = ['satisfied', 'listened', 'as-explained', 'in-yourself'] as const

describe('the survey of how it was', () => {
  it('is of a handful of questions, the same for everybody whatever they answer', () => {
    const ways = RATED.map((state) => choicesOf(feedback, state))
    for (const [at, choices] of ways.entries()) {
      const before = ways.slice(0, at).map(([first = '']) => first)
      const next = choices.map((choice) => asked('yes', ...before, choice).at)
      expect(new Set(next).size, RATED[at]).to.equal(1)
    }
    expect(feedback.reads).to.deep.equal([])
  })

  it('can be left out as a whole, and then nothing of it is kept', () => {
    const { at, facts } = asked('no-thank-you')
    expect(at).to.equal('not-wanted')
    expect(facts).to.deep.equal({})
  })

  it('can be skipped question by question, and counts as answered all the same', () => {
    const skipped = RATED.map(() => 'rather-not-say')
    const { at, facts } = asked('yes', ...skipped, 'nothing-to-add')
    expect(at).to.equal('answered')
    expect(facts).to.deep.equal({ 'survey-answered': true })
  })

  it('keeps each answer as it was given', () => {
    const all = ['yes', 'dissatisfied', 'no', 'partly', 'worse', typed('I was cold.')]
    expect(asked(...all).facts).to.deep.equal({
      'survey-satisfied': 'dissatisfied',
      'survey-listened': 'no',
      'survey-as-explained': 'partly',
      'survey-in-yourself': 'worse',
      'survey-words': 'I was cold.',
      'survey-answered': true,
    })
  })

  it('is not half an answer: somebody who stops on the way has not been surveyed', () => {
    expect(asked('yes', 'satisfied', 'yes').facts['survey-answered']).to.equal(undefined)
  })

  it('keeps how somebody feels, and their own words, as clinical', () => {
    const clinical = feedback.writes.filter((name: FactName) => isClinical(name))
    expect(clinical).to.deep.equal(['survey-in-yourself', 'survey-words'])
  })
})

describe('when the survey is open', () => {
  const opens = treatment.stages
    .find(({ name }) => name === 'aftercare')
    ?.opens.find(({ pathway }) => pathway === 'feedback@1')
  const told: FactValues = {
    'self-care-told': true,
    'reconfirmed-on': { day: day('2026-03-16'), by: 'nadia-okafor' },
  }
  const open = (facts: FactValues, at: string) =>
    opens?.when({ facts, team: {}, questionsOpen: 0, at: instant(at) })

  it('is after what matters has been told, and never before', () => {
    expect(open(told, '2026-03-16T12:00:00.000Z')).to.equal(true)
    const { 'self-care-told': _, ...untold } = told
    expect(open(untold, '2026-03-16T12:00:00.000Z')).to.equal(false)
  })

  it('is until the thirtieth day after the treatment ends in London, and not a moment longer', () => {
    expect(lastDayOf(day('2026-03-16'))).to.equal('2026-04-15')
    expect(open(told, '2026-04-15T22:59:59.999Z')).to.equal(true)
    expect(open(told, '2026-04-15T23:00:00.000Z')).to.equal(false)
  })

  it('is meant for twenty patients a year at least', () => {
    expect(SURVEYED_A_YEAR).to.equal(20)
  })
})
