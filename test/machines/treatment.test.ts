import { expect } from 'chai'
import type { FactValues } from '../../machines/contract.ts'
import { JOURNEYS, PATHWAYS } from '../../machines/index.ts'
import { treatment } from '../../machines/journeys/treatment.ts'
import { day } from '../../machines/time.ts'
import { knowing, met, opens, stage } from './gates.ts'
import { NOON } from './follow.ts'

const all = treatment.stages.flatMap(({ entry, gates }) => [...entry, ...gates])

const plan = {
  performer: 'nurse-bell',
  supervisor: 'dr-amara',
  premises: 'York',
  product: 'Peel A',
  date: day('2026-11-28'),
}
const adult: FactValues = {
  'age-band': 'adult',
  'age-band-on-treatment-day': 'adult',
  'date-of-birth': day('1990-01-01'),
  'place-of-treatment': 'england',
  'treatment-class': 'toxin',
  plan,
}

describe('the journey of a treatment', () => {
  it('goes from enquiry to ended, through reflection before consent', () => {
    expect(treatment.stages.map(({ name }) => name)).to.deep.equal([
      ...['enquiry', 'pre-consultation', 'consultation', 'reflection'],
      ...['consent', 'treatment-day', 'aftercare', 'ended'],
    ])
    expect(JOURNEYS['treatment@1']).to.equal(treatment)
  })

  it('opens only pathways that exist', () => {
    const opened = treatment.stages.flatMap(({ opens }) => opens.map(({ pathway }) => pathway))
    const aside = (treatment.apart ?? []).map(({ pathway }) => pathway)
    for (const pathway of opened) expect(PATHWAYS).to.have.property(pathway)
    const elsewhere = Object.values(JOURNEYS).flatMap(({ stages }) =>
      stages.flatMap(({ opens }) => opens.map(({ pathway }) => pathway)),
    )
    const all = new Set([...opened, ...aside, ...elsewhere])
    expect(all, 'by this journey or another').to.deep.equal(new Set(Object.keys(PATHWAYS)))
  })

  it('opens a restricted pathway apart from its stages, and nothing else there', () => {
    const restricted = Object.values(PATHWAYS).filter((one) => one.restricted)
    const aside = (treatment.apart ?? []).map(({ pathway }) => pathway)
    expect(restricted.map(({ id }) => id)).to.have.members(aside)
  })

  it('cites a clause for every gate', () => {
    for (const { name, met } of all) expect(met.clauses, name).not.to.be.empty
  })

  it('keeps closed whatever awaits a pathway, whatever else is known', () => {
    const waiting = all.filter(({ awaits, name }) => awaits && name !== 'prescriber-authorised')
    expect(waiting.map(({ awaits }) => awaits)).to.have.members([
      'delegation',
      'chaperone',
      'images',
    ])
    for (const { name, met } of waiting) expect(met(knowing(adult)), name).to.equal(false)
  })

  it('calls only the line on age in England the law', () => {
    const law = all.filter(({ met }) => met.authority === 'statute').map(({ name }) => name)
    expect(new Set(law)).to.deep.equal(new Set(['old-enough-by-statute']))
  })
})

describe('the enquiry', () => {
  it('asks no age before the privacy notice, and nothing else before the age', () => {
    expect(opens('enquiry', {})).to.deep.equal(['welcome@1'])
    expect(opens('enquiry', { 'privacy-notice-seen': true })).to.deep.equal(['welcome@1', 'age@1'])
  })

  it('asks an adult what brings them', () => {
    expect(opens('enquiry', { 'age-band': 'adult' })).to.include('enquiry@1')
    expect(opens('enquiry', { 'age-band': 'adult' })).not.to.include('age-check@1')
  })

  it('takes somebody of 16 or 17 to a person, who can reach them', () => {
    expect(opens('enquiry', { 'age-band': '16-17' })).to.include('age-check@1')
    expect(opens('enquiry', { 'age-band': '16-17' })).to.include('enquiry@1')
  })

  it('lets somebody of 16 or 17 no further until the route has passed', () => {
    const young: FactValues = { 'age-band': '16-17' }
    expect(met('enquiry', 'adult-or-young-persons-route', young)).to.equal(false)
    const passed: FactValues = { ...young, 'young-person-route': 'passed' }
    expect(met('enquiry', 'adult-or-young-persons-route', passed)).to.equal(true)
  })

  it('opens nothing for a child, even after a route that had passed', () => {
    const child: FactValues = { 'age-band': 'under-16', 'young-person-route': 'passed' }
    expect(opens('enquiry', child)).to.deep.equal(['welcome@1'])
    expect(met('enquiry', 'adult-or-young-persons-route', child)).to.equal(false)
  })

  it('is not done before the notice is seen, the age is known and the enquiry is told', () => {
    for (const { met } of stage('enquiry').gates) expect(met(knowing({}))).to.equal(false)
    const done: FactValues = {
      'privacy-notice-seen': true,
      'age-band': 'adult',
      'safe-contact': 'at-the-clinic-only',
    }
    for (const { met } of stage('enquiry').gates) expect(met(knowing(done))).to.equal(true)
  })
})

