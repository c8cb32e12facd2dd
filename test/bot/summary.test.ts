import { expect } from 'chai'
import { IN_PERSON } from '../../bot/retention/access.ts'
import { openClinic, type OpenClinic, patientAt, staff } from '../support/clinic.ts'
import { openPrivately } from '../support/private.ts'
import * as story from '../support/stories.ts'
import { alike } from '../support/twice.ts'
import { shown, titled, wants } from './summary.ts'

const reception = staff('reception')
const auditor = staff('auditor')

const waiting = async ({ desk }: OpenClinic, by = story.performer) =>
  (await desk.queue(by)).filter(({ what }) => /summary/i.test(what)).map(({ what }) => what)

describe('the summary of what was talked about', function () {
  this.timeout(30_000)

  it('has what was told, what was decided by whom and why, what was asked, and what was shown', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    const page = await shown(clinic, id)
    expect(titled(page, 'summary-told')).to.include('Your full name').and.include('Sam Example')
    expect(titled(page, 'summary-decided'))
      .to.include('Nadia Okafor, performer')
      .and.include('A small treatment for a wish held for years.')
    expect(titled(page, 'summary-showed'))
      .to.include('Now the serious risks of Dermal filler')
      .and.include('About the treatment: Dermal filler')
    expect(page.from).to.include(IN_PERSON)
  })

  it('has each question that the patient asked, with the words it was answered in', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    await patient.say('Will it hurt?')
    await patient.choose('pass-on')
    const id = await patient.consultation()
    const open = titled(await shown(clinic, id), 'summary-questions')
    expect(open).to.include('Will it hurt?').and.include('not answered this yet')
    const [question] = (await clinic.desk.look(story.performer, id))?.questions ?? []
    const words = 'A little, for a moment.'
    await story.doAct(clinic, id, { type: 'reply', question: question?.id, words })
    expect(titled(await shown(clinic, id), 'summary-questions')).to.include(words)
  })

  it('asks each time who can see the screen, also of somebody who reads everything here', async () => {
    const clinic = openClinic()
    const { patient, id } = await story.readyToSign(clinic)
    expect((await patient.last())?.summary).to.equal(undefined)
    await patient.say('summary')
    const { question, text } = (await patient.last()) ?? {}
    expect(question?.content).to.equal('consultation/summary')
    expect(text).to.include('Somebody may look at this screen')
    expect(await clinic.sittings.summary(patient.claim)).to.equal(undefined)
    await patient.choose('show-it-here')
    expect((await patient.last())?.summary).to.equal(true)
    const elsewhere = await story.comesBack(clinic, id)
    expect((await elsewhere.last())?.summary).to.equal(undefined)
    expect(await clinic.sittings.summary(elsewhere.claim)).to.equal(undefined)
  })

  it('can be asked for wherever somebody stands: paused, withdrawn, declined, too young, at the end', async () => {
    const stands: Record<string, (clinic: OpenClinic, id: string) => Promise<unknown>> = {
      paused: (clinic, id) => story.doAct(clinic, id, { type: 'pause' }),
      withdrawn: (clinic, id) =>
        story.doAct(clinic, id, { type: 'withdraw', 'on-word-of-patient': true }, reception),
      refused: (clinic, id) => story.doAct(clinic, id, { type: 'decline', reason: 'A reason.' }),
      ended: (clinic, id) => story.doAct(clinic, id, { type: 'end' }),
    }
    const asked = new Set<string | undefined>()
    for (const [state, bring] of Object.entries(stands)) {
      const clinic = openClinic()
      const patient = await story.enquired(clinic)
      await bring(clinic, await patient.consultation())
      await patient.send({ value: { command: 'summary' } })
      asked.add((await patient.last())?.text)
      await patient.choose('show-it-here')
      expect((await patient.last())?.state, state).to.equal(state)
      expect(await clinic.sittings.summary(patient.claim), state).to.be.an('object')
    }
    const child = await story.untilAge(openClinic(), '2014-02-02')
    await child.send({ value: { command: 'summary' } })
    asked.add((await child.last())?.text)
    expect(asked.size, 'in the same words for everybody').to.equal(1)
  })

  it('gives back the question that it came between, and loses no answer', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const before = await patient.last()
    await wants(patient, 'no-summary')
    const after = await patient.last()
    expect(after?.question).to.deep.equal(before?.question)
    expect(after?.answers).to.deep.equal(before?.answers)
  })

  it('is the same, but for ids and times, whatever was said in private', async () => {
    const seen = new Set<string>()
    for (const said of ['safe', 'not-safe']) {
      const clinic = openPrivately()
      const patient = await story.enquire(clinic, story.WELCOME)
      await patient.answer(said)
      await wants(patient, 'show-it-here')
      const page = await clinic.sittings.summary(patient.claim)
      seen.add(alike(page))
      expect(JSON.stringify(page)).not.to.match(/How are you|I am fine|I am not"|aside/)
    }
    expect(seen.size).to.equal(1)
  })

  it('says nothing of the private part, nor who was there, nor what the performer found of it', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    const said = JSON.stringify((await shown(clinic, id)).sections)
    expect(said).not.to.match(/with you|on my own|a part just for you|own wish/i)
    const record = JSON.stringify(await clinic.desk.records(auditor, id))
    expect(record).to.match(/A part just for you|Whether somebody is with you/)
  })

  it('does not say how somebody can be reached safely: whoever finds it would know', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const page = JSON.stringify(await shown(clinic, await patient.consultation()))
    expect(page).to.include('Sam Example').and.not.include('020 7946 0999')
    expect(page).not.to.match(/phone call/i)
  })

  it('has only what was said in this chat, where nobody gave a date of birth at a door', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    await story.doAct(clinic, id, { type: 'propose', class: 'filler', name: 'Dermal filler' })
    await wants(patient, 'show-it-here')
    const here = JSON.stringify(await clinic.sittings.summary(patient.claim))
    expect(here).to.include('Sam Example').and.not.include('filler')
    expect(JSON.stringify(await shown(clinic, id))).to.include('Dermal filler')
  })

  it('is in the clinic’s book once for each version that was seen, with its digest', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    await wants(patient, 'show-it-here')
    const first = await clinic.sittings.summary(patient.claim)
    await clinic.sittings.summary(patient.claim)
    const given = async () =>
      (await clinic.book.entries()).flatMap(({ act }) => (act.type === 'gave' ? [act] : []))
    expect((await given()).map(({ what, digest }) => [what, digest])).to.deep.equal([
      ['summary', first?.digest],
    ])
    await patient.choose('yes')
    await clinic.sittings.summary(patient.claim)
    expect(await given()).to.have.lengthOf(2)
  })

  it('on paper waits for somebody who may read it; reception learns that one is wanted and no more', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    await wants(patient, 'on-paper-at-the-clinic')
    expect((await patient.last())?.summary).to.equal(undefined)
    expect(await waiting(clinic)).to.deep.equal([
      'Make the summary that they asked for, and put it in their hand',
    ])
    expect(await waiting(clinic, reception)).to.deep.equal([
      'A summary is wanted: a practitioner makes it',
    ])
    const { ok, page } = await clinic.desk.summary(story.performer, id)
    expect({ ok, way: page?.way }).to.deep.equal({ ok: true, way: 'on-paper-at-the-clinic' })
    expect(await waiting(clinic)).to.deep.equal([])
    const [last] = (await clinic.desk.records(auditor, id))?.records.slice(-1) ?? []
    expect(last?.event).to.equal('Made the summary for the patient')
    expect(await clinic.desk.records(auditor, id)).to.include({ verified: true })
  })

  it('is made at the desk by nobody who may not read all that it holds, and not of restricted records', async () => {
    const clinic = openClinic()
    const id = await (await story.enquired(clinic)).consultation()
    for (const role of ['reception', 'administrator'] as const)
      expect(await clinic.desk.summary(staff(role), id), role).to.include({ ok: false })
    expect(await clinic.desk.act(story.performer, id, { type: 'summary' })).to.include({
      ok: false,
    })
    const lead = staff('safeguarding')
    const reason = 'The patient says that they are wrong.'
    await clinic.desk.keep(lead, id, { type: 'restrict', reason })
    const { ok, said } = await clinic.desk.summary(story.performer, id)
    expect(ok).to.equal(false)
    expect(said).to.include('restricted')
  })

  it('is not made after all, when the patient says so before it is', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    await wants(patient, 'by-email')
    expect(await waiting(clinic, reception)).to.have.lengthOf(1)
    await wants(patient, 'no-summary')
    expect(await waiting(clinic, reception)).to.deep.equal([])
  })

  it('is not there for a visitor of whom nothing is kept, nor at a closed door, nor after the end', async () => {
    const clinic = openClinic()
    const visitor = patientAt(clinic)
    await visitor.say('summary')
    expect((await visitor.last())?.question?.content).to.equal('welcome/hello')
    expect(await clinic.sittings.summary(visitor.claim)).to.equal(undefined)
    const patient = await story.enquired(clinic)
    await wants(patient, 'show-it-here')
    await clinic.sittings.end(patient.claim)
    expect(await clinic.sittings.summary(patient.claim)).to.equal(undefined)
  })
})
