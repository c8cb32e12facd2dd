import { expect } from 'chai'
import { decide, openClinic, type PatientAt, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const { performer } = story

describe('a GP whom the patient would rather not have asked', () => {
  it('is talked about once, encouraged once, and then left', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const asked: string[] = []
    for (const choice of ['no', 'rather-not-say', 'still-no']) {
      asked.push((await patient.question())?.content ?? '')
      await patient.choose(choice)
    }
    expect(asked).to.deep.equal([
      'gp-contact/permission',
      'gp-contact/reason',
      'gp-contact/encouraged',
    ])
    expect((await patient.question())?.content).not.to.match(/^gp-contact/)
    expect((await patient.last())?.state).to.equal('active')
  })

  for (const said of ['ok', 'Okay.', 'ok then', 'fine']) {
    it(`is not asked because of "${said}", which may be about being told more`, async () => {
      const clinic = openClinic()
      const patient = await story.enquired(clinic)
      for (const choice of ['no', 'rather-not-say']) await patient.choose(choice)
      await patient.say(said)
      expect((await patient.question())?.content).to.equal('consultation/pass-on')
      await patient.choose('leave-it')
      expect((await patient.question())?.content).to.equal('gp-contact/encouraged')
      const granted = await story.factOf(clinic, await patient.consultation(), 'gp-permission')
      expect(granted).to.equal(undefined)
    })
  }

  it('may be asked after all when the patient says yes to just that', async () => {
    const patient = await story.enquired(openClinic())
    for (const choice of ['no', 'rather-not-say']) await patient.choose(choice)
    await patient.say('Yes')
    expect((await patient.question())?.content).to.equal('gp-contact/practice')
  })

  it('does not stop the practitioner who weighs it and has the history from elsewhere', async () => {
    const clinic = openClinic()
    const { id } = await atTheDesk(clinic, story.refuseGp)
    await story.say(clinic, id, 'gp-weighing', 'needed', ['Takes blood thinners.'], 'none-found')
    await story.say(clinic, id, 'gp-weighing', ['Small risk, told her so.'], 'go-on')
    await story.say(clinic, id, 'gp-weighing', 'adequate', ['Boxes seen.'])
    expect(await story.factOf(clinic, id, 'history-adequate')).to.equal('Yes')
  })

  it('ends it where an interaction is possible: refusal never counts as a reply', async () => {
    const clinic = openClinic()
    const { id } = await atTheDesk(clinic, story.refuseGp)
    await story.say(clinic, id, 'gp-weighing', 'needed', ['Takes blood thinners.'], 'possible')
    const view = await clinic.desk.look(performer, id)
    const choices = view?.prompts.find(({ pathway }) => pathway.startsWith('gp-weighing'))?.question
    expect(choices?.choices.map((choice) => choice.id)).not.to.include('go-on')
  })
})

describe('a GP who does not answer', () => {
  it('is waited for, however often and however long: silence is never yes', async () => {
    const clinic = openClinic()
    const { id } = await atTheDesk(clinic, story.allowGp)
    await story.say(clinic, id, 'gp-weighing', 'needed', ['Takes blood thinners.'], 'possible')
    for (const days of [1, 30, 365]) {
      clinic.clocks.set(new Date(Date.UTC(2026, 10, 24 + days)).toISOString())
      await clinic.round()
      await decide(clinic, id, performer, 'gp-weighing', 'no-reply-yet')
    }
    expect(await story.factOf(clinic, id, 'gp-reply')).to.equal(undefined)
    const gates = (await clinic.desk.look(performer, id))?.gates
    expect(gates?.find(({ gate }) => gate === 'interactions-checked')).to.include({ met: false })
  })

  it('lets it go on when the answer is positive, with who gave it', async () => {
    const clinic = openClinic()
    const { id } = await atTheDesk(clinic, story.allowGp)
    await story.say(
      clinic,
      id,
      'gp-weighing',
      'needed',
      ['Blood thinners.'],
      'possible',
      'positive',
    )
    await story.say(clinic, id, 'gp-weighing', ['Dr Example, by letter of 20 November.'])
    await story.say(clinic, id, 'gp-weighing', 'adequate', ['The letter.'])
    expect(await story.factOf(clinic, id, 'gp-reply')).to.equal('Positive')
  })
})

describe('a practitioner’s decline', () => {
  it('shows the patient the same page whatever its reason, and the open stream the same words', async () => {
    const pages = new Set<string>()
    const acts = new Set<string>()
    for (const reason of ['No benefit.', 'I suspect that somebody presses her.']) {
      const clinic = openClinic()
      const { id, patient } = await atTheDesk(clinic, story.refuseGp)
      await story.doAct(clinic, id, { type: 'decline', reason })
      pages.add((await patient.last())?.text ?? '')
      const page = await clinic.desk.records(performer, id)
      acts.add(page?.records.at(-1)?.event ?? '')
      expect(JSON.stringify(page)).not.to.include(reason)
    }
    expect(pages.size).to.equal(1)
    expect([...acts]).to.deep.equal(['Declined, by a practitioner'])
  })

  it('keeps its reason where safeguarding can read it', async () => {
    const clinic = openClinic()
    const { id } = await atTheDesk(clinic, story.refuseGp)
    await story.doAct(clinic, id, { type: 'decline', reason: 'Not in her interest.' })
    const view = await clinic.desk.look(staff('safeguarding'), id)
    expect(view?.declines[0]).to.include({ reason: 'Not in her interest.' })
    expect((await clinic.desk.look(performer, id))?.declines).to.deep.equal([])
    expect((await clinic.desk.look(staff('reception'), id))?.declines).to.deep.equal([])
  })
})

async function atTheDesk(
  clinic: ReturnType<typeof openClinic>,
  answerGp: (patient: PatientAt) => Promise<void>,
) {
  const patient = await story.enquired(clinic)
  const id = await patient.consultation()
  await answerGp(patient)
  await story.answersAll(clinic, patient)
  await story.prepare(clinic, id)
  await story.checkAge(clinic, id)
  return { id, patient }
}
