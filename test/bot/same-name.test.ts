import { expect } from 'chai'
import { folded } from '../../bot/show/same-name.ts'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const rhys = staff('practitioner', 'rhys-penhallow')
const BORN = '1990-04-03'

const ALIKE: readonly (readonly [kept: string, heard: string])[] = [
  ['Llŷr ap Siôn', 'llyr AP sion'],
  ['Llŷr ap Siôn', 'Lly\u0302r ap Sio\u0302n'],
  ['Siân O’Neill-Jones', "Sian O'Neill Jones"],
  ['Siân O’Neill-Jones', 'sian oneill\u2011jones'],
  ['Zoë  Müller', ' Zoe Muller '],
  ['Søren Łukasz Strauß', 'Soren Lukasz Strauss'],
]

describe('a name as it is heard', () => {
  for (const [kept, heard] of ALIKE)
    it(`${heard} is ${kept}`, () => expect(folded(heard)).to.equal(folded(kept)))

  it('is not another name, and nothing is none', () => {
    expect(folded('Ann Lee')).not.to.equal(folded('Anna Lee'))
    expect(folded('राम')).not.to.equal(folded('रम'))
    expect(folded('-')).to.equal('-')
  })
})

describe('somebody whose name has accents', () => {
  /** Somebody of that name, whom a colleague treats. */
  async function withColleague(name: string) {
    const clinic = openClinic()
    const patient = await story.untilAge(clinic, BORN)
    await patient.answer(name)
    const id = await patient.consultation()
    const { performer: by } = story
    await story.doAct(clinic, id, { type: 'assign', role: 'performer', to: by.id, name: by.name })
    const find = async (query: string) =>
      (await clinic.desk.persons(by, query)).map(({ name: found }) => found)
    const open = (given: string, birth = BORN) =>
      clinic.desk.openInEmergency(rhys, {
        ...{ name: given, 'birth-date': birth, reason: 'On the phone, and cannot breathe well.' },
      })
    return { id, find, open, patient }
  }

  it('is found without them, by a part of the name, and by a hyphen alone nobody is', async () => {
    const { find } = await withColleague('Siân O’Neill')
    for (const query of ['sian', 'Siân', 'oneill', "o'n", 'Sian O'])
      expect(await find(query), query).to.deep.equal(['Siân O’Neill'])
    for (const query of ['-', 'Sean']) expect(await find(query), query).to.deep.equal([])
  })

  it('is opened in an emergency by the whole name without them, on the very date of birth', async () => {
    const { id, open } = await withColleague('Llŷr ap Siôn')
    expect(await open('Llŷr')).to.include({ ok: false })
    const { ok, said } = await open('Llyr ap Sion', '1990-03-04')
    expect(ok).to.equal(false)
    expect(said).to.include('Nobody here has that name and date of birth')
    expect(said).to.include('the whole name, as it is kept here')
    expect(await open('Llyr ap Sion')).to.include({ ok: true, consultation: id })
  })

  it('is nobody while no name is given, whatever the desk calls them then', async () => {
    const clinic = openClinic()
    const patient = await story.untilAge(clinic, BORN)
    const id = await patient.consultation()
    const { performer: by } = story
    await story.doAct(clinic, id, { type: 'assign', role: 'performer', to: by.id, name: by.name })
    const given = {
      name: 'Not named yet',
      'birth-date': BORN,
      reason: 'A wrong guess, and no more.',
    }
    expect(await clinic.desk.openInEmergency(rhys, given)).to.include({ ok: false })
  })
})
