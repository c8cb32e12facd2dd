import { expect } from 'chai'
import { openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

/** Every answer of the patient's thread, in order. */
const ANSWERS: readonly (readonly [kind: 'choose' | 'answer', value: string])[] = [
  ['choose', 'go-on'],
  ['choose', 'understood'],
  ['choose', 'no-help-needed'],
  ['answer', '1990-04-03'],
  ['choose', 'right'],
  ['answer', 'Sam Example'],
  ['choose', 'same'],
  ['choose', 'phone'],
  ['answer', '020 7946 0999'],
  ['answer', 'Lines.'],
  ['choose', 'not-sure-yet'],
  ['choose', 'no'],
  ['choose', 'rather-not-say'],
  ['choose', 'still-no'],
]

async function after(count: number) {
  const clinic = openClinic()
  const patient = await story.enquire(clinic, [])
  for (const [kind, value] of ANSWERS.slice(0, count)) await patient[kind](value)
  return { clinic, patient }
}

describe('stop', () => {
  for (let count = 1; count <= ANSWERS.length; count += 1) {
    it(`pauses at once after answer ${count}, then is for now or for good`, async () => {
      const { patient } = await after(count)
      const asked = (await patient.question())?.content
      await patient.say('Stop.')
      expect(await patient.last()).to.include({ state: 'paused' })
      await patient.choose('stop-for-now')
      expect(await patient.last()).to.include({ state: 'paused' })
      await patient.choose('carry-on')
      expect((await patient.question())?.content).to.equal(asked)

      await patient.say('stop')
      await patient.choose('i-do-not-want-this')
      expect(await patient.last()).to.include({ state: 'withdrawn' })
    })
  }

  it('is heard where an answer was expected', async () => {
    const { patient } = await after(9)
    await patient.answer('stop')
    expect(await patient.last()).to.include({ state: 'paused' })
  })

  it('by somebody who has told nothing keeps nothing', async () => {
    const { clinic, patient } = await after(0)
    await patient.say('stop')
    expect(await clinic.store.consultations('demo')).to.deep.equal([])
    expect((await patient.question())?.content).to.equal('welcome/hello')
  })

  it('after consent is a stop like any other', async () => {
    const clinic = openClinic()
    const { room, id } = await story.consented(clinic)
    await room.say('I dont want this')
    await room.choose('i-do-not-want-this')
    const view = await clinic.desk.look(story.performer, id)
    expect(view).to.include({ state: 'withdrawn' })
    expect(await clinic.desk.act(story.performer, id, { type: 'resume' })).to.include({ ok: false })
  })

  it('leaves staff nothing to decide while it lasts', async () => {
    const { clinic, patient } = await after(14)
    const id = await patient.consultation()
    await story.answersAll(clinic, patient)
    await story.prepare(clinic, id)
    await patient.say('stop')
    expect((await clinic.desk.look(story.performer, id))?.prompts).to.deep.equal([])
  })
})

describe('withdrawing', () => {
  it('needs no reason and no phone: any member of staff records it on the patient’s word', async () => {
    for (const role of ['reception', 'practitioner', 'safeguarding', 'administrator'] as const) {
      const { clinic, patient } = await after(14)
      const id = await patient.consultation()
      const act = { type: 'withdraw', 'on-word-of-patient': true }
      expect(await clinic.desk.act(staff(role), id, act)).to.include({ ok: true })
      await patient.say('hello?')
      expect(await patient.last()).to.include({ state: 'withdrawn' })
    }
  })

  it('T-CO6: is a task at the desk whichever way it came, and is told to no device by itself', async () => {
    const waits = async (clinic: OpenClinic) =>
      (await clinic.desk.queue(staff('reception'))).map(({ kind }) => kind)
    const inChat = await after(14)
    await inChat.patient.say('stop')
    await inChat.patient.choose('i-do-not-want-this')
    expect(await waits(inChat.clinic)).to.deep.equal(['withdrawn'])

    const { clinic, patient } = await after(14)
    const { claim } = patient
    const heard: unknown[] = []
    clinic.sittings.listen(claim.sitting, (news) => heard.push(news))
    const before = await clinic.sittings.activities(claim, 0)
    const act = { type: 'withdraw', 'on-word-of-patient': true }
    await clinic.desk.act(staff('reception'), await patient.consultation(), act)
    expect(await waits(clinic)).to.deep.equal(['withdrawn'])
    expect(heard).to.deep.equal([])
    expect(await clinic.sittings.activities(claim, 0)).to.deep.equal(before)
    expect(await clinic.letters.waiting()).to.deep.equal([])
  })

  it('is not for staff without the patient’s word', async () => {
    const { clinic, patient } = await after(14)
    const id = await patient.consultation()
    const done = await clinic.desk.act(staff('reception'), id, { type: 'withdraw' })
    expect(done).to.include({ ok: false })
  })
})
