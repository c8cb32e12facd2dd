import { expect } from 'chai'
import { decide, openClinic, type OpenClinic, patientAt, staff } from '../support/clinic.ts'

const performer = staff('performer')
const LATER = ['treatment-day', 'aftercare']

describe('the thread', () => {
  it('goes from a first message to a recorded consent and a withdrawal', async () => {
    const clinic = openClinic()
    const patient = await enquired(clinic)
    const id = await patient.consultation()
    await refuseGp(patient)
    await prepare(clinic, id)
    await weighWithoutGp(clinic, id)
    await standIn(clinic, id, performer)
    const link = await clinic.desk.makeLink(performer, id, 'sign')
    expect(link).to.include({ ok: true })
    await sign(clinic, link.secret ?? '')
    await takeConsent(clinic, id)

    const view = await clinic.desk.look(performer, id)
    expect(view?.facts.map(({ name }) => name)).to.include('consent-taken-at')
    const page = await clinic.desk.records(performer, id)
    expect(page).to.include({ verified: true })

    await clinic.desk.act(staff('reception'), id, { type: 'withdraw', 'on-word-of-patient': true })
    expect((await clinic.desk.look(performer, id))?.state).to.equal('withdrawn')
  })
})

async function enquired(clinic: OpenClinic) {
  const patient = patientAt(clinic)
  await patient.choose('go-on')
  await patient.choose('understood')
  await patient.choose('no-help-needed')
  await patient.answer('1990-04-03')
  await patient.choose('right')
  await patient.answer('Sam Example')
  await patient.choose('same')
  await patient.choose('phone')
  await patient.answer('020 7946 0999')
  await patient.answer('I would like to talk about lines around my mouth.')
  await patient.choose('not-sure-yet')
  return patient
}

async function refuseGp(patient: Awaited<ReturnType<typeof enquired>>) {
  await patient.choose('no')
  await patient.choose('rather-not-say')
  await patient.choose('still-no')
}

async function prepare(clinic: OpenClinic, id: string) {
  const acts = [
    { type: 'assign', role: 'performer', to: performer.id, name: performer.name },
    { type: 'propose', class: 'filler', name: 'Dermal filler' },
    {
      type: 'plan',
      plan: {
        performer: performer.id,
        premises: 'larkfield-main',
        product: 'Filler',
        date: '2026-12-01',
      },
    },
    { type: 'stand-in', gates: ['health-and-psych-screen-complete'] },
  ]
  for (const act of acts) {
    expect(await clinic.desk.act(performer, id, act)).to.deep.include({ ok: true })
  }
}

async function weighWithoutGp(clinic: OpenClinic, id: string) {
  const say = async (pathway: string, event: string, value?: unknown) =>
    expect(await decide(clinic, id, performer, pathway, event, value)).to.include({ ok: true })
  await say('age-check', 'passport')
  await say('age-check', 'matches')
  await say('gp-weighing', 'not-needed')
  await say('gp-weighing', 'answered', 'Nothing in the history calls for it.')
  await say('gp-weighing', 'none-found')
  await say('gp-weighing', 'adequate')
  await say('gp-weighing', 'answered', 'Repeat slip and medicine boxes seen.')
}

async function standIn(clinic: OpenClinic, id: string, by = performer) {
  const view = await clinic.desk.look(by, id)
  const gates =
    view?.gates
      .filter(({ awaits, met, stage }) => awaits && !met && !LATER.includes(stage))
      .map(({ gate }) => gate) ?? []
  expect(await clinic.desk.act(by, id, { type: 'stand-in', gates })).to.deep.include({ ok: true })
}

async function sign(clinic: OpenClinic, secret: string) {
  const claim = await clinic.sittings.redeem(secret, 'widget')
  if (!claim) throw new Error('the link opened nothing')
  const room = patientAt(clinic, claim)
  await room.answer('1990-04-03')
  await room.choose('i-agree-with-this')
  await room.choose('go-on')
  await room.answer({ name: 'Sam Example', agreed: true })
}

async function takeConsent(clinic: OpenClinic, id: string) {
  for (const event of ['yes', 'checked', 'yes', 'take-consent']) {
    expect(await decide(clinic, id, performer, 'consent', event)).to.include({ ok: true })
  }
}
