import { expect } from 'chai'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const reception = staff('reception')
const IDENTIFIERS = ['name', 'birth-date']

/** Somebody who told everything, then came to the clinic's page again as a visitor. */
async function twoVisits() {
  const clinic = openClinic()
  const before = await story.enquired(clinic)
  const first = await before.consultation()
  await story.refuseGp(before)
  await story.answersAll(clinic, before)
  const person = (await clinic.store.consultations('demo'))[0]?.person ?? ''
  await clinic.sittings.end(before.claim)
  const patient = await story.enquired(clinic)
  return { clinic, first, person, patient, id: await patient.consultation() }
}

const link = (person: string, more: object = {}) => ({
  ...{ type: 'link', person, identifiers: IDENTIFIERS, ...more },
})

describe('a person who comes back', () => {
  it('is put nothing of an earlier consultation on the phone of a visitor, linked or not', async () => {
    const { clinic, person, patient, id } = await twoVisits()
    await story.doAct(clinic, id, link(person), reception)
    await story.refuseGp(patient)
    expect((await patient.question())?.content).to.equal('pre-consultation/conditions')
    expect(JSON.stringify(await clinic.sittings.activities(patient.claim, 0))).not.to.contain(
      'Hay fever',
    )
  })

  it('is put it once they have come in by a link and their date of birth', async () => {
    const { clinic, person, patient, id } = await twoVisits()
    await story.doAct(clinic, id, link(person), reception)
    await clinic.sittings.end(patient.claim)
    const back = await story.comesBack(clinic, id)
    await story.refuseGp(back)
    expect((await back.question())?.content).to.equal('pre-consultation/earlier-here')
    await back.choose('show-it')
    expect((await back.last())?.text).to.contain('Hay fever in the summer.')
    expect((await back.last())?.private, 'it leaves the screen').to.equal(true)
    expect(await clinic.desk.records(story.performer, id)).to.include({ verified: true })
  })

  for (const said of ['yes', 'Yes please', 'ok', 'no', 'No thank you', 'not sure']) {
    it(`is shown nothing of it for a bare "${said}", which may be about who sees the screen`, async () => {
      const { clinic, person, id } = await twoVisits()
      await story.doAct(clinic, id, link(person), reception)
      const back = await story.comesBack(clinic, id)
      await story.refuseGp(back)
      await back.say(said)
      const shown = await clinic.sittings.activities(back.claim, 0)
      expect(JSON.stringify(shown)).not.to.contain('Hay fever')
    })
  }

  it('confirms nothing any more who has begun to tell it again', async () => {
    const { clinic, person, patient, id } = await twoVisits()
    await story.refuseGp(patient)
    await patient.answer('Asthma.')
    await story.doAct(clinic, id, link(person), reception)
    const back = await story.comesBack(clinic, id)
    expect((await back.question())?.content).to.equal('pre-consultation/medicines')
  })

  it('is not answered for by a form: what was said before comes from the clinic’s own record', async () => {
    const { clinic, person, patient, id } = await twoVisits()
    const made = link(person, { 'earlier-health': { conditions: 'Made up at the desk.' } })
    await story.doAct(clinic, id, made, reception)
    await clinic.sittings.end(patient.claim)
    const back = await story.comesBack(clinic, id)
    await story.refuseGp(back)
    await back.choose('show-it')
    expect((await back.last())?.text).to.contain('Hay fever in the summer.')
  })

  it('is one person with two consultations when the desk invites them again', async () => {
    const { clinic, first, person } = await twoVisits()
    await (await story.invitedAgain(clinic, first)).answer('1990-04-03')
    const persons = (await clinic.store.consultations('demo')).map((one) => one.person)
    expect(persons.filter((one) => one === person)).to.have.lengthOf(2)
  })

  it('is invited again by nobody who may not see them, and from nowhere', async () => {
    const { clinic, first } = await twoVisits()
    const { performer } = story
    const act = { type: 'assign', role: 'performer', to: performer.id, name: performer.name }
    await story.doAct(clinic, first, act)
    const about = { treatmentClass: 'laser', treatmentName: 'Laser hair removal' }
    const rhys = staff('practitioner', 'rhys-penhallow')
    const asked = [
      clinic.desk.invite(rhys, { ...about, knownFrom: first }),
      clinic.desk.invite(reception, { ...about, knownFrom: 'nowhere' }),
      clinic.desk.invite(staff('auditor'), { ...about, knownFrom: first }),
    ]
    for (const done of await Promise.all(asked)) expect(done).to.include({ ok: false })
  })

  it('leaves reception no word of what was said before', async () => {
    const { clinic, first } = await twoVisits()
    const back = await story.invitedAgain(clinic, first)
    await back.answer('1990-04-03')
    const id = await back.consultation()
    const shown = [await clinic.desk.look(reception, id), await clinic.desk.queue(reception)]
    expect(JSON.stringify(shown)).not.to.contain('Hay fever')
  })

  it('is put what they said last, of the consultations that can still be read', async () => {
    const { clinic, first } = await twoVisits()
    const again = await story.invitedAgain(clinic, first)
    await again.answer('1990-04-03')
    const second = await again.consultation()
    await story.answersAll(clinic, again, {}, 'pre-consultation/earlier-here')
    await again.choose('tell-again')
    await again.answer('Asthma, since May.')
    await story.answersAll(clinic, again)
    const shownTo = async () => {
      const third = await story.invitedAgain(clinic, first)
      await third.answer('1990-04-03')
      await story.answersAll(clinic, third, {}, 'pre-consultation/earlier-here')
      await third.choose('show-it')
      return (await third.last())?.text
    }
    expect(await shownTo()).to.contain('Asthma, since May.')
    await story.erase(clinic, second)
    expect(await shownTo()).to.contain('Hay fever in the summer.')
  })
})
