import { expect } from 'chai'
import type { Day } from '../../machines/contract.ts'
import { monthsUntil } from '../../bot/who-read.ts'
import type { ReadsAsked } from '../../bot/views/reads.ts'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const nadia = story.performer
const rhys = staff('performer', 'rhys-penhallow')
const reception = staff('reception')
const auditor = staff('auditor')
const lead = staff('safeguarding')
const ALL: ReadsAsked = { months: 1, from: 0, most: 100 }

/** One patient of Nadia's, whom several have looked for, and a second one who is nobody's yet. */
async function looked() {
  const clinic = openClinic()
  const id = await (await story.enquired(clinic)).consultation()
  const { id: to, name } = nadia
  await story.doAct(clinic, id, { type: 'assign', role: 'performer', to, name }, reception)
  const other = await (await story.enquired(clinic)).consultation()
  await clinic.desk.look(nadia, id)
  await clinic.desk.records(rhys, id)
  await clinic.desk.look(nadia, other)
  await clinic.desk.persons(reception, 'sam')
  return { clinic, id, other }
}

describe('a page of who read what', () => {
  it('tells newest first who read what of whom, who was refused, and that it was itself read', async () => {
    const { clinic, id } = await looked()
    const view = await clinic.desk.reads(auditor, ALL)
    const told = view?.lines.map(({ who, what, how, of }) => [who, what, how, of]).slice(0, 5)
    expect(told).to.deep.equal([
      [auditor.name ?? auditor.id, 'Read this list of who read what', undefined, undefined],
      [reception.name ?? reception.id, 'Searched by name and saw 2 people', 'search', undefined],
      [nadia.name, 'Read the consultation', 'theirs', 'Sam Example'],
      [rhys.name ?? rhys.id, 'Was refused the record', 'refused', 'Sam Example'],
      [nadia.name, 'Read the consultation', 'theirs', 'Sam Example'],
    ])
    await clinic.desk.reads(lead, { ...ALL, consultation: id, by: rhys.id })
    const [last] = (await clinic.reads.of(clinic.clocks.wall().slice(0, 10) as Day)).slice(-1)
    expect([last?.by.id, last?.access]).to.deep.equal([
      lead.id,
      { type: 'accesses', staff: rhys.id, consultation: id },
    ])
  })

  it('narrows to one consultation, its searches with it, to one of staff, and to what was refused', async () => {
    const { clinic, id, other } = await looked()
    const what = async (more: Partial<ReadsAsked>) => {
      const view = await clinic.desk.reads(auditor, { ...ALL, ...more })
      const others = view?.lines.filter((line) => line.id !== auditor.id)
      return others?.map((line) => `${line.id}: ${line.what}`)
    }
    const searched = `${reception.id}: Searched by name and saw 2 people`
    expect((await what({ consultation: other }))?.slice(0, 2)).to.deep.equal([
      searched,
      `${nadia.id}: Read the consultation`,
    ])
    expect(await what({ consultation: id, how: 'refused' })).to.deep.equal([
      `${rhys.id}: Was refused the record`,
    ])
    expect(await what({ by: nadia.id })).to.deep.equal(
      Array<string>(2).fill(`${nadia.id}: Read the consultation`),
    )
    expect(await what({ how: 'search' })).to.deep.equal([searched])
    expect(await what({ by: 'nobody' })).to.deep.equal([])
  })

  it('comes in pages, and says how many there are', async () => {
    const { clinic } = await looked()
    const first = await clinic.desk.reads(auditor, { ...ALL, by: nadia.id, most: 1 })
    const second = await clinic.desk.reads(auditor, { ...ALL, by: nadia.id, from: 1, most: 1 })
    expect([first?.all, first?.lines.length, second?.lines.length]).to.deep.equal([2, 1, 1])
    expect(first?.lines).to.not.deep.equal(second?.lines)
    expect(first?.staff.map((one) => one.id)).to.include.members([nadia.id, rhys.id, reception.id])
  })

  it('reads as many months as were asked for, over the turn of a year', async () => {
    expect(monthsUntil('2027-02-14' as Day, 4)).to.deep.equal([
      ...['2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01'],
    ])
    const { clinic, id } = await looked()
    const { store, keys } = clinic.parts
    const later = openClinic({ store, keys, at: '2027-01-05T10:00:00.000Z' })
    const named = async (months: number) =>
      (await later.desk.reads(auditor, { ...ALL, months, consultation: id, by: rhys.id }))?.all
    expect([await named(1), await named(2), await named(3)]).to.deep.equal([0, 0, 1])
  })

  it('is for the auditor and the safeguarding lead alone, and nothing is noted of who may not', async () => {
    const { clinic } = await looked()
    const day = clinic.clocks.wall().slice(0, 10) as Day
    const before = (await clinic.reads.of(day)).length
    for (const one of [nadia, reception, staff('administrator'), staff('supervisor')])
      expect(await clinic.desk.reads(one, ALL), one.role).to.equal(undefined)
    expect((await clinic.reads.of(day)).length).to.equal(before)
  })

  it('still tells that it was read when the consultation was erased, and not whose it was', async () => {
    const { clinic } = await looked()
    await clinic.reads.note(nadia, {
      ...{ type: 'read', part: 'record', consultation: 'gone', how: 'theirs' },
    })
    const view = await clinic.desk.reads(auditor, { ...ALL, consultation: 'gone' })
    expect(view?.one).to.deep.equal({ consultation: 'gone' })
    expect(view?.lines.at(-1)).to.include({ what: 'Read the record', consultation: 'gone' })
    expect(view?.lines.at(-1)).to.not.have.property('of')
  })
})
