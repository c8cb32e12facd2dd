import { expect } from 'chai'
import { createMemoryPlace } from '../../../adapters/memory/place.ts'
import { openClinic, shipped } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { words } from '../teams/journey.ts'
import { mailFor, somethingWaits } from './house.ts'
import { headerOf, openSmtp, type Smtp, wordsOf } from './server.ts'

const CASE_WAITS = shipped.catalogue.get('consultation/case-waits')

let smtp: Smtp

/** A server of its own for each test here, and for none elsewhere. */
function serveEach(): void {
  beforeEach(async () => {
    smtp = await openSmtp()
  })
  afterEach(() => smtp.close())
}

const toNadia = () => smtp.received.filter((mail) => mail.to === 'nadia@clinic.example')

describe('a mail to staff', () => {
  serveEach()

  it('says that a case waits at the desk, to each who could see to it, and nothing of it', async () => {
    const clinic = openClinic({ words })
    await somethingWaits(clinic)
    await mailFor(clinic, smtp).round()
    expect(smtp.received.map((mail) => mail.to)).to.include('nadia@clinic.example')
    const said = `${CASE_WAITS.body}\n\nhttps://candour.clinic.example/desk`
    for (const mail of smtp.received) {
      expect([headerOf(mail, 'Subject'), wordsOf(mail)]).to.deep.equal([
        ...['A case waits for you', said],
      ])
    }
  })

  it('is one for several tasks, never two for the same, and another for another', async () => {
    const clinic = openClinic({ words })
    const mail = mailFor(clinic, smtp)
    await somethingWaits(clinic)
    await somethingWaits(clinic)
    await Promise.all([mail.round(), mail.round()])
    await mail.round()
    expect(toNadia()).to.have.lengthOf(1)
    await somethingWaits(clinic)
    await mail.round()
    expect(toNadia()).to.have.lengthOf(2)
  })

  it('is one, though two processes look after one store at once', async () => {
    const clinic = openClinic({ words })
    await somethingWaits(clinic)
    const place = createMemoryPlace()
    const both = [1, 2].map(() => mailFor(clinic, smtp, undefined, place))
    await Promise.all(both.map((mail) => mail.round()))
    expect(toNadia()).to.have.lengthOf(1)
    expect(both.flatMap(({ failed }) => failed)).to.deep.equal([])
  })

  it('is not for what was seen to before it could be sent', async () => {
    const clinic = openClinic({ words })
    const id = await somethingWaits(clinic)
    await story.doAct(clinic, id, { type: 'withdraw', 'on-word-of-patient': true })
    await mailFor(clinic, smtp).round()
    expect(toNadia()).to.deep.equal([])
  })

  it('comes six times on one day at most, and again on the next', async () => {
    const clinic = openClinic({ words, at: '2026-11-23T10:00:00.000Z' })
    const mail = mailFor(clinic, smtp)
    for (let cases = 0; cases < 8; cases += 1) {
      await somethingWaits(clinic)
      await mail.round()
    }
    expect(toNadia()).to.have.lengthOf(6)
    story.wait(clinic, 24)
    await mail.round()
    expect(toNadia()).to.have.lengthOf(7)
  })
})
