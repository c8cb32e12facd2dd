import { expect } from 'chai'
import { openClinic, type OpenClinic, patientAt } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const PASSED = [
  ...(['pass-card', 'matches', ['Scars that itch and bleed.'], 'competent'] as const),
  ...([['Said it back, weighed it.'], ['Fewer infections.'], 'none', 'none', 'none'] as const),
  ...([['Agreed with her doctor.'], 'would-rather-not', 'kept-whole', 'yes'] as const),
]

describe('somebody who turns 18 between plan and treatment', () => {
  it('is consented at 17 by the whole route, and asked again as an adult', async () => {
    const clinic = openClinic({ at: '2026-11-23T12:00:00.000Z' })
    const id = await consentedAt17(clinic)
    expect(await story.factOf(clinic, id, 'consent-taken-at')).to.be.a('string')
    expect(await story.stageOf(clinic, id)).to.equal('treatment-day')

    clinic.clocks.set('2026-12-01T00:00:01.000Z')
    const link = await clinic.desk.makeLink(story.performer, id, 'continue')
    await clinic.round()
    const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
    if (!claim) throw new Error(link.said)
    const room = patientAt(clinic, claim)
    await room.answer('2008-12-01')

    expect(await story.factOf(clinic, id, 'age-band')).to.equal('Adult')
    expect(await story.factOf(clinic, id, 'consent-taken-at')).to.equal(undefined)
    expect((await room.question())?.content).to.equal('enquiry/reason')
    await room.answer('My skin, as before.')
    await room.choose('not-sure-yet')
    await story.answersAll(clinic, room)
    await story.decidesAll(clinic, id, {}, 'consent/with-me')
    expect(await story.factOf(clinic, id, 'consent-taken-at')).to.equal(undefined)
    expect(await story.stageOf(clinic, id)).to.equal('consent')
  })

  it('keeps a consent that was taken after the birthday', async () => {
    const clinic = openClinic({ at: '2026-11-23T12:00:00.000Z' })
    const { id } = await story.consented(clinic, '2008-11-23')
    clinic.clocks.set('2026-12-01T00:00:01.000Z')
    await clinic.round()
    expect(await story.stageOf(clinic, id)).to.equal('treatment-day')
  })
})

async function consentedAt17(clinic: OpenClinic) {
  const patient = await story.untilAge(clinic, '2008-12-01')
  await patient.answer('My skin.')
  await patient.answer('Alex Example')
  await patient.choose('same')
  await patient.choose('phone')
  await patient.answer('020 7946 0998')
  const id = await patient.consultation()
  await story.doAct(clinic, id, { type: 'propose', class: 'laser', name: 'Laser hair removal' })
  await story.say(clinic, id, 'age-check', ...PASSED)
  await story.allowGp(patient)
  await story.answersAll(clinic, patient)
  const plan = { ...story.PLAN, product: 'Laser', date: '2026-12-20' }
  await story.prepare(clinic, id, plan, 'laser')
  await story.assess(clinic, id)
  await story.reflect(clinic, id, '2008-12-01')
  await story.sign(clinic, id, '2008-12-01')
  await story.takeConsent(clinic, id)
  return id
}
