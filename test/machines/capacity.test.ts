import { expect } from 'chai'
import { ROLES } from '../../machines/commands.ts'
import type { Actor, Role } from '../../machines/contract.ts'
import { capacity } from '../../machines/pathways/capacity/facts.ts'
import { ABILITIES } from '../../machines/pathways/capacity/guards.ts'
import { instant } from '../../machines/time.ts'
import { shippedWords } from '../support/words.ts'
import { type Answer, choicesOf, follow, patient, practitioner, typed } from './follow.ts'

type Ability = (typeof ABILITIES)[number]
type Judged = 'can' | 'cannot' | 'not-sure'

const looking = (answers: readonly Answer[], by = practitioner) => follow(capacity, answers, { by })

const doubted = ['doubt', typed('Asked me four times in ten minutes where we were')]
const helped = [...doubted, typed(['plain-words', 'more-time'])]

/** Every ability judged as `can`, but for those named. */
const judged = (but: Partial<Record<Ability, Judged>> = {}): readonly Answer[] =>
  ABILITIES.flatMap((one) => [but[one] ?? 'can', typed(`What showed it: ${one}`)])

const FINDERS: readonly Role[] = ['practitioner', 'performer', 'supervisor', 'prescriber']
const as = (role: Role): Actor => ({ ...practitioner, id: `a-${role}`, role })

describe('the presumption of capacity', () => {
  it('holds with one answer where nothing raises a doubt', () => {
    const { at, facts } = looking(['no-doubt'])
    expect(at).to.equal('presumed')
    expect(facts).to.deep.equal({ capacity: 'presumed' })
  })

  it('comes first: nothing else can be found before a doubt is recorded', () => {
    expect(choicesOf(capacity, 'presumption')).to.deep.equal(['no-doubt', 'doubt'])
    expect(looking(['doubt']).at).to.equal('what-was-seen')
  })

  it('is not shaken by an unwise choice or a slow reply, and the words say so', () => {
    const { body } = shippedWords().get('capacity/what-was-seen')
    for (const no of ['unwise choice', 'slow reply', 'disagreeing', 'disability', 'looks']) {
      expect(body).to.include(no)
    }
  })

  it('returns when the doubt turns out to be none, and no doubt is kept', () => {
    const { at, facts } = looking(['doubt', 'no-doubt-after-all', 'no-doubt'])
    expect(at).to.equal('presumed')
    expect(facts).to.deep.equal({ capacity: 'presumed' })
  })
})

describe('help with deciding', () => {
  it('comes before any ability is looked at', () => {
    expect(looking(doubted).at).to.equal('support')
    expect(looking([...doubted, 'none-tried']).at).to.equal('support-first')
  })

  it('is asked about again and again until some was tried', () => {
    const { at, choices } = looking([...doubted, 'none-tried', 'tried-now', 'none-tried'])
    expect(at).to.equal('support-first')
    expect(choices).to.deep.equal(['tried-now'])
  })

  it('is named: an empty list is no help', () => {
    expect(capacity.answers['support']?.safeParse([]).success).to.equal(false)
    expect(capacity.answers['support']?.safeParse(['pictures']).success).to.equal(true)
  })
})

describe('looking at each ability by itself', () => {
  it('finds capacity where all four are there, with what showed each', () => {
    const { at, facts } = looking([...helped, ...judged()])
    expect(at).to.equal('has-capacity')
    expect(facts.capacity).to.equal('found')
    expect(facts['capacity-support']).to.deep.equal(['plain-words', 'more-time'])
    for (const one of ABILITIES) {
      expect(facts['capacity-findings']).to.include({
        [one]: 'can',
        [`${one}-findings`]: `What showed it: ${one}`,
      })
    }
  })

  for (const one of ABILITIES) {
    it(`finds nothing while it is uncertain whether the patient can ${one}`, () => {
      const { at, ended, facts } = looking([...helped, ...judged({ [one]: 'not-sure' })])
      expect(at).to.equal('another-day')
      expect(ended).to.equal(false)
      expect(facts.capacity).to.equal(undefined)
    })

    it(`declines where the patient cannot ${one}, and only with a reason`, () => {
      const lacking = [...helped, ...judged({ [one]: 'cannot' })]
      expect(looking(lacking).at).to.equal('decline-reason')
      const { at, facts } = looking([...lacking, typed('More likely than not, even with help')])
      expect(at).to.equal('declined')
      expect(facts.capacity).to.equal(undefined)
      expect(facts['capacity-findings']?.[one]).to.equal('cannot')
    })
  }

  it('waits where one ability is missing and another uncertain', () => {
    const answers = [...helped, ...judged({ retain: 'cannot', communicate: 'not-sure' })]
    expect(looking(answers).at).to.equal('another-day')
  })
})

