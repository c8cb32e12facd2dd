import { expect } from 'chai'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const reception = staff('reception')

describe('a consultation that the clinic has paused', () => {
  it('tells the patient so at once, who to ring, and asks nothing', async () => {
    const { patient } = await paused()
    const page = await patient.last()
    expect(page?.text).to.include('Larkfield').and.to.include('has paused this consultation')
    expect(page?.text).to.include('020')
    expect(page?.state).to.equal('paused')
    expect(page).not.to.have.any.keys('question', 'answers', 'progress')
  })

  it('shows the same page to a patient who comes back on another device', async () => {
    const { clinic, id, patient } = await paused()
    const page = await patient.last()
    const there = await story.comesBack(clinic, id)
    expect(await there.last()).to.deep.equal(page)
  })

  it('is the clinic’s to end: nothing that the patient says carries it on', async () => {
    const { clinic, id, patient, question } = await paused()
    await patient.say('carry on')
    await patient.send({ value: { question, choice: 'yes' } })
    await patient.send({ value: { choice: 'carry-on' } })
    expect(await clinic.desk.look(reception, id)).to.include({ state: 'paused', pausedBy: 'staff' })
  })

  it('still hears a stop for good and a wish for a person', async () => {
    const { clinic, id, patient } = await paused()
    await patient.send({ value: { command: 'ask-for-a-person' } })
    const kinds = (await clinic.desk.queue(reception)).map(({ kind }) => kind)
    expect(kinds).to.include('person-wanted')
    await patient.say('stop')
    await patient.choose('i-do-not-want-this')
    expect(await clinic.desk.look(reception, id)).to.include({ state: 'withdrawn' })
  })

  it('stays the clinic’s when the patient stops in it for now', async () => {
    const { clinic, id, patient } = await paused()
    await patient.say('stop')
    await patient.choose('carry-on')
    expect(await clinic.desk.look(reception, id)).to.include({ state: 'paused', pausedBy: 'staff' })
    expect((await patient.last())?.text).to.include('has paused this consultation')
  })

  it('goes on with the very question that was asked before', async () => {
    const { clinic, id, patient, question } = await paused()
    await story.doAct(clinic, id, { type: 'resume' }, reception)
    expect(await patient.question()).to.include({ id: question })
    expect(await patient.last()).to.include({ state: 'active' })
  })
})

async function paused() {
  const clinic = openClinic()
  const patient = await story.enquired(clinic)
  const id = await patient.consultation()
  const question = (await patient.question())?.id
  await story.doAct(clinic, id, { type: 'pause' }, reception)
  return { clinic, id, patient, question }
}
