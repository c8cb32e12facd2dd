import { expect } from 'chai'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const reception = staff('reception')

describe('linking a public consultation to a person the clinic knows', () => {
  it('needs two identifiers', async () => {
    const { clinic, id, known } = await two()
    const one = { type: 'link', person: known, identifiers: ['name'] }
    expect(await clinic.desk.act(reception, id, one)).to.include({ ok: false })
    const both = { type: 'link', person: known, identifiers: ['name', 'birth-date'] }
    expect(await clinic.desk.act(reception, id, both)).to.include({ ok: true })
  })

  it('lets the patient go on, and the record stay whole', async () => {
    const { clinic, id, known, patient } = await two()
    const act = { type: 'link', person: known, identifiers: ['name', 'birth-date'] }
    await story.doAct(clinic, id, act, reception)
    await patient.choose('yes')
    await patient.answer('Mill Lane Surgery')
    expect(await story.factOf(clinic, id, 'gp-permission')).to.equal('Granted')
    expect(await clinic.desk.records(story.performer, id)).to.include({ verified: true })
    const persons = await clinic.desk.persons(reception, 'Sam Example')
    expect(persons.find(({ consultation }) => consultation === id)?.id).to.equal(known)
  })
})

describe('the desk', () => {
  it('shows reception no clinical field and no record', async () => {
    const { clinic, id } = await two()
    const view = await clinic.desk.look(reception, id)
    expect(view?.facts.some(({ clinical }) => clinical)).to.equal(false)
    expect(JSON.stringify(view)).not.to.include('lines around my mouth')
    expect(await clinic.desk.records(reception, id)).to.equal(undefined)
  })

  it('shows a clinician only what nobody else or they themselves are assigned to', async () => {
    const { clinic, id } = await two()
    const rhys = staff('practitioner', 'rhys-penhallow')
    expect(await clinic.desk.look(rhys, id)).to.be.an('object')
    const { performer } = story
    await story.doAct(clinic, id, {
      ...{ type: 'assign', role: 'performer', to: performer.id, name: performer.name },
    })
    expect(await clinic.desk.look(rhys, id)).to.equal(undefined)
    expect(await clinic.desk.records(rhys, id)).to.equal(undefined)
    expect(
      (await clinic.desk.queue(rhys)).some(({ consultation }) => consultation === id),
    ).to.equal(false)
  })

  it('takes no act from a clinician who may not see the consultation', async () => {
    const { clinic, id } = await two()
    const { performer } = story
    await story.doAct(clinic, id, {
      ...{ type: 'assign', role: 'performer', to: performer.id, name: performer.name },
    })
    const rhys = staff('practitioner', 'rhys-penhallow')
    const act = { type: 'decline', reason: 'Not mine to say.' }
    expect(await clinic.desk.act(rhys, id, act)).to.include({ ok: false })
  })

  it('has a stand-in only for gates whose pathway is not built, and only in a demo', async () => {
    const { clinic, id } = await two()
    const act = { type: 'stand-in', gates: ['adequate-history'] }
    expect(await clinic.desk.act(story.performer, id, act)).to.include({ ok: false })
  })

  it('takes consent from nobody but the performer or the recorded supervisor', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    for (const by of [reception, staff('safeguarding'), staff('performer', 'rhys-penhallow')]) {
      expect(await clinic.desk.makeLink(by, id, 'sign')).to.include({ ok: false })
    }
    await story.sign(clinic, id)
    const open = (await clinic.desk.look(story.performer, id))?.prompts[0]
    const act = { type: 'answer', open: open?.open, ask: open?.ask, event: 'yes' }
    for (const by of [reception, staff('safeguarding'), staff('performer', 'rhys-penhallow')]) {
      expect(await clinic.desk.act(by, id, act)).to.include({ ok: false })
    }
  })
})

async function two() {
  const clinic = openClinic()
  const before = await story.enquired(clinic)
  const known = (await clinic.store.consultations('demo'))[0]?.person ?? ''
  await clinic.sittings.end(before.claim)
  const patient = await story.enquired(clinic)
  return { clinic, known, patient, id: await patient.consultation() }
}
