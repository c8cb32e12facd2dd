import { expect } from 'chai'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

describe('what a patient types', () => {
  it('that is no answer is offered to a person, and then the question comes again', async () => {
    const clinic = openClinic()
    const patient = await story.enquire(clinic, story.WELCOME.slice(0, 2))
    await patient.say('Will it hurt?')
    expect((await patient.question())?.content).to.equal('consultation/pass-on')
    expect((await patient.last())?.text).to.include('Will it hurt?')
    await patient.choose('pass-on')
    expect((await patient.question())?.content).to.equal('welcome/help-needed')
  })

  it('is answered by staff in words, and closed only by the patient', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    await patient.say('Will it hurt?')
    await patient.choose('pass-on')
    const [question] = (await clinic.desk.look(story.performer, id))?.questions ?? []
    const reply = { type: 'reply', question: question?.id, words: 'A little, and we can numb it.' }
    await story.doAct(clinic, id, reply)
    expect((await patient.last())?.text).to.include('A little, and we can numb it.')
    await patient.choose('not-settled')
    expect((await clinic.desk.look(story.performer, id))?.questions[0]).to.include({
      settled: false,
    })
    await story.doAct(clinic, id, { ...reply, words: 'Most people say it stings.' })
    await patient.choose('settled')
    expect((await clinic.desk.look(story.performer, id))?.questions[0]).to.include({
      settled: true,
    })
  })

  it('as an open question blocks consent', async () => {
    const clinic = openClinic()
    const { id, patient } = await story.readyToSign(clinic)
    await patient.say('Will it hurt?')
    await patient.choose('pass-on')
    const link = await clinic.desk.makeLink(story.performer, id, 'sign')
    expect(link).to.include({ ok: false })
  })

  it('of unsureness or refusal never reads as yes', async () => {
    for (const words of [
      'not sure',
      'I do not agree',
      'maybe',
      'no problem',
      'yes?',
      'I guess so',
    ]) {
      const clinic = openClinic()
      const { id, room } = await inTheRoom(clinic)
      await room.say(words)
      const content = (await room.question())?.content
      expect(content, words).to.be.oneOf(['consultation/pass-on', 'consent-signature/statement'])
      expect(await story.factOf(clinic, id, 'signature')).to.equal(undefined)
    }
  })

  it('cannot sign: only the explicit action does', async () => {
    const clinic = openClinic()
    const { id, room } = await inTheRoom(clinic)
    await room.choose('i-agree-with-this')
    await room.choose('go-on')
    for (const text of ['Sam Example', 'I consent', 'yes']) await room.say(text)
    expect(await story.factOf(clinic, id, 'signature')).to.equal(undefined)
    await room.choose('leave-it')
    await room.answer({ name: 'Sam Example', agreed: false })
    expect(await story.factOf(clinic, id, 'signature')).to.equal(undefined)
  })
})

describe('an answer', () => {
  it('to a question that has gone gets the question that is asked now, with the reason', async () => {
    const clinic = openClinic()
    const patient = await story.enquire(clinic, ['go-on'])
    const old = (await patient.question())?.id
    await patient.choose('understood')
    await patient.send({ value: { question: old, choice: 'understood' } })
    expect((await patient.question())?.content).to.equal('welcome/help-needed')
    const said = await clinic.sittings.activities(patient.claim, 0)
    expect(said?.at(-2)?.message.text).to.include('answered')
  })

  it('repeated with its key gets the same reply and is taken once', async () => {
    const clinic = openClinic()
    const patient = await story.enquire(clinic, ['go-on'])
    const question = (await patient.question())?.id
    const first = await patient.send({ value: { question, choice: 'understood' } }, 'once')
    const again = await patient.send({ value: { question, choice: 'understood' } }, 'once')
    expect(again).to.deep.equal(first)
    const heads = await clinic.store.heads(await patient.consultation())
    expect(heads.open).to.equal(3)
  })

  it('under a key that was used for another message is refused', async () => {
    const clinic = openClinic()
    const patient = await story.enquire(clinic, ['go-on'])
    const question = (await patient.question())?.id
    await patient.send({ value: { question, choice: 'understood' } }, 'once')
    const other = await patient.send({ value: { question, choice: 'tell-me-more' } }, 'once')
    expect(other).to.deep.equal({ ok: false, why: 'other-body' })
  })

  it('sent twenty times at once is taken once', async () => {
    const clinic = openClinic()
    const patient = await story.enquire(clinic, ['go-on'])
    const question = (await patient.question())?.id
    const send = () => patient.send({ value: { question, choice: 'understood' } }, 'once')
    await Promise.all(Array.from({ length: 20 }, send))
    expect((await clinic.store.heads(await patient.consultation())).open).to.equal(3)
  })
})

describe('a request for a person', () => {
  it('waits at the desk until somebody attends to it', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    await patient.send({ value: { command: 'help-now' } })
    const [item] = await clinic.desk.queue(staff('reception'))
    expect(item).to.include({ kind: 'help-now', urgent: true })
    const view = await clinic.desk.look(staff('reception'), id)
    const attend = { type: 'attend', request: view?.wanted[0]?.id }
    await story.doAct(clinic, id, attend, staff('reception'))
    const kinds = (await clinic.desk.queue(staff('reception'))).map(({ kind }) => kind)
    expect(kinds).not.to.include('help-now')
  })
})

async function inTheRoom(clinic: ReturnType<typeof openClinic>) {
  const { id } = await story.readyToSign(clinic)
  return { id, room: await story.openRoom(clinic, id) }
}
