import { expect } from 'chai'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const END = { type: 'end' }

describe('ending a consultation', () => {
  it('is for those who treat and for the administrator, never for the front desk', async () => {
    const clinic = openClinic()
    const id = await (await story.enquired(clinic)).consultation()
    for (const role of ['reception', 'safeguarding', 'auditor'] as const) {
      const done = await clinic.desk.act(staff(role), id, END)
      expect(done.ok, role).to.equal(false)
      expect((await clinic.desk.look(staff(role), id))?.offers, role).not.to.include('end')
    }
    expect(await clinic.desk.look(story.performer, id)).to.include({ state: 'active' })
    expect(await clinic.desk.act(staff('administrator'), id, END)).to.include({ ok: true })
    expect(await clinic.desk.look(story.performer, id)).to.include({ state: 'ended' })
  })

  it('is refused once consent was given, by whoever asks', async () => {
    const clinic = openClinic()
    const { id } = await story.consented(clinic)
    for (const by of [story.performer, staff('administrator')]) {
      expect((await clinic.desk.act(by, id, END)).said).to.include('consent was given')
    }
    expect(await clinic.desk.look(story.performer, id)).to.include({ state: 'active' })
  })

  it('is open a moment before consent, when it is only signed', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    await story.sign(clinic, id)
    expect(await clinic.desk.act(story.performer, id, END)).to.include({ ok: true })
  })

  it('is open again in aftercare, where nothing is left to be withdrawn', async () => {
    const clinic = openClinic()
    const { id } = await story.consented(clinic)
    clinic.clocks.set('2026-12-01T10:00:00.000Z')
    await story.say(clinic, id, 'reconfirmation', 'nothing-changed', 'yes')
    expect(await story.stageOf(clinic, id)).to.equal('aftercare')
    expect(await clinic.desk.act(story.performer, id, END)).to.include({ ok: true })
  })
})
