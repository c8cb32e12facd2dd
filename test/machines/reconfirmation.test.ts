import { expect } from 'chai'
import type { Actor, FactValues, Role } from '../../machines/contract.ts'
import { ROLES } from '../../machines/commands.ts'
import { reconfirmation } from '../../machines/pathways/reconfirmation/facts.ts'
import { performerTookConsent } from '../../machines/pathways/reconfirmation/guards.ts'
import { day, type Instant, instant } from '../../machines/time.ts'
import { type Answer, choicesOf, follow, typed } from './follow.ts'

const actor = (id: string, role: Role): Actor => ({ id, role, assurance: 'demo-sign-in' })
const performer = actor('nurse-bell', 'performer')
const supervisor = actor('dr-amara', 'supervisor')

const takenBy = (taker?: string, date = '2026-11-28'): FactValues => ({
  plan: {
    ...{ performer: 'nurse-bell', supervisor: 'dr-amara', premises: 'York', product: 'Peel A' },
    date: day(date),
  },
  ...(taker ? { 'consent-taken-by': taker } : {}),
})
const ownConsent = takenBy('nurse-bell')
const anothersConsent = takenBy('dr-amara')

const ON_THE_DAY = instant('2026-11-28T10:00:00.000Z')

const asking = (
  answers: readonly Answer[],
  input = ownConsent,
  { by = performer, at = ON_THE_DAY }: { by?: Actor; at?: Instant } = {},
) => follow(reconfirmation, answers, { input, by, at })

describe('the day of treatment', () => {
  for (const [when, at, is] of [
    ['the last moment of the day before', '2026-11-27T23:59:59.999Z', false],
    ['the first moment of the day', '2026-11-28T00:00:00.000Z', true],
    ['the last moment of the day', '2026-11-28T23:59:59.999Z', true],
    ['the first moment of the day after', '2026-11-29T00:00:00.000Z', false],
  ] as const) {
    it(`${is ? 'takes' : 'does not take'} a yes at ${when}`, () => {
      const next = asking(['nothing-changed'], ownConsent, { at: instant(at) })
      expect(next.at).to.equal(is ? 'wishes-today' : 'not-today')
    })
  }

  it('is London’s, an hour earlier than Greenwich’s in summer', () => {
    const summer = takenBy('nurse-bell', '2026-07-10')
    const at = (moment: string) => asking(['nothing-changed'], summer, { at: instant(moment) }).at
    expect(at('2026-07-09T22:59:59.999Z')).to.equal('not-today')
    expect(at('2026-07-09T23:00:00.000Z')).to.equal('wishes-today')
    expect(at('2026-07-10T22:59:59.999Z')).to.equal('wishes-today')
    expect(at('2026-07-10T23:00:00.000Z')).to.equal('not-today')
  })

  it('does not take a yes that comes after midnight, though the asking began before', () => {
    const late = { type: 'yes', at: instant('2026-11-29T00:00:00.000Z') }
    const { at, facts } = asking(['nothing-changed', late])
    expect(at).to.equal('not-today')
    expect(facts['reconfirmed-on']).to.equal(undefined)
  })

  it('is asked about again once it has come', () => {
    const early = { type: 'nothing-changed', at: instant('2026-11-27T12:00:00.000Z') }
    expect(asking([early, 'look-again']).at).to.equal('changed')
    expect(asking([early, 'look-again', 'nothing-changed', 'yes']).at).to.equal('reconfirmed')
  })

  it('does not come where none is planned', () => {
    expect(asking(['nothing-changed'], {}).at).to.equal('not-yours')
  })
})

describe('asking on the day, by the performer who took the consent', () => {
  it('needs one fresh yes, and keeps the day and the name', () => {
    const { at, facts } = asking(['nothing-changed', 'yes'])
    expect(at).to.equal('reconfirmed')
    expect(facts['reconfirmed-on']).to.deep.equal({ day: '2026-11-28', by: 'nurse-bell' })
  })

  it('ends without treatment after a no, and only the patient may say otherwise another day', () => {
    const { at, facts } = asking(['nothing-changed', 'no'])
    expect(at).to.equal('not-today-thank-you')
    expect(facts['reconfirmed-on']).to.equal(undefined)
    expect(reconfirmation.outcomes['not-today-thank-you']?.then).to.equal('waits')
  })
})

