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

describe('the answers of a sitting', () => {
  it('are listed once each, as they were last given', async () => {
    const clinic = openClinic()
    const patient = await story.enquire(clinic, story.WELCOME)
    await patient.answer('2040-01-01')
    await patient.answer('1990-04-03')
    await patient.choose('right')
    const line = async (label: string) =>
      (await patient.last())?.answers?.filter((one) => one.label === label)
    expect(await line('Your date of birth')).to.deep.equal([
      {
        ...{ change: 'age#1/date-of-birth', label: 'Your date of birth' },
        answer: '3 April 1990',
      },
    ])
  })

  it('are not there to be changed while something else is asked', async () => {
    const { patient } = await begun()
    await patient.choose('understood')
    await patient.choose('no-help-needed')
    expect((await patient.last())?.answers).to.have.length(1)
    await patient.say('Does it hurt?')
    expect(await patient.last()).not.to.have.property('answers')
    await patient.choose('leave-it')
    await patient.send({ value: { command: 'stop' } })
    expect(await patient.last()).not.to.have.property('answers')
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

  for (const paused of ['the patient', 'the clinic'] as const) {
    it(`is given by a consultation that ${paused} has paused, and opens it`, async () => {
      const clinic = openClinic()
      const patient = await story.enquired(clinic)
      const id = await patient.consultation()
      if (paused === 'the clinic') await story.doAct(clinic, id, { type: 'pause' })
      else await patient.send({ value: { command: 'stop' } })
      if (paused === 'the patient') await patient.choose('stop-for-now')
      await patient.send({ value: { command: 'continue-later' } })
      const all = await clinic.sittings.activities(patient.claim, 0)
      const secret = all?.find(({ message }) => message.link)?.message.link?.slice('/c/'.length)
      const claim = await clinic.sittings.redeem(secret ?? '', 'widget')
      if (!claim) throw new Error('no link')
      const back = patientAt(clinic, claim)
      await back.say('3 4 1990')
      expect(await back.last()).to.include({ state: 'paused' })
    })
  }

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

  it('counts nothing that is no date, and says who can help instead', async () => {
    const { clinic, claim } = await atTheDoor()
    const patient = patientAt(clinic, claim)
    for (const command of ['ask-for-a-person', 'stop', 'help-now'] as const) {
      await patient.send({ value: { command } })
      expect((await patient.last())?.text).to.include('Samaritans on 116 123')
    }
    await patient.say('I took 20 of them and I feel awful')
    expect((await patient.last())?.text).to.include('Nothing has been counted against you')
    for (const text of ['31 2 1990', '3/1990']) await patient.say(text)
    await patient.answer('1990-02-30')
    expect(await patient.last()).to.include({ state: 'door' })
    expect((await patient.last())?.text).to.match(/^I couldn't make a date of that/)
    await patient.answer('1990-04-03')
    expect((await patient.question())?.content).to.equal('gp-contact/permission')
  })

  it('ends no other sitting before the date of birth is right', async () => {
    const clinic = openClinic()
    const first = await story.enquired(clinic)
    const link = await clinic.desk.makeLink(
      staff('reception'),
      await first.consultation(),
      'continue',
    )
    const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
    if (!claim) throw new Error(link.said)
    const second = patientAt(clinic, claim)
    await second.answer('1990-04-04')
    await second.say('let me in')
    expect(await first.choose('not-sure')).to.include({ ok: true })
    const ended = new Promise((resolve) =>
      clinic.sittings.listen(first.claim.sitting, (what) => what === 'ended' && resolve(what)),
    )
    await second.answer('1990-04-03')
    await ended
    expect(await first.choose('yes')).to.deep.equal({ ok: false, why: 'gone' })
    expect((await second.last())?.state).to.equal('active')
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
