import { expect } from 'chai'
import { openClinic, patientAt } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

describe('signing', () => {
  it('is for whoever came by the code in the room; a link of another day reads and signs nothing', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    await story.openRoom(clinic, id)
    const elsewhere = await story.comesBack(clinic, id)
    expect((await elsewhere.question())?.content).to.equal('consent-signature/statement')
    for (const choice of ['i-agree-with-this', 'not-today']) {
      await elsewhere.choose(choice)
      expect((await elsewhere.question())?.content, choice).to.equal('consent-signature/statement')
    }
    expect(await story.factOf(clinic, id, 'signature')).to.equal(undefined)
  })

  it('takes the date of birth as well as the code', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    const link = await clinic.desk.makeLink(story.performer, id, 'sign')
    const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
    if (!claim) throw new Error(link.said)
    const room = patientAt(clinic, claim)
    await room.choose('i-agree-with-this')
    await room.answer({ name: 'Sam Example', agreed: true })
    expect(await room.last()).to.include({ state: 'door' })
    expect(await story.factOf(clinic, id, 'signature')).to.equal(undefined)
    await room.answer('1990-04-03')
    await room.choose('i-agree-with-this')
    await room.choose('go-on')
    await room.answer({ name: 'Sam Example', agreed: true })
    expect(await story.factOf(clinic, id, 'signature')).to.include('Sam Example')
  })

  it('goes on record with how the room was entered', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    await story.sign(clinic, id)
    const records = (await clinic.desk.records(story.performer, id))?.records ?? []
    const signed = records.find(({ transitions }) => transitions.some(({ to }) => to === 'signed'))
    expect(signed).to.include({ assurance: 'room-link-and-birth-date', channel: 'widget' })
  })
})
