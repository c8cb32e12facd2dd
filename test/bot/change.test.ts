import { expect } from 'chai'
import { openClinic, type PatientAt } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

describe('changing an answer', () => {
  it('re-asks what depends on it and keeps the rest', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    await story.refuseGp(patient)
    await story.answersAll(clinic, patient)
    await change(patient, 'gp-contact/permission', 'gp-contact#1/permission')
    await patient.choose('yes')
    expect((await patient.question())?.content).to.equal('gp-contact/practice')
    await patient.answer('Mill Lane Surgery')
    const id = await patient.consultation()
    expect(await story.factOf(clinic, id, 'gp-permission')).to.equal('Granted')
    expect(await story.factOf(clinic, id, 'gp-refusal-explored')).to.equal(undefined)
    expect(await story.factOf(clinic, id, 'full-name')).to.equal('Sam Example')
  })

  it('keeps every other answer of the same part', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    await change(patient, 'enquiry/full-name', 'enquiry#1/full-name')
    await patient.answer('Samantha Example')
    expect((await patient.question())?.content).to.equal('gp-contact/permission')
    const id = await patient.consultation()
    expect(await story.factOf(clinic, id, 'full-name')).to.equal('Samantha Example')
    expect(await story.factOf(clinic, id, 'safe-contact')).to.equal('Phone')
  })

  it('to what it was leaves consent as it was', async () => {
    const clinic = openClinic()
    const { id, room } = await story.consented(clinic)
    await change(room, 'gp-contact/permission', 'gp-contact#1/permission')
    await room.choose('no')
    expect(await story.factOf(clinic, id, 'consent-taken-at')).to.be.a('string')
    expect(await story.stageOf(clinic, id)).to.equal('treatment-day')
  })

  it('that consent rested on voids it, and nothing is consented until it is taken again', async () => {
    const clinic = openClinic()
    const { id, room } = await story.consented(clinic)
    await change(room, 'gp-contact/permission', 'gp-contact#1/permission')
    await room.choose('yes')
    await room.answer('Mill Lane Surgery')
    expect(await story.factOf(clinic, id, 'consent-taken-at')).to.equal(undefined)
    expect(await story.stageOf(clinic, id)).to.equal('consent')
  })

  it('leaves the earlier answer on record', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    await change(patient, 'enquiry/full-name', 'enquiry#1/full-name')
    await patient.answer('Samantha Example')
    const page = await clinic.desk.records(story.performer, await patient.consultation())
    const said = page?.records.map(({ answer }) => answer)
    expect(said).to.include('Sam Example')
    expect(said).to.include('Samantha Example')
    expect(page).to.include({ verified: true })
  })
})

describe('a plan that changes after consent', () => {
  it('voids the consent that was given to the earlier one', async () => {
    const clinic = openClinic()
    const { id } = await story.consented(clinic)
    await story.doAct(clinic, id, {
      type: 'plan',
      plan: { ...story.PLAN, product: 'Another filler' },
    })
    expect(await story.factOf(clinic, id, 'consent-taken-at')).to.equal(undefined)
    // Capacity is for one decision: another plan is another decision.
    expect(await story.stageOf(clinic, id)).to.equal('consultation')
    await story.decidesAll(clinic, id)
    expect(await story.stageOf(clinic, id)).to.equal('consent')
    expect(await story.factOf(clinic, id, 'consent-taken-at')).to.equal(undefined)
  })
})

describe('check your answers', () => {
  it('shows in full what was answered in this sitting, and of earlier ones only that it was', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const before = (await patient.last())?.answers
    expect(before?.find(({ change }) => change === 'enquiry#1/full-name')?.answer).to.equal(
      'Sam Example',
    )
    const id = await patient.consultation()
    const link = await clinic.desk.makeLink(story.performer, id, 'continue')
    const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
    if (!claim) throw new Error(link.said)
    const elsewhere = story.at(clinic, claim)
    await elsewhere.answer('1990-04-03')
    const after = (await elsewhere.last())?.answers
    const line = after?.find(({ change }) => change === 'enquiry#1/full-name')
    expect(line).to.deep.equal({ change: 'enquiry#1/full-name', label: line?.label })
    expect(JSON.stringify(await clinic.sittings.activities(claim, 0))).not.to.include('Sam Example')
  })
})

async function change(patient: PatientAt, content: string, which: string) {
  await patient.send({ value: { change: which } })
  expect((await patient.question())?.content).to.equal(content)
}
