import { expect } from 'chai'
import { openClinic, patientAt } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

describe('a visitor', () => {
  it('is told who reads the answers, and what they are at the clinic', async () => {
    const clinic = openClinic()
    const [first] = await clinic.sittings.visitor(patientAt(clinic).claim)
    expect(first?.message.text).to.include(
      'go to Nadia Okafor, nurse prescriber at the clinic, and to the',
    )
  })
})

describe('a visitor who wants a person', () => {
  it('is told to ring, and that nobody can contact them', async () => {
    const said = await toldTo({ value: { command: 'ask-for-a-person' } })
    expect(said).to.include('ring 020 7946 0101').and.include('nobody can contact you')
    expect(said).not.to.include('999')
  })

  it('gets help at once when it is help that they write', async () => {
    expect(await toldTo({ text: 'help' })).to.include('please ring 999')
  })

  it('is not left without the net when software understands nothing', async () => {
    const said = await toldTo({ text: 'I can’t go on like this' })
    expect(said).to.include('Nobody has read it').and.include('Samaritans on 116 123')
  })

  async function toldTo(message: object) {
    const patient = patientAt(openClinic())
    const taken = await patient.send(message)
    return taken.ok ? taken.activities[1]?.message.text : undefined
  }
})

describe('somebody who signs', () => {
  it('reads what is planned, hands the device back, and finds it on record later', async () => {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    const room = await story.openRoom(clinic, id)
    expect((await room.last())?.text).to.include(
      'The day is 1 December 2026.\nThe place is Larkfield, main rooms.\nThe product is Filler.',
    )
    for (const choice of ['i-agree-with-this', 'go-on']) await room.choose(choice)
    expect((await room.last())?.text).to.include('Dermal filler. Nadia Okafor will do it.')
    await room.answer({ name: 'Sam Example', agreed: true })
    expect((await room.last())?.text).to.include('You have signed. Please hand this back')
    await story.takeConsent(clinic, id)
    const later = await story.comesBack(clinic, id)
    expect((await later.last())?.text).to.match(/^It is on record that you agreed/)
  })
})
