import { expect } from 'chai'
import { registersOf } from '../../bot/practice.ts'
import type { Actor } from '../../machines/contract.ts'
import { decide, demoClinic, openClinic, patientAt, staff } from '../support/clinic.ts'
import { enquired } from '../support/stories.ts'

const AT = '2026-03-02T09:00:00.000Z'
const rhys = staff('practitioner', 'rhys-penhallow')
const nadia = staff('practitioner', 'nadia-okafor')
const member = (id: string) => demoClinic.people.find((one) => one.id === id) as never

async function begun(by: Actor = rhys) {
  const clinic = openClinic({ at: AT })
  const done = await clinic.desk.start(by, 'social-media-post')
  return { clinic, done, id: done.consultation ?? '' }
}

describe('a check that somebody of the clinic starts alone', () => {
  it('is a consultation whose person is whoever started it', async () => {
    const { clinic, id } = await begun()
    const view = await clinic.desk.look(rhys, id)
    expect(view?.alone).to.deep.equal({ tree: 'Social media post' })
    expect(view?.who).to.equal('Rhys Penhallow')
    expect(view?.prompts.map(({ pathway }) => pathway)).to.deep.equal(['social-media-post@1'])
    const again = await clinic.desk.start(rhys, 'social-media-post')
    const other = await clinic.desk.start(nadia, 'social-media-post')
    const rows = await clinic.store.consultations('demo')
    const person = (of = '') => rows.find((row) => row.id === of)?.person
    expect(person(id)).to.equal(person(again.consultation))
    expect(person(id)).not.to.equal(person(other.consultation))
    expect(person(id)).not.to.include('rhys')
  })

  it('is for those who treat, and for a check that there is', async () => {
    for (const role of ['reception', 'safeguarding', 'auditor', 'administrator'] as const) {
      const { done } = await begun(staff(role))
      expect(done.ok, role).to.equal(false)
    }
    const { clinic } = await begun()
    for (const tree of ['no-such-check', 'constructor', 'consent']) {
      expect((await clinic.desk.start(rhys, tree)).ok, tree).to.equal(false)
    }
  })

  it('says which answer held the post back, whichever it was', async () => {
    const { clinic, id } = await begun()
    const says = async (event: string, value?: unknown) => {
      const done = await decide(clinic, id, rhys, 'social-media-post', event, value)
      expect(done.ok, done.said).to.equal(true)
      return (await clinic.desk.look(rhys, id))?.prompts[0]
    }
    const drafted = async () => {
      await says('answered', 'A walk on the beach.')
      await says('passes')
    }
    await says('understood')
    await says('answered', 'Instagram')
    await says('professional')
    await says('anyone')
    await drafted()
    const held = await says('passes')
      .then(() => says('passes'))
      .then(() => says('passes'))
    expect(held?.question.content).to.equal('social-media-post/respect')
    const first = await says('unsure')
    expect([first?.question.content, first?.before]).to.deep.equal([
      ...['social-media-post/held', 'Tone: I am not sure'],
    ])
    await says('rewrite')
    await drafted()
    for (const event of ['passes', 'passes', 'passes', 'passes', 'passes']) await says(event)
    const second = await says('fails')
    expect(second?.question.content).to.equal('social-media-post/held')
    expect(second?.before).to.equal('True: Not all of it')
  })

  it('is answered by its author alone', async () => {
    const { clinic, id } = await begun()
    const [prompt] = (await clinic.desk.look(rhys, id))?.prompts ?? []
    const act = { type: 'answer', open: prompt?.open, ask: prompt?.ask, event: 'understood' }
    const others = [nadia, staff('administrator'), staff('safeguarding'), staff('auditor')]
    for (const other of others) {
      expect((await clinic.desk.act(other, id, act)).ok, other.id).to.equal(false)
    }
    expect((await clinic.desk.act(rhys, id, act)).ok).to.equal(true)
  })

  it('is seen by its author and by those who read or keep records, and by nobody else', async () => {
    const { clinic, id } = await begun()
    for (const role of ['auditor', 'safeguarding', 'administrator'] as const) {
      expect(await clinic.desk.look(staff(role), id), role).not.to.equal(undefined)
    }
    for (const other of [nadia, staff('reception'), staff('supervisor', 'imogen-achterberg')]) {
      expect(await clinic.desk.look(other, id), other.id).to.equal(undefined)
      expect(await clinic.desk.records(other, id), other.id).to.equal(undefined)
      const items = await clinic.desk.queue(other)
      expect(items.filter(({ consultation }) => consultation === id)).to.deep.equal([])
    }
  })

  it('shows the manager that it is there, and not the words of the post', async () => {
    const { clinic, id } = await begun()
    for (const event of ['understood', ['answered', 'Our page'], 'personal', 'anyone']) {
      const [type = '', value] = [event].flat()
      await decide(clinic, id, rhys, 'social-media-post', type, value)
    }
    await decide(clinic, id, rhys, 'social-media-post', 'answered', 'We are open on Sunday')
    for (const event of ['fails', 'i-will-not-post-it']) {
      await decide(clinic, id, rhys, 'social-media-post', event)
    }
    const seen = JSON.stringify(await clinic.desk.look(staff('administrator'), id))
    expect(seen).not.to.include('open on Sunday')
    const own = await clinic.desk.look(rhys, id)
    expect(own?.alone?.result).to.equal('It is not to be posted.')
    expect(JSON.stringify(own)).to.include('open on Sunday')
  })

  it('takes no act that is about a patient', async () => {
    const { clinic, id } = await begun()
    for (const act of [
      { type: 'withdraw', 'on-word-of-patient': true },
      { type: 'decline', reason: 'x' },
      { type: 'propose', class: 'laser', name: 'Laser hair removal' },
      { type: 'assign', role: 'practitioner', to: 'nadia-okafor', name: 'Nadia Okafor' },
      { type: 'pause' },
    ]) {
      expect((await clinic.desk.act(rhys, id, act)).ok, act.type).to.equal(false)
    }
    expect((await clinic.desk.look(rhys, id))?.offers).to.deep.equal(['end'])
    expect((await clinic.desk.act(rhys, id, { type: 'end' })).ok).to.equal(true)
  })

  it('is never found as a patient, and no link leads to it', async () => {
    const { clinic, id } = await begun()
    expect(await clinic.desk.persons(rhys, 'Rhys')).to.deep.equal([])
    const asked = {
      ...{ knownFrom: id, treatmentClass: 'laser', treatmentName: 'Laser hair removal' },
      safeContact: 'at-the-clinic-only',
    }
    expect((await clinic.desk.invite(rhys, asked)).ok).to.equal(false)
    expect((await clinic.desk.makeLink(rhys, id, 'continue')).ok).to.equal(false)
  })

  it('stays as it is when the clinic begins again with longer reflection', async () => {
    const { clinic, id } = await begun()
    await clinic.begin()
    expect((await clinic.desk.look(rhys, id))?.facts.map(({ name }) => name)).not.to.include(
      'reflection-hours',
    )
  })

  it('leaves the consultations of patients as they are', async () => {
    const { clinic } = await begun()
    const patient = await enquired(clinic)
    const view = await clinic.desk.look(nadia, await patient.consultation())
    expect(view?.alone).to.equal(undefined)
    expect(view?.offers).to.include('propose')
    expect((await patientAt(clinic).question())?.content).not.to.equal(undefined)
  })
})

describe('the registers that the clinic’s file names', () => {
  it('are those whose rules are asked about', () => {
    expect(registersOf(member('nadia-okafor'))).to.deep.equal({})
    expect(registersOf(member('rhys-penhallow'))).to.deep.equal({
      ...{ 'jccp-registrant': true, 'hcpc-registrant': true },
    })
    expect(registersOf(member('imogen-achterberg'))).to.deep.equal({ 'cosrt-member': true })
  })

  it('may be written in full, and count after they ran out', () => {
    const register = {
      ...{ body: 'Health and Care Professions Council', number: '1', until: '2020-01-01' },
    }
    const also = [{ body: 'College of Sexual and Relationship Therapists', number: '2' }]
    const one = { id: 'x', name: 'X', roles: ['practitioner' as const], register, alsoOn: also }
    expect(registersOf(one)).to.deep.equal({ 'hcpc-registrant': true, 'cosrt-member': true })
  })
})
