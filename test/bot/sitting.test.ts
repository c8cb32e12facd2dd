import { expect } from 'chai'
import { openClinic, patientAt, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const MINUTE = 60_000

describe('a visitor', () => {
  it('leaves no person, no key and no row before a first accepted answer', async () => {
    const clinic = openClinic()
    const patient = patientAt(clinic)
    await clinic.sittings.visitor(patient.claim)
    for (const text of ['hello', 'can I talk to someone', 'how much is it?'])
      await patient.say(text)
    expect(await clinic.store.consultations('demo')).to.deep.equal([])
    expect(await clinic.store.sitting(patient.claim.sitting)).to.equal(undefined)
  })

  it('sees each message once, also those from before the first answer', async () => {
    const clinic = openClinic()
    const patient = patientAt(clinic)
    await patient.say('hello')
    await patient.choose('go-on')
    const all = await clinic.sittings.activities(patient.claim, 0)
    expect(all?.map(({ n }) => n)).to.deep.equal(all?.map((_, n) => n))
    expect(all?.[1]?.message.text).to.equal('hello')
  })
})

describe('a sitting', () => {
  it('ends half an hour after its last answer', async () => {
    const { clinic, patient } = await begun()
    const last = Date.parse(clinic.clocks.wall())
    clinic.clocks.set(new Date(last + 29 * MINUTE).toISOString())
    expect(await patient.say('hello?')).to.include({ ok: true })
    clinic.clocks.set(new Date(last + 60 * MINUTE).toISOString())
    expect(await patient.say('hello?')).to.deep.equal({ ok: false, why: 'gone' })
    expect(await clinic.sittings.activities(patient.claim, 0)).to.equal(undefined)
  })

  it('ends after two hours however busy it is', async () => {
    const { clinic, patient } = await begun()
    const start = Date.parse(clinic.clocks.wall())
    for (let minutes = 25; minutes < 120; minutes += 25) {
      clinic.clocks.set(new Date(start + minutes * MINUTE).toISOString())
      expect(await patient.say('still here')).to.include({ ok: true })
      await patient.choose('leave-it')
    }
    clinic.clocks.set(new Date(start + 121 * MINUTE).toISOString())
    expect(await patient.say('hello?')).to.deep.equal({ ok: false, why: 'gone' })
  })

  it('that was left keeps no activity, and its token opens nothing', async () => {
    const { clinic, patient } = await begun()
    await clinic.sittings.end(patient.claim)
    expect(await clinic.store.activities(patient.claim.sitting, 0)).to.deep.equal([])
    expect(await patient.choose('understood')).to.deep.equal({ ok: false, why: 'gone' })
    expect(await clinic.sittings.activities(patient.claim, 0)).to.equal(undefined)
  })

  it('ends when the same person begins another', async () => {
    const { clinic, patient } = await begun()
    const link = await clinic.desk.makeLink(
      staff('reception'),
      await patient.consultation(),
      'continue',
    )
    await clinic.sittings.redeem(link.secret ?? '', 'widget')
    expect(await patient.choose('understood')).to.deep.equal({ ok: false, why: 'gone' })
  })
})

describe('a one-use link', () => {
  it('works once', async () => {
    const { clinic, patient } = await begun()
    await patient.send({ value: { command: 'continue-later' } })
    const all = await clinic.sittings.activities(patient.claim, 0)
    const secret =
      all
        ?.map(({ message }) => message.link)
        .find(Boolean)
        ?.slice('/c/'.length) ?? ''
    expect(await clinic.sittings.peek(secret)).to.equal('continue')
    expect(await clinic.sittings.redeem(secret, 'widget')).to.be.an('object')
    expect(await clinic.sittings.peek(secret)).to.equal(undefined)
    expect(await clinic.sittings.redeem(secret, 'widget')).to.equal(undefined)
  })

  it('does not work after its time', async () => {
    const { clinic, patient } = await begun()
    const link = await clinic.desk.makeLink(
      staff('reception'),
      await patient.consultation(),
      'continue',
    )
    clinic.clocks.set('2026-12-24T10:00:00.000Z')
    expect(await clinic.sittings.redeem(link.secret ?? '', 'widget')).to.equal(undefined)
  })
})

describe('the door behind a link', () => {
  it('shows nothing of the consultation before the date of birth', async () => {
    const { clinic, claim } = await atTheDoor()
    const first = await clinic.sittings.activities(claim, 0)
    expect(first).to.have.length(1)
    expect(first?.[0]?.message).to.include({ state: 'door' })
    expect(JSON.stringify(first)).not.to.match(/Sam|GP|filler|lines/i)
  })

  it('opens to the date of birth, typed in any of the usual ways', async () => {
    const { clinic, claim } = await atTheDoor()
    await patientAt(clinic, claim).say('3 April 1990')
    const last = (await clinic.sittings.activities(claim, 0))?.at(-1)?.message
    expect(last?.question?.content).to.equal('gp-contact/permission')
  })

  it('closes for good after five wrong dates', async () => {
    const { clinic, claim } = await atTheDoor()
    const patient = patientAt(clinic, claim)
    for (let tries = 1; tries < 5; tries += 1) {
      await patient.answer(`1990-04-0${tries + 3}`)
      expect((await patient.last())?.state).to.equal('door')
    }
    const taken = await patient.answer('1991-04-03')
    expect(taken).to.nested.include({ ok: true })
    expect(await patient.answer('1990-04-03')).to.deep.equal({ ok: false, why: 'gone' })
  })

  it('counts tries that come at once', async () => {
    const { clinic, claim } = await atTheDoor()
    const patient = patientAt(clinic, claim)
    const guesses = Array.from({ length: 40 }, (_, at) => `19${40 + at}-04-03`)
    const taken = await Promise.all(guesses.map((answer) => patient.send({ value: { answer } })))
    expect(taken.filter(({ ok }) => ok)).to.have.length(5)
  })
})

describe('an invitation', () => {
  it('asks for the date of birth at the door and not a second time', async () => {
    const clinic = openClinic()
    const invited = await clinic.desk.invite(staff('reception'), {
      ...{ name: 'Robin Example', birthDate: '1985-06-07' },
      ...{ treatmentClass: 'laser', treatmentName: 'Laser hair removal' },
    })
    const claim = await clinic.sittings.redeem(invited.secret ?? '', 'widget')
    if (!claim) throw new Error(invited.said)
    const patient = patientAt(clinic, claim)
    await patient.answer('1985-06-07')
    for (const choice of story.WELCOME) await patient.choose(choice)
    expect((await patient.question())?.content).to.equal('age/right-date')
  })
})

async function begun() {
  const clinic = openClinic()
  return { clinic, patient: await story.enquire(clinic, ['go-on']) }
}

async function atTheDoor() {
  const clinic = openClinic()
  const patient = await story.enquired(clinic)
  const link = await clinic.desk.makeLink(
    staff('reception'),
    await patient.consultation(),
    'continue',
  )
  const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
  if (!claim) throw new Error(link.said)
  return { clinic, claim }
}
