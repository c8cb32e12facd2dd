import { expect } from 'chai'
import { createCases } from '../../../bot/cases.ts'
import { personsOf } from '../../../bot/show/persons.ts'
import type { Role } from '../../../machines/commands.ts'
import { openClinic, type OpenClinic, type PatientAt, staff } from '../../support/clinic.ts'
import {
  answersAll,
  doAct,
  enquire,
  enquired,
  performer,
  refuseGp,
  WELCOME,
} from '../../support/stories.ts'

const queueFor = (clinic: OpenClinic, role: Role) => clinic.desk.queue(staff(role))

async function caseFor(clinic: OpenClinic, patient: PatientAt, role: Role) {
  const view = await clinic.desk.look(staff(role), await patient.consultation())
  if (!view) throw new Error('not to be seen')
  return view
}

/** Midway in the enquiry: a name and a safe way, and more is still asked. */
async function midway(clinic: OpenClinic, ...contact: readonly [way: string, details?: string]) {
  const patient = await enquire(clinic, WELCOME)
  await patient.answer('1990-04-03')
  await patient.choose('right')
  await patient.answer('Sam Example')
  await patient.choose('same')
  await patient.choose(contact[0])
  if (contact[1] !== undefined) await patient.answer(contact[1])
  return patient
}

/** Everything told, a treatment proposed: what is left is decided in person. */
async function inPerson(clinic: OpenClinic, needs?: readonly string[]) {
  const patient = await (needs ? needing(clinic, needs) : enquired(clinic))
  if (!needs) await refuseGp(patient)
  await answersAll(clinic, patient)
  const id = await patient.consultation()
  await doAct(clinic, id, { type: 'propose', class: 'filler', name: 'Dermal filler' })
  return { patient, id }
}

/** Somebody for whom that makes things easier. */
async function needing(clinic: OpenClinic, needs: readonly string[]) {
  const patient = await enquire(clinic, WELCOME.slice(0, 2))
  await patient.answer([...needs])
  await patient.choose('nothing-to-add')
  return patient
}

describe('who waits, as the engine says it', () => {
  it('has a name as soon as it is given, and a safe way to reach them', async () => {
    const clinic = openClinic()
    const patient = await midway(clinic, 'phone', '020 7946 0999')
    await patient.send({ value: { command: 'ask-for-a-person' } })
    const [item] = await queueFor(clinic, 'reception')
    expect([item?.kind, item?.who, item?.birthDate]).to.deep.equal([
      ...['person-wanted', 'Sam Example', '1990-04-03'],
    ])
    const { person } = await caseFor(clinic, patient, 'reception')
    expect(person.safeContact).to.equal('Phone call, 020 7946 0999')
  })

  it('has no safe way while its number is not given, and is never rung when only the clinic is safe', async () => {
    const clinic = openClinic()
    const half = await midway(clinic, 'phone')
    expect((await caseFor(clinic, half, 'reception')).person.safeContact).to.equal(undefined)
    const only = await midway(clinic, 'at-the-clinic-only')
    const { person } = await caseFor(clinic, only, 'reception')
    expect([person.safeContact, person.onlyAtClinic]).to.deep.equal(['At the clinic only', true])
  })

  it('is given a time by reception when decisions wait in person and nothing is planned', async () => {
    const clinic = openClinic()
    const { id } = await inPerson(clinic)
    const next = async (role: Role) =>
      (await queueFor(clinic, role)).filter(({ kind }) => kind === 'gate').map(({ what }) => what)
    expect(await next('reception')).to.deep.equal(['Arrange a time, by phone call, 020 7946 0999'])
    expect(await next('performer')).to.deep.equal([])
    const plan = { performer: performer.id, premises: 'larkfield-main', product: 'Filler' }
    await doAct(clinic, id, { type: 'plan', plan: { ...plan, date: '2026-12-01' } })
    expect(await next('reception')).to.deep.equal([])
  })

  it('comes before what only has to go on, however old that is', async () => {
    const clinic = openClinic()
    const { patient } = await inPerson(clinic)
    await patient.send({ value: { command: 'ask-for-a-person' } })
    const kinds = (await queueFor(clinic, 'performer')).map(({ kind }) => kind)
    expect(kinds[0]).to.equal('person-wanted')
    expect(kinds.slice(1).every((kind) => kind === 'prompt')).to.equal(true)
  })

  it('has what makes it easier for them, in full for who may read of health', async () => {
    const clinic = openClinic()
    const patient = await enquire(clinic, WELCOME.slice(0, 2))
    await patient.answer(['interpreter'])
    await patient.answer('Polish')
    const needs = async (role: Role) => (await caseFor(clinic, patient, role)).person.needs
    expect(await needs('reception')).to.deep.equal(['An interpreter for another language'])
    expect(await needs('performer')).to.deep.equal([
      'An interpreter for another language',
      '“Polish”',
    ])
  })

  it('says that an interpreter was asked for, to whoever arranges the day and long before consent', async () => {
    const told = async (needs: readonly string[]) => {
      const clinic = openClinic()
      await inPerson(clinic, needs)
      const arranging = (await queueFor(clinic, 'reception')).map(({ what }) => what)
      const known = (await queueFor(clinic, 'performer')).map(({ interpreter }) => interpreter)
      return [arranging.join(), new Set(known)]
    }
    const by = 'by phone call, 020 7946 0999'
    for (const need of ['interpreter', 'bsl-interpreter'])
      expect(await told([need])).to.deep.equal([
        ...[`Arrange a time and an interpreter, ${by}`, new Set([true])],
      ])
    expect(await told(['large-text'])).to.deep.equal([
      ...[`Arrange a time, ${by}`, new Set([undefined])],
    ])
  })

  it('has the language that they chose to read in', async () => {
    const clinic = openClinic()
    const patient = await enquire(clinic, WELCOME)
    await patient.send({ value: { language: 'cy-GB' } })
    const { person } = await caseFor(clinic, patient, 'reception')
    expect(person.needs).to.deep.equal(['To read in Cymraeg'])
  })
})

