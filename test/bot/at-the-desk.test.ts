import { expect } from 'chai'
import { answer, choose } from '../../adapters/programs/demo/autopilot.ts'
import { openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const reception = staff('reception')
const rhys = staff('practitioner', 'rhys-penhallow')

describe('a colleague who is assigned but treats nobody', () => {
  it('takes no consultation away from those who treat', async () => {
    const { clinic, id } = await begun()
    for (const { id: to, name = '', role } of [reception, staff('safeguarding')]) {
      await story.doAct(clinic, id, { type: 'assign', role, to, name }, reception)
    }
    expect(await clinic.desk.look(rhys, id)).to.be.an('object')
    const { id: to, name } = story.performer
    await story.doAct(clinic, id, { type: 'assign', role: 'performer', to, name }, reception)
    expect(await clinic.desk.look(rhys, id)).to.equal(undefined)
  })
})

describe('what a patient typed', () => {
  it('is shown as it is, also where it looks like a name of ours', async () => {
    const { clinic, id, patient } = await begun()
    await story.answersAll(clinic, patient, { 'pre-consultation/medicines': answer('co-codamol') })
    expect(await story.factOf(clinic, id, 'health-medicines')).to.equal('co-codamol')
  })

  it('is told from what they chose, which is shown in words', async () => {
    const { clinic, id, patient } = await begun()
    const inPerson = { 'pre-consultation/medicines': choose('rather-in-person') }
    await story.answersAll(clinic, patient, inPerson)
    expect(await story.factOf(clinic, id, 'health-medicines')).to.equal('Rather in person')
    await story.prepare(clinic, id, { ...story.PLAN, product: 'filler-x2' })
    const view = await clinic.desk.look(story.performer, id)
    expect(view?.plan?.product).to.equal('filler-x2')
    expect(await story.factOf(clinic, id, 'plan')).to.include('Product: filler-x2')
  })
})

describe('a demo’s stand-in for safe delegation', () => {
  it('falls with the plan that it was given for, and no other stand-in with it', async () => {
    const { clinic, id } = await planned()
    const before = await stoodIn(clinic, id)
    expect(before).to.include('delegation-safe')
    await story.doAct(clinic, id, { type: 'plan', plan: { ...story.PLAN, product: 'Another' } })
    expect(await stoodIn(clinic, id)).to.deep.equal(
      before.filter((gate) => gate !== 'delegation-safe'),
    )
  })

  it('stays when the same plan is made again', async () => {
    const { clinic, id } = await planned()
    await story.doAct(clinic, id, { type: 'plan', plan: story.PLAN })
    expect(await stoodIn(clinic, id)).to.include('delegation-safe')
    const { records } = (await clinic.desk.records(story.performer, id)) ?? { records: [] }
    expect(
      records.at(-1)?.gates.find(({ gate }) => gate === 'delegation-safe')?.met ?? true,
    ).to.equal(true)
  })
})

describe('a corrected date of birth', () => {
  const correct = { type: 'correct', 'birth-date': '1991-04-03' }

  it('names one of the documents that an age is checked with, and nothing else', async () => {
    const { clinic, id } = await begun()
    for (const seen of ['they told me', 'Passport', '', 'none-yet']) {
      const done = await clinic.desk.act(reception, id, { ...correct, seen })
      expect(done.ok, seen).to.equal(false)
    }
    expect(await clinic.desk.act(reception, id, { ...correct, seen: 'pass-card' })).to.include({
      ok: true,
    })
    const { records } = (await clinic.desk.records(story.performer, id)) ?? { records: [] }
    expect(records.at(-1)?.answer).to.equal('3 April 1991, seen: PASS card')
  })
})

describe('an invitation', () => {
  const invited = {
    ...{ name: 'Sam Example', treatmentClass: 'filler', treatmentName: 'Dermal filler' },
  }
  const invite = (birthDate: string) =>
    openClinic({ at: '2026-06-23T23:30:00.000Z' }).desk.invite(reception, { ...invited, birthDate })

  it('is for somebody who was born: by today in London, and not before 1900', async () => {
    for (const [birth, ok] of [
      ...([
        ['1899-12-31', false],
        ['1900-01-01', true],
      ] as const),
      ...([
        ['2026-06-24', true],
        ['2026-06-25', false],
      ] as const),
    ] as const) {
      const done = await invite(birth)
      expect(done.ok, birth).to.equal(ok)
      if (!ok) expect(done.said).to.include('nobody was born on that day')
    }
  })
})

describe('asking once more', () => {
  it('is not offered for a no of today', async () => {
    const clinic = openClinic()
    const { id } = await story.consented(clinic)
    clinic.clocks.set('2026-12-01T10:00:00.000Z')
    await story.say(clinic, id, 'reconfirmation', 'nothing-changed', 'no')
    expect(await offered(clinic, id)).to.deep.equal([false, []])
    clinic.clocks.set('2026-12-02T10:00:00.000Z')
    expect(await offered(clinic, id)).to.deep.equal([true, ['reconfirmation#1']])
  })

  it('asks anew whether somebody wants to hear the risks; it carries no refusal over', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    await story.refuseGp(patient)
    await story.answersAll(clinic, patient)
    await story.prepare(clinic, id)
    await story.assess(clinic, id)
    const told = await story.comesBack(clinic, id)
    await story.answersAll(clinic, told, {}, 'information/want-to-know')
    await told.choose('rather-not-hear-risks')
    await told.choose('talk-to-a-person')
    expect(await story.factOf(clinic, id, 'risks-declined')).to.equal('Yes')
    await story.doAct(clinic, id, { type: 'again', open: 'information#1' })
    expect((await told.question())?.content).to.equal('information/want-to-know')
  })
})

async function begun() {
  const clinic = openClinic()
  const patient = await story.enquired(clinic)
  await story.refuseGp(patient)
  return { clinic, patient, id: await patient.consultation() }
}

async function planned() {
  const { clinic, id, patient } = await begun()
  await story.answersAll(clinic, patient)
  await story.prepare(clinic, id)
  return { clinic, id }
}

async function stoodIn({ desk }: OpenClinic, id: string): Promise<readonly string[]> {
  const gates = (await desk.look(story.performer, id))?.gates ?? []
  return gates.filter((one) => one.stoodIn).map(({ gate }) => gate)
}

async function offered({ desk }: OpenClinic, id: string) {
  const view = await desk.look(story.performer, id)
  return [view?.offers.includes('again'), view?.again.map(({ open }) => open)]
}