describe('asking on the day, where somebody else took the consent', () => {
  const THREE = ['right-treatment', 'agreed-to-it', 'wants-to-go-on'] as const

  it('needs three separate answers', () => {
    for (const [count, state] of THREE.entries()) {
      const yeses = Array<string>(count).fill('yes')
      const { at, choices } = asking(['nothing-changed', ...yeses], anothersConsent)
      expect(at).to.equal(state)
      expect(choices).to.deep.equal(['yes', 'no'])
    }
    const { at, facts } = asking(['nothing-changed', 'yes', 'yes', 'yes'], anothersConsent)
    expect(at).to.equal('reconfirmed')
    expect(facts['reconfirmed-on']).to.deep.equal({ day: '2026-11-28', by: 'nurse-bell' })
  })

  for (const [count, state] of THREE.entries()) {
    it(`is not confirmed after a no to ${state}`, () => {
      const yeses = Array<string>(count).fill('yes')
      const { at, facts } = asking(['nothing-changed', ...yeses, 'no'], anothersConsent)
      expect(at).to.equal('not-confirmed')
      expect(facts['reconfirmed-on']).to.equal(undefined)
      expect(reconfirmation.outcomes['not-confirmed']?.then).to.equal('waits')
    })
  }

  it('needs all three as well where nobody knows who took it', () => {
    expect(asking(['nothing-changed'], takenBy()).at).to.equal('right-treatment')
    const event = { type: 'yes', at: ON_THE_DAY, by: performer, private: false }
    expect(performerTookConsent({ context: {}, event })).to.equal(false)
  })

  it('is not shortened by the supervisor who took it answering in the performer’s place', () => {
    const { at } = asking(['nothing-changed'], anothersConsent, { by: supervisor })
    expect(at).to.equal('not-yours')
  })

  it('stops where somebody else goes on with it half-way', () => {
    for (const count of [1, 2]) {
      const yeses = Array<string>(count).fill('yes')
      const other = { type: 'yes', by: supervisor }
      const { at } = asking(['nothing-changed', ...yeses, other], anothersConsent)
      expect(at).to.equal('not-yours')
    }
  })
})

describe('a yes on the day', () => {
  for (const role of ROLES) {
    const may = role === 'performer'
    it(`${may ? 'is' : 'is not'} taken from the ${role}`, () => {
      const by = actor('nurse-bell', role)
      const confirmed = asking(['nothing-changed', { type: 'yes', by }])
      expect(confirmed.at).to.equal(may ? 'reconfirmed' : 'not-yours')
    })
  }

  it('is not taken by a performer whom the plan does not name', () => {
    const by = actor('nurse-other', 'performer')
    expect(asking(['nothing-changed'], ownConsent, { by }).at).to.equal('not-yours')
  })

  it('is asked from the beginning once the performer is there', () => {
    const other = { type: 'nothing-changed', by: supervisor }
    expect(asking([other, 'begin-again']).at).to.equal('changed')
  })

  it('is never carried over from another asking', () => {
    for (const { config } of Object.values(reconfirmation.machine.states)) {
      const meta = config.meta as { asks: { fresh?: true } } | undefined
      if (meta) expect(meta.asks.fresh).to.equal(true)
    }
  })

  it('is asked for again when consent was taken again, or the plan or the treatment changed', () => {
    expect(reconfirmation.reads).to.have.members([
      ...['plan', 'consent-taken-by', 'consent-taken-at', 'treatment-name'],
    ])
  })
})

describe('a no on the day', () => {
  it('is taken from whoever says it for the patient, on any day', () => {
    const no = { type: 'no', by: supervisor, at: instant('2026-11-29T00:00:00.000Z') }
    expect(asking(['nothing-changed', no]).at).to.equal('not-today-thank-you')
    expect(asking(['nothing-changed', no], anothersConsent).at).to.equal('not-confirmed')
  })
})

describe('something that has changed', () => {
  const changed = ['something-changed', typed('Started a new tablet on Monday')]

  it('is written down and looked into before anything is asked', () => {
    const { at, facts } = asking(changed)
    expect(at).to.equal('change-waits')
    expect(facts['change-on-the-day']).to.equal('Started a new tablet on Monday')
    expect(choicesOf(reconfirmation, 'change-waits')).to.deep.equal(['ask-again', 'not-today'])
  })

  it('is asked about once more after that, and the rest follows', () => {
    expect(asking([...changed, 'ask-again']).at).to.equal('changed')
    const { at, facts } = asking([...changed, 'ask-again', 'nothing-changed', 'yes'])
    expect(at).to.equal('reconfirmed')
    expect(facts['change-on-the-day']).to.equal('Started a new tablet on Monday')
  })

  it('may put it off, which waits', () => {
    const { at, facts } = asking([...changed, 'not-today'])
    expect(at).to.equal('something-changed')
    expect(facts['reconfirmed-on']).to.equal(undefined)
    expect(reconfirmation.outcomes['something-changed']?.then).to.equal('waits')
  })
})
