import { expect } from 'chai'
import { demoClinic, openClinic, patientAt } from '../../support/clinic.ts'
import { answersAll } from '../../support/stories.ts'
import { settings, visitor } from './fake.ts'

/** A desk in front of the real engine, with a patient who waits to be seen. */
async function opened(person = 'nadia-okafor', role = 'performer') {
  const clinic = openClinic()
  const patient = patientAt(clinic)
  for (const choice of ['go-on', 'understood', 'no-help-needed']) await patient.choose(choice)
  await patient.answer('1990-04-03')
  await patient.choose('right')
  await patient.answer('Sam Example')
  await patient.choose('same')
  await patient.choose('at-the-clinic-only')
  await patient.answer('Lines around my mouth.')
  await patient.choose('not-sure-yet')
  for (const choice of ['no', 'rather-not-say', 'still-no']) await patient.choose(choice)
  await answersAll(clinic, patient)

  const people = demoClinic.people.map(({ id, name, roles }) => ({ id, name, roles }))
  const who = visitor(settings(clinic.desk, { people, clocks: clinic.clocks }))
  await who.signIn(person, role)
  const token = await who.token()
  const path = `/desk/c/${await patient.consultation()}`
  return {
    page: async (rest = '') => String((await who.get(path + rest)).body),
    act: async (act: string, fields: Record<string, string> = {}) =>
      (await who.post(`${path}/act`, { token, act, ...fields })).status,
    invite: (fields: Record<string, string>) => who.post('/desk/invite', { token, ...fields }),
  }
}

const PLAN = {
  ...{ performer: 'nadia-okafor', premises: 'larkfield-main', product: 'Filler' },
  ...{ 'date-day': '1', 'date-month': '12', 'date-year': '2026' },
}

describe('the desk in front of the real engine', () => {
  it('takes a consultation from a team to a first decision', async () => {
    const { page, act } = await opened()
    expect(await act('assign', { member: 'performer/nadia-okafor' })).to.equal(303)
    expect(await act('propose', { treatment: 'filler/Dermal filler' })).to.equal(303)
    expect(await act('plan', PLAN)).to.equal(303)
    expect(await act('stand-in', { gates: 'chaperone-offered' })).to.equal(303)
    const [, open = '', ask = ''] =
      /name="open" value="(age-check#\d+)"[\s\S]*?name="ask" value="(\d+)"/.exec(await page()) ?? []
    expect(await act('answer', { open, ask, event: 'passport', kind: 'choice' })).to.equal(303)
    expect(await act('answer', { open, ask, event: 'passport', kind: 'choice' })).to.equal(422)
  })

  it('shows the plan again as it was made, ready to be changed', async () => {
    const { page, act } = await opened()
    await act('propose', { treatment: 'filler/Dermal filler' })
    await act('plan', PLAN)
    const shown = await page()
    expect(shown).to.match(/<option value="nadia-okafor" selected>/)
    expect(shown).to.match(/name="date-day"\s+value="1"[\s\S]*?name="date-year"\s+value="2026"/)
  })

  it('declines, corrects and withdraws with what its forms send', async () => {
    const seen = { 'birth-date-day': '4', 'birth-date-month': '4', 'birth-date-year': '1990' }
    const { page, act } = await opened()
    expect(await act('correct', { ...seen, seen: 'passport' })).to.equal(303)
    expect(await act('decline', { reason: 'Expectations that this cannot meet.' })).to.equal(303)
    expect(await page()).to.include('This does not go ahead')
    const other = await opened('tomasz-brightwell', 'reception')
    expect(await other.act('withdraw')).to.equal(303)
    expect(await other.page()).to.include('The patient has withdrawn')
  })

  it('invites with what its form sends', async () => {
    const { invite } = await opened('tomasz-brightwell', 'reception')
    const { status, body } = await invite({
      ...{ name: 'Ana Pérez', 'safe-contact': 'text', 'safe-contact-details': '020 7946 0999' },
      ...{ 'birth-date-day': '3', 'birth-date-month': '4', 'birth-date-year': '1990' },
      ...{ treatment: 'filler/Dermal filler' },
    })
    expect([status, String(body).includes('One-use link')]).to.deep.equal([200, true])
  })

  it('shows the record verified, and reception nothing of health', async () => {
    const { page } = await opened()
    expect(await page('/record')).to.include('<h2>Verified just now</h2>')
    expect(await page()).to.include('Lines around my mouth.')
    const reception = await opened('tomasz-brightwell', 'reception')
    expect(await reception.page())
      .to.include('Sam Example')
      .and.not.to.include('Lines around my')
    expect(await reception.page('/record')).to.include('not for the role that you are here in')
  })
})
