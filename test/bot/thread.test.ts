import { expect } from 'chai'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

describe('the thread', () => {
  it('goes from a first message to a recorded consent, through every gate, to its end', async () => {
    const clinic = openClinic()
    const { id } = await story.consented(clinic)
    expect(await story.factOf(clinic, id, 'consent-taken-at')).to.be.a('string')
    expect(await clinic.desk.records(story.performer, id)).to.include({ verified: true })

    clinic.clocks.set('2026-12-01T10:00:00.000Z')
    await story.decidesAll(clinic, id)
    expect(await story.stageOf(clinic, id)).to.equal('aftercare')
    await story.answersAll(clinic, await story.comesBack(clinic, id))
    expect((await clinic.desk.look(story.performer, id))?.state).to.equal('ended')
    expect(await clinic.desk.records(story.performer, id)).to.include({ verified: true })
  })

  it('can be left by telephone after consent', async () => {
    const clinic = openClinic()
    const { id } = await story.consented(clinic)
    await clinic.desk.act(staff('reception'), id, { type: 'withdraw', 'on-word-of-patient': true })
    expect((await clinic.desk.look(story.performer, id))?.state).to.equal('withdrawn')
  })
})