describe('the consultation', () => {
  it('checks the age of adults in person; a young person’s was checked before', () => {
    expect(opens('consultation', { 'age-band': 'adult' })).to.include('age-check@1')
    expect(opens('consultation', { 'age-band': '16-17' })).not.to.include('age-check@1')
  })

  it('takes no answer about the GP for a history, and no history for an answer', () => {
    for (const permission of ['granted', 'refused', 'no-gp'] as const) {
      const asked: FactValues = { 'gp-permission': permission }
      expect(met('consultation', 'adequate-history', asked)).to.equal(false)
      const known: FactValues = { ...asked, 'history-adequate': true }
      expect(met('consultation', 'adequate-history', known)).to.equal(true)
    }
    const known: FactValues = { 'history-adequate': true }
    expect(met('pre-consultation', 'gp-permission-asked', known)).to.equal(false)
  })

  it('counts a refusal as an answer about the GP', () => {
    const refused: FactValues = { 'gp-permission': 'refused' }
    expect(met('pre-consultation', 'gp-permission-asked', refused)).to.equal(true)
  })

  it('passes a possible interaction only with a positive reply', () => {
    const checked = (facts: FactValues) => met('consultation', 'interactions-checked', facts)
    const possible: FactValues = { 'interaction-possible': 'possible' }
    expect(checked({ ...possible, 'gp-reply': 'positive' })).to.equal(true)
    expect(checked({ 'interaction-possible': 'none-found' })).to.equal(true)
    for (const reply of ['negative', 'none-needed'] as const) {
      expect(checked({ ...possible, 'gp-reply': reply })).to.equal(false)
    }
    for (const silent of [possible, {}, { 'gp-reply': 'positive' } as const]) {
      expect(checked(silent)).to.equal(false)
    }
  })
})

