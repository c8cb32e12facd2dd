import { expect } from 'chai'
import { openClinic } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const EXIT = { value: { command: 'exit' } } as const

describe('the command exit', () => {
  it('ends the sitting at once, and records and asks nothing', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    const before = await clinic.store.heads(id)
    const heard: unknown[] = []
    clinic.sittings.listen(patient.claim.sitting, (told) => heard.push(told))
    expect(await patient.send(EXIT)).to.deep.equal({ ok: true, activities: [] })
    expect(heard).to.deep.equal(['ended'])
    expect(await clinic.store.heads(id)).to.deep.equal(before)
    expect((await clinic.desk.look(story.performer, id))?.wanted).to.deep.equal([])
    expect(await patient.send({ text: 'yes' })).to.deep.equal({ ok: false, why: 'gone' })
    expect(await clinic.sittings.activities(patient.claim, 0)).to.equal(undefined)
  })

  it('from a visitor keeps nothing', async () => {
    const clinic = openClinic()
    const patient = await story.enquire(clinic, [])
    await patient.say('will it hurt?')
    await patient.send(EXIT)
    expect(await clinic.store.consultations('demo')).to.deep.equal([])
    expect(await patient.send({ text: 'yes' })).to.deep.equal({ ok: false, why: 'gone' })
  })
})

describe('a visitor’s message', () => {
  it('that comes twice is answered once', async () => {
    const patient = await story.enquire(openClinic(), [])
    const first = await patient.send({ text: 'will it hurt?' }, 'once')
    expect(await patient.send({ text: 'will it hurt?' }, 'once')).to.deep.equal(first)
  })

  it('under a key that was used for another message is refused', async () => {
    const patient = await story.enquire(openClinic(), [])
    await patient.send({ text: 'will it hurt?' }, 'once')
    expect(await patient.send({ text: 'how long does it take?' }, 'once')).to.deep.equal({
      ok: false,
      why: 'other-body',
    })
  })
})

describe('somebody who stopped for now', () => {
  it('is welcomed back; somebody who carries on at once is not told that they were away', async () => {
    const patient = await story.enquired(openClinic())
    await patient.say('stop')
    const at = await patient.choose('carry-on')
    expect(JSON.stringify(at)).not.to.include('Welcome back')
    await patient.say('stop')
    await patient.choose('stop-for-now')
    const later = await patient.choose('carry-on')
    expect(JSON.stringify(later)).to.include('Welcome back')
    expect((await patient.question())?.content).to.equal('gp-contact/permission')
  })
})
