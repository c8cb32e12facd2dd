import { expect } from 'chai'
import { openClinic, type OpenClinic, patientAt, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const reception = staff('reception')
const FILLER = { treatmentClass: 'filler', treatmentName: 'Dermal filler' }
const LASER = { treatmentClass: 'laser', treatmentName: 'Laser hair removal' }

const invited = (clinic: OpenClinic, birthDate: string, treatment: object = FILLER) =>
  clinic.desk.invite(reception, { name: 'Robin Small', birthDate, ...treatment })

const kindsAndWords = async ({ desk }: OpenClinic, by = reception) =>
  (await desk.queue(by)).map(({ kind, what }) => [kind, what])

describe('somebody young who is invited', () => {
  it('is refused under 16, and whoever invited them is told so at once', async () => {
    const made = await invited(openClinic(), '2016-05-05')
    expect(made.young).to.deep.equal({ refused: true, person: 'Farida Lyle', least: 18 })
    expect(made.said).to.include('too young by that date').and.not.include('Invited')
  })

  it('is for a named person at 16 and 17, and whoever invited them learns what is refused', async () => {
    const clinic = openClinic()
    const filler = await invited(clinic, '2009-05-05')
    expect(filler.young).to.deep.equal({ refused: false, person: 'Farida Lyle', least: 18 })
    const laser = await invited(clinic, '2009-05-05', LASER)
    expect(laser.young).to.deep.equal({ refused: false, person: 'Farida Lyle' })
    expect((await invited(clinic, '1990-05-05')).young).to.equal(undefined)
    expect(await kindsAndWords(clinic, staff('safeguarding'))).to.deep.equal([
      ['young-person', '16 or 17 by the date of birth: for Farida Lyle'],
      ['young-person', '16 or 17 by the date of birth: for Farida Lyle'],
    ])
  })

  it('was told nothing while nobody has opened the link, and what waits does not say so', async () => {
    const clinic = openClinic()
    const { secret } = await invited(clinic, '2016-05-05')
    const waits = [['refused-for-age', BY_STAFF]]
    expect(await kindsAndWords(clinic)).to.deep.equal(waits)
    const claim = await clinic.sittings.redeem(secret ?? '', 'widget')
    if (!claim) throw new Error('no link')
    const patient = patientAt(clinic, claim)
    await patient.answer('2016-05-05')
    expect((await patient.last())?.text).to.include('If the date is not right, ring the clinic')
    expect(await kindsAndWords(clinic)).to.deep.equal(waits)
  })

  it('was told at once who said their age in the chat', async () => {
    const clinic = openClinic()
    await story.untilAge(clinic, '2014-02-02')
    expect(await kindsAndWords(clinic)).to.deep.equal([
      ['refused-for-age', 'Told that they are too young: may ring for Farida Lyle'],
    ])
    const other = openClinic()
    await (await story.untilAge(other, '2009-05-05')).choose('rather-not-say')
    expect(await kindsAndWords(other, staff('safeguarding'))).to.deep.equal([
      ['young-person', 'Says they are 16 or 17: for Farida Lyle'],
    ])
  })
})

const BY_STAFF =
  'Too young by the date of birth that staff gave: ' +
  'told when they open the chat, and may ring for Farida Lyle'
