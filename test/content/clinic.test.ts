import { expect } from 'chai'
import { dump, load } from 'js-yaml'
import { type Clinic, parseClinic, PLACES, STAFF_ROLES } from '../../content/clinic.ts'
import { ContentError } from '../../content/errors.ts'
import { ROLES } from '../../machines/commands.ts'
import { place } from '../../machines/facts.ts'
import { sources } from '../support/words.ts'

const [demo] = sources('clinics/demo.yaml')
const text = demo?.text ?? ''

const siteAt = (origin: string) => [{ id: 'site', origins: [origin] }]

describe('a clinic', () => {
  it('of the demo is sound, and says that it is made up', () => {
    const clinic = parseClinic('clinics/demo.yaml', text)
    expect(clinic.madeUp).to.equal(true)
    expect(clinic.name).to.include('made up')
  })

  it('of the demo has somebody for every role', () => {
    const roles = parseClinic('clinics/demo.yaml', text).people.flatMap((person) => person.roles)
    expect(roles).to.include.members([...STAFF_ROLES])
  })

  it('of the demo can be rung by nobody: its numbers are kept for drama', () => {
    const { phone, outOfHours } = parseClinic('clinics/demo.yaml', text)
    for (const number of [phone, outOfHours.phone]) expect(number).to.match(/^020 7946 0\d{3}$/)
  })

  it('has the roles and places that the machines know', () => {
    const staff = ROLES.filter((role) => role !== 'patient' && role !== 'system')
    expect(STAFF_ROLES).to.have.members(staff)
    expect(PLACES).to.have.members(place.options)
  })

  for (const [what, change, fault] of [
    ['has an unknown field', { colour: 'red' }, 'colour'],
    ['has no number at the Information Commissioner', { ico: { expires: '2027-01-01' } }, 'ico'],
    ['names nobody for young people', { namedPersonForYoungPeople: 'nobody' }, 'nobody'],
    ['sends questions to nobody', { questionsGoTo: 'nobody' }, 'nobody'],
    ['shows the chat on a page, not a site', { sites: siteAt('https://x.example/book') }, 'sites'],
    ['shows the chat on a site without TLS', { sites: siteAt('http://x.example') }, 'sites'],
    ['shows the chat on any site', { sites: siteAt('*') }, 'sites'],
    [
      'has two sites of one id',
      { sites: [...siteAt('https://x.example'), ...siteAt('https://y.example')] },
      'site is there twice',
    ],
    ['lists no crisis line', { crisisLines: [] }, 'crisisLines'],
    ['lies in no nation', { place: 'atlantis' }, 'place'],
    ['says that it is not made up', { madeUp: false }, 'madeUp'],
  ] as const) {
    it(`is refused when it ${what}`, () => {
      expect(() => changed(change)).to.throw(ContentError, fault)
    })
  }

  it('is refused when somebody who treats people is on no register and not insured', () => {
    const ghost = { id: 'ghost', name: 'A Ghost', roles: ['performer'] }
    const people = [...(original().people as unknown[]), ghost]
    expect(() => changed({ people })).to.throw(ContentError, /no register[^]*without insurance/)
  })

  it('is refused when two people have one id', () => {
    const people = original().people as unknown[]
    expect(() => changed({ people: [...people, people[0]] })).to.throw(ContentError, 'twice')
  })

  it('is told all its faults at once', () => {
    try {
      changed({ id: 'NOT KEBAB', phone: 'ring us', place: 'atlantis', people: [] })
    } catch (error) {
      expect((error as ContentError).faults).to.have.length(4)
      return
    }
    expect.fail('nothing was wrong')
  })
})

function original(): Record<string, unknown> {
  return load(text) as Record<string, unknown>
}

function changed(change: object): Clinic {
  return parseClinic('clinics/changed.yaml', dump({ ...original(), ...change }))
}
