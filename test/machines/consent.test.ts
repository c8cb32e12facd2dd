import { expect } from 'chai'
import type { Actor, FactValues, Role } from '../../machines/contract.ts'
import { ROLES } from '../../machines/commands.ts'
import { consent } from '../../machines/pathways/consent/facts.ts'
import { day, type Instant, instant } from '../../machines/time.ts'
import { type Answer, follow, NOON, typed } from './follow.ts'

const actor = (id: string, role: Role): Actor => ({ id, role, assurance: 'demo-sign-in' })
const performer = actor('nurse-bell', 'performer')
const supervisor = actor('dr-amara', 'supervisor')

const plan = {
  performer: 'nurse-bell',
  premises: 'York',
  product: 'Peel A',
  date: day('2026-11-28'),
}
const supervised = { ...plan, supervisor: 'dr-amara' }

const signedAt = (at: string): FactValues => ({
  plan: supervised,
  signature: { name: 'Rosa Finch', at: instant(at), meaning: 'consent' },
})
const input = signedAt('2026-11-21T11:50:00.000Z')

const taking = (answers: readonly Answer[], given = input, by = performer, at: Instant = NOON) =>
  follow(consent, answers, { input: given, by, at })

const attested = ['yes', 'checked', 'yes']
const taken = [...attested, 'take-consent']

describe('taking consent', () => {
  it('is done by the performer, with the patient there, known, and spoken to alone', () => {
    const { at, facts } = taking(taken)
    expect(at).to.equal('consented')
    expect(facts).to.include({
      'seen-alone': true,
      'identity-checked': true,
      'consent-taken-by': 'nurse-bell',
      'consent-taken-at': NOON,
    })
  })

  it('may be done by the supervisor on record', () => {
    const { at, facts } = taking(taken, input, supervisor)
    expect(at).to.equal('consented')
    expect(facts['consent-taken-by']).to.equal('dr-amara')
  })

  it('waits while the patient is not there', () => {
    expect(taking(['not-now']).at).to.equal('not-with-me')
    expect(taking(['not-now', 'with-me-now']).at).to.equal('with-me')
    expect(taking(['not-now', 'not-today']).at).to.equal('postponed')
  })

  it('waits until it is certain who the patient is', () => {
    expect(taking(['yes', 'not-checked']).at).to.equal('identity-not-checked')
    expect(taking(['yes', 'not-checked', 'can-check-now']).at).to.equal('identity')
    expect(taking(['yes', 'not-checked', 'not-today']).at).to.equal('postponed')
  })

  it('is postponed when the patient could not be spoken to alone', () => {
    const { at, facts } = taking(['yes', 'checked', 'not-possible'])
    expect(at).to.equal('postponed')
    expect(facts['seen-alone']).to.equal(undefined)
    expect(consent.outcomes['postponed']?.then).to.equal('waits')
  })

  it('can be left for another day, or declined with a reason', () => {
    expect(taking([...attested, 'not-today']).at).to.equal('postponed')
    const { at, facts } = taking([...attested, 'decline', typed('Not in their interest')])
    expect(at).to.equal('declined')
    expect(facts['consent-taken-by']).to.equal(undefined)
  })

  it('is asked afresh each time: no answer is carried over', () => {
    const asked = Object.values(consent.machine.states).flatMap(
      ({ config }) => (config.meta as { asks: object } | undefined) ?? [],
    )
    expect(asked).to.have.length(9)
    for (const { asks } of asked) expect(asks).to.include({ fresh: true })
  })
})

describe('somebody else', () => {
  const others = [
    ...ROLES.filter((role) => role !== 'performer').map((role) => actor('nurse-bell', role)),
    ...ROLES.filter((role) => role !== 'supervisor').map((role) => actor('dr-amara', role)),
    actor('nurse-other', 'performer'),
    actor('dr-other', 'supervisor'),
  ]
  for (const other of others) {
    it(`cannot begin or take consent: ${other.id} as ${other.role}`, () => {
      expect(taking(taken.slice(0, 1), input, other).at).to.equal('not-yours')
      const { at, facts } = taking([...attested, { type: 'take-consent', by: other }])
      expect(at).to.equal('not-yours')
      expect(facts['consent-taken-by']).to.equal(undefined)
    })

    it(`cannot attest to identity or to being alone: ${other.id} as ${other.role}`, () => {
      expect(taking(['yes', { type: 'checked', by: other }]).at).to.equal('not-yours')
      const alone = taking(['yes', 'checked', { type: 'yes', by: other }])
      expect(alone.at).to.equal('not-yours')
      expect(alone.facts['seen-alone']).to.equal(undefined)
    })
  }

  it('cannot act as a supervisor where none is planned', () => {
    const alone = { ...input, plan }
    expect(taking(['yes'], alone, supervisor).at).to.equal('not-yours')
  })

  it('cannot take consent where nothing is planned', () => {
    const signedOnly = { signature: input.signature } as FactValues
    expect(taking(['yes'], signedOnly).at).to.equal('not-yours')
  })

  it('gives way to the person in the plan, who begins again', () => {
    const answers = [{ type: 'yes', by: actor('nurse-other', 'performer') }, 'begin-again']
    expect(taking(answers).at).to.equal('with-me')
    expect(taking([...answers, ...taken]).at).to.equal('consented')
    expect(taking([...answers.slice(0, 1), 'not-today']).at).to.equal('postponed')
  })
})

describe('a signature', () => {
  const seen = (signed: string, at?: Instant) =>
    taking(attested, signedAt(signed), performer, at).at

  it('holds for an hour to the millisecond, and no longer', () => {
    expect(seen('2026-11-21T11:00:00.000Z')).to.equal('take-consent')
    expect(seen('2026-11-21T10:59:59.999Z')).to.equal('signature-void')
  })

  it('that is dated later than now does not hold', () => {
    expect(seen('2026-11-21T12:00:00.000Z')).to.equal('take-consent')
    expect(seen('2026-11-21T12:00:00.001Z')).to.equal('signature-void')
  })

  it('that is missing does not hold', () => {
    expect(taking(attested, { plan }).at).to.equal('signature-void')
  })

  it('that lapses while consent is being talked about no longer holds', () => {
    const late = { type: 'take-consent', at: instant('2026-11-21T12:50:00.001Z') }
    const { at, facts } = taking([...attested, late])
    expect(at).to.equal('signature-void')
    expect(facts['consent-taken-at']).to.equal(undefined)
    const inTime = { type: 'take-consent', at: instant('2026-11-21T12:50:00.000Z') }
    expect(taking([...attested, inTime]).at).to.equal('consented')
  })

  it('that no longer holds is given again, and nobody is refused for it', () => {
    const { at } = taking([...attested, 'sign-again'], { plan })
    expect(at).to.equal('signature-expired')
    expect(consent.outcomes['signature-expired']?.then).to.equal('waits')
  })

  it('never takes consent by itself', () => {
    expect(taking([]).at).to.equal('with-me')
    expect(taking([]).facts['consent-taken-by']).to.equal(undefined)
  })
})