describe('consent', () => {
  it('has no signing before the patient is in the room, and no taking before it is signed', () => {
    expect(opens('consent', {})).to.deep.equal([])
    expect(opens('consent', { 'in-the-room-since': NOON })).to.deep.equal(['consent-signature@1'])
    const signed: FactValues = { signature: { name: 'Rosa', at: NOON, meaning: 'consent' } }
    expect(opens('consent', signed)).to.deep.equal(['consent@1'])
  })

  it('is not entered before all that it rests on is settled', () => {
    expect(stage('consent').entry.map(({ name }) => name)).to.deep.equal([
      ...['no-assumption-capacity', 'voluntariness-affirmed', 'assessment-complete'],
      ...['referral-decision-recorded', 'fees-disclosed', 'teach-back-passed'],
      'cooling-off-elapsed',
      ...['age-verified', 'consent-planned', 'adult-on-both-days'],
      ...['old-enough-by-statute', 'old-enough-by-policy'],
      ...['gp-need-considered', 'adequate-history', 'interactions-checked', 'no-open-questions'],
    ])
  })

  it('needs an adult on the day of consent and on the day of treatment', () => {
    const both = (facts: FactValues) => met('consent', 'adult-on-both-days', facts)
    expect(both(adult)).to.equal(true)
    expect(both({ 'age-band': 'adult' })).to.equal(false)
    expect(both({ ...adult, 'age-band': '16-17' })).to.equal(false)
    expect(both({ ...adult, 'age-band-on-treatment-day': '16-17' })).to.equal(false)
  })

  it('or the young person’s route, and never anybody under 16 on either day', () => {
    const passed = (today: FactValues['age-band'], treated: FactValues['age-band']) =>
      met('consent', 'adult-on-both-days', {
        'young-person-route': 'passed',
        ...(today && { 'age-band': today }),
        ...(treated && { 'age-band-on-treatment-day': treated }),
      })
    expect(passed('16-17', '16-17')).to.equal(true)
    expect(passed('16-17', 'adult')).to.equal(true)
    expect(passed('16-17', 'under-16')).to.equal(false)
    expect(passed('under-16', '16-17')).to.equal(false)
    expect(passed('16-17', undefined)).to.equal(false)
    expect(passed(undefined, '16-17')).to.equal(false)
  })

  it('never passes toxin or filler under 18, though the young person’s route has passed', () => {
    for (const treatmentClass of ['toxin', 'filler'] as const) {
      const young: FactValues = {
        ...adult,
        'age-band': '16-17',
        'age-band-on-treatment-day': '16-17',
        'young-person-route': 'passed',
        'date-of-birth': day('2009-01-01'),
        'treatment-class': treatmentClass,
      }
      const barred = (facts: FactValues) =>
        ['old-enough-by-statute', 'old-enough-by-policy'].filter(
          (name) => !met('consent', name, facts),
        )
      expect(barred(young)).to.deep.equal(['old-enough-by-statute'])
      expect(barred({ ...young, 'place-of-treatment': 'wales' })).to.deep.equal([
        'old-enough-by-policy',
      ])
      expect(barred({ ...young, 'treatment-class': 'peel' })).to.deep.equal([])
      expect(barred({ ...young, 'date-of-birth': day('2008-11-21') })).to.deep.equal([])
      expect(barred({ ...young, 'date-of-birth': day('2008-11-22') })).not.to.be.empty
    }
  })

  it('reads an unknown place, treatment, date of birth or day as not old enough', () => {
    for (const name of [
      'place-of-treatment',
      'treatment-class',
      'date-of-birth',
      'plan',
    ] as const) {
      const rest = Object.fromEntries(Object.entries(adult).filter(([known]) => known !== name))
      expect(met('consent', 'old-enough-by-statute', adult)).to.equal(true)
      expect(met('consent', 'old-enough-by-statute', rest), name).to.equal(false)
      expect(met('consent', 'old-enough-by-policy', rest), name).to.equal(false)
    }
  })

  it('waits while a question of the patient’s is open, and so does treatment', () => {
    for (const name of ['consent', 'treatment-day']) {
      expect(met(name, 'no-open-questions', adult, 0)).to.equal(true)
      expect(met(name, 'no-open-questions', adult, 1)).to.equal(false)
    }
  })

  it('needs a prescriber for toxin, and for a treatment not yet known', () => {
    const authorised = (facts: FactValues) => met('consent', 'prescriber-authorised', facts)
    expect(authorised({ 'treatment-class': 'peel' })).to.equal(true)
    expect(authorised({ 'treatment-class': 'toxin' })).to.equal(false)
    expect(authorised({})).to.equal(false)
  })

  it('counts only when the performer or the supervisor of this plan took it', () => {
    const sought = (facts: FactValues) =>
      met('consent', 'consent-sought-by-treating-practitioner', facts)
    expect(sought({ plan, 'consent-taken-by': 'nurse-bell' })).to.equal(true)
    expect(sought({ plan, 'consent-taken-by': 'dr-amara' })).to.equal(true)
    expect(sought({ plan, 'consent-taken-by': 'nurse-other' })).to.equal(false)
    expect(sought({ plan })).to.equal(false)
    expect(sought({ 'consent-taken-by': 'nurse-bell' })).to.equal(false)
    expect(sought({})).to.equal(false)
  })

  it('needs a signature, an identity and a time alone', () => {
    const names = ['written-consent', 'identity-checked', 'alone-confirmed']
    const given: FactValues = {
      signature: { name: 'Rosa', at: NOON, meaning: 'consent' },
      'identity-checked': true,
      'seen-alone': true,
    }
    for (const name of names) {
      expect(met('consent', name, {}), name).to.equal(false)
      expect(met('consent', name, given), name).to.equal(true)
    }
  })
})