describe('a search for people, as the engine says it', () => {
  const found = async (clinic: OpenClinic, patient: PatientAt, query: string, role: Role) => {
    const now = (await createCases(clinic.parts).find(await patient.consultation()))?.now
    return now ? personsOf([now], staff(role), query) : []
  }

  it('finds somebody midway in the enquiry, with where they stand', async () => {
    const clinic = openClinic()
    const patient = await midway(clinic, 'phone')
    const [one] = await found(clinic, patient, ' EXAMPLE ', 'reception')
    expect([one?.name, one?.birthDate, one?.stage, one?.state]).to.deep.equal([
      ...['Sam Example', '1990-04-03', 'enquiry', 'active'],
    ])
  })

  it('finds whoever withdrew, and nobody who has no name', async () => {
    const clinic = openClinic()
    const patient = await enquired(clinic)
    await doAct(
      clinic,
      await patient.consultation(),
      { type: 'withdraw', 'on-word-of-patient': true },
      staff('reception'),
    )
    const [one] = await found(clinic, patient, 'sam', 'reception')
    expect(one?.state).to.equal('withdrawn')
    const nobody = await enquire(clinic, WELCOME)
    expect(await found(clinic, nobody, 'not named', 'reception')).to.deep.equal([])
  })
})

describe('what may be done, as the engine says it', () => {
  it('is no end while somebody wants a person', async () => {
    const clinic = openClinic()
    const patient = await enquired(clinic)
    await patient.send({ value: { command: 'ask-for-a-person' } })
    const before = await caseFor(clinic, patient, 'administrator')
    expect([before.offers.includes('end'), before.endWaits]).to.deep.equal([
      false,
      ['person-wanted'],
    ])
    const request = before.wanted[0]?.id
    await doAct(clinic, before.consultation, { type: 'attend', request }, staff('reception'))
    const after = await caseFor(clinic, patient, 'administrator')
    expect([after.offers.includes('end'), after.endWaits]).to.deep.equal([true, []])
  })

  it('is no end while a question is open, also after a reply', async () => {
    const clinic = openClinic()
    const patient = await enquired(clinic)
    await patient.say('Will it hurt?')
    await patient.choose('pass-on')
    const asked = await caseFor(clinic, patient, 'performer')
    expect(asked.endWaits).to.deep.equal(['question'])
    const question = asked.questions[0]?.id
    await doAct(clinic, asked.consultation, { type: 'reply', question, words: 'A little.' })
    expect((await caseFor(clinic, patient, 'performer')).offers).not.to.include('end')
    await patient.choose('settled')
    expect((await caseFor(clinic, patient, 'performer')).offers).to.include('end')
  })

  it('is nothing for an auditor, who is told of nothing that keeps an end waiting', async () => {
    const clinic = openClinic()
    const patient = await enquired(clinic)
    await patient.send({ value: { command: 'ask-for-a-person' } })
    const { offers, endWaits } = await caseFor(clinic, patient, 'auditor')
    expect([offers, endWaits]).to.deep.equal([[], []])
  })

  it('is asking again what ended waiting, for clinicians', async () => {
    const clinic = openClinic()
    const { patient, id } = await inPerson(clinic)
    const view = await caseFor(clinic, patient, 'performer')
    const finding = view.prompts.find(({ pathway }) => pathway.startsWith('voluntariness-finding@'))
    const act = { type: 'answer', open: finding?.open, ask: finding?.ask }
    await doAct(clinic, id, { ...act, event: 'not-possible' })
    const { again, offers } = await caseFor(clinic, patient, 'performer')
    expect(again.map(({ pathway }) => pathway)).to.deep.equal(['Voluntariness finding'])
    expect(offers).to.include('again')
    expect((await caseFor(clinic, patient, 'safeguarding')).offers).not.to.include('again')
    await doAct(clinic, id, { type: 'again', open: again[0]?.open })
    expect((await caseFor(clinic, patient, 'performer')).again).to.deep.equal([])
  })
})

describe('what was done, as the engine says it', () => {
  it('names the question that was answered, and the choice in quotation marks', async () => {
    const clinic = openClinic()
    const patient = await enquired(clinic)
    await patient.say('stop')
    await patient.choose('stop-for-now')
    const what = (await caseFor(clinic, patient, 'performer')).path.map((line) => line.what)
    expect(what).to.include('Answered: Your date of birth').and.include('Chose “Stop for now”')
  })

  it('names to reception no question that could tell of health', async () => {
    const clinic = openClinic()
    const patient = await enquired(clinic)
    await refuseGp(patient)
    const what = (await caseFor(clinic, patient, 'reception')).path.map((line) => line.what)
    expect(what).to.include('Answered: GP contact')
    const told = (await caseFor(clinic, patient, 'performer')).path.map((line) => line.what)
    expect(told).not.to.include('Answered: GP contact')
  })
})