describe('a doubt that stays', () => {
  const waiting = [...helped, ...judged({ retain: 'not-sure' })]

  it('clears another day, with help tried again and every ability looked at afresh', () => {
    const again = { type: 'assess-again', at: instant('2026-11-28T09:00:00.000Z') }
    expect(looking([...waiting, again]).at).to.equal('support')
    expect(looking([...waiting, again]).facts['capacity-findings']).to.equal(undefined)
    const { at, facts } = looking([...waiting, again, typed(['another-day']), ...judged()])
    expect(at).to.equal('has-capacity')
    expect(facts['capacity-support']).to.deep.equal(['another-day'])
    expect(facts['capacity-findings']?.['retain']).to.equal('can')
  })

  it('waits as often as it is not settled', () => {
    const oneMore = ['assess-again', typed(['another-day']), ...judged({ retain: 'not-sure' })]
    const { at, facts } = looking([...waiting, ...oneMore, ...oneMore, ...oneMore])
    expect(at).to.equal('another-day')
    expect(facts.capacity).to.equal(undefined)
  })

  it('never leads back to the presumption', () => {
    expect(choicesOf(capacity, 'another-day')).to.deep.equal(['assess-again', 'decline'])
  })

  it('may be declined by the practitioner, which is no finding of a lack', () => {
    const { at, facts } = looking([...waiting, 'decline', typed('Still unsure after advice')])
    expect(at).to.equal('declined')
    expect(facts.capacity).to.equal(undefined)
  })
})

describe('a finding about capacity', () => {
  const steps: readonly (readonly [before: readonly Answer[], finding: Answer])[] = [
    [[], 'no-doubt'],
    [[], 'doubt'],
    [['doubt'], typed('Seemed confused')],
    [doubted, typed(['plain-words'])],
    ...judged().map((answer, at): [Answer[], Answer] => [
      [...helped, ...judged().slice(0, at)],
      answer,
    ]),
    [[...helped, ...judged({ retain: 'cannot' })], typed('Cannot retain it')],
    [[...helped, ...judged({ retain: 'not-sure' })], 'decline'],
  ]
  const saidBy = (before: readonly Answer[], finding: Answer, role: Role) => {
    const event =
      typeof finding === 'string'
        ? { type: finding }
        : { type: 'answered', value: (finding as { typed: unknown }).typed }
    return looking([...before, { ...event, by: as(role) }])
  }

  for (const role of ROLES) {
    const finds = FINDERS.includes(role)
    it(`${finds ? 'may be' : 'is never'} made by the ${role}`, () => {
      for (const [before, finding] of steps) {
        const { at, facts } = saidBy(before, finding, role)
        expect(at === 'not-yours', JSON.stringify(finding)).to.equal(!finds)
        if (!finds) expect(facts).to.deep.equal(looking(before).facts)
      }
    })
  }

  it('begins at the presumption again after somebody else’s answer, and keeps nothing of it', () => {
    const other = { type: 'answered', value: 'Slow to type', by: patient }
    const { at, facts } = looking([...helped, 'cannot', other, 'begin-again', 'no-doubt'])
    expect(at).to.equal('presumed')
    expect(JSON.parse(JSON.stringify(facts))).to.deep.equal({ capacity: 'presumed' })
  })

  it('is about this treatment and this plan: another one asks again, and nothing carries over', () => {
    expect(capacity.reads).to.have.members(['treatment-name', 'plan'])
    for (const { config } of Object.values(capacity.machine.states)) {
      const meta = config.meta as { asks: { fresh?: true } } | undefined
      if (meta) expect(meta.asks.fresh).to.equal(true)
    }
  })

  it('keeps the reason for declining out of the facts that the open stream takes', () => {
    expect(capacity.writes).not.to.include('decline-reason')
    expect(capacity.outcomes['declined']?.then).to.equal('declined-by-practitioner')
  })

  it('has no answer by which anybody consents in the patient’s place', () => {
    expect(Object.keys(capacity.outcomes)).to.have.members(['presumed', 'has-capacity', 'declined'])
  })
})
