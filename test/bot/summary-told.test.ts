import { expect } from 'chai'
import { createCases } from '../../bot/cases.ts'
import { summaryOf } from '../../bot/summary/page.ts'
import { openClinic, shipped } from '../support/clinic.ts'
import * as story from '../support/stories.ts'
import { shown, titled, wants } from './summary.ts'

describe('what the summary says that was told, decided and asked', function () {
  this.timeout(30_000)

  it('has what brought somebody and what they hope for in their words, not that they confirmed them', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    const told = titled(await shown(clinic, id), 'summary-told')
    expect(told).to.include('["What brings you to us","I would like to talk about lines')
    expect(told).to.include('["What you hope for","I am not sure yet"]')
    expect(told).not.to.include('leave it as it is')
  })

  it('has the first words and the new ones, where somebody said it anew', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    await story.refuseGp(patient)
    await story.answersAll(clinic, patient, {}, 'pre-consultation/reason')
    await patient.choose('changed')
    await patient.answer('My wedding is in May.')
    const told = titled(await shown(clinic, await patient.consultation()), 'summary-told')
    expect(told).to.include('["What brings you to us","I would like to talk about lines')
    expect(told).to.include('["What brings you to us, in new words","My wedding is in May."]')
    expect(told).not.to.include('I want to say it in new words')
  })

  it('has of two plans only the one that stands', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    await story.doAct(clinic, id, { type: 'plan', plan: { ...story.PLAN, product: 'Filler B' } })
    const decided = titled(await shown(clinic, id), 'summary-decided') ?? ''
    expect(decided.match(/Planned the treatment/g)).to.have.lengthOf(1)
    expect(decided).to.include('Product: Filler B').and.not.include('Product: Filler;')
  })

  it('has in the copy of a sitting what was asked in it, and neither replies nor what another asked', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    await patient.say('Will it hurt?')
    await patient.choose('pass-on')
    const [question] = (await clinic.desk.look(story.performer, id))?.questions ?? []
    const words = 'A little, for a moment.'
    await story.doAct(clinic, id, { type: 'reply', question: question?.id, words })
    await patient.choose('settled')
    await wants(patient, 'show-it-here')
    const own = await clinic.sittings.summary(patient.claim)
    if (!own) throw new Error('there is no summary')
    expect(titled(own, 'summary-questions')).to.include('Will it hurt?')
    expect(JSON.stringify(own)).not.to.include(words)
    const cases = createCases(clinic.parts)
    const found = await cases.find(id)
    if (!found) throw new Error('there is no consultation')
    const payloads = await cases.payloads(id)
    const other = summaryOf(shipped, found.now, payloads, { onlySitting: 'another' })
    expect(JSON.stringify(other)).not.to.include('Will it hurt?')
  })
})
