import { expect } from 'chai'
import { decide, type OpenClinic, openClinic, staff } from '../support/clinic.ts'
import { enquire, untilAge } from '../support/stories.ts'

const performer = staff('performer')
const NOON = '2026-11-23T12:00:00.000Z'

describe('somebody of 15', () => {
  it('is refused, without a name, a treatment or a booking', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await untilAge(clinic, '2011-03-01')
    const last = await patient.last()
    expect(last).to.include({ state: 'refused' })
    expect(last?.question).to.equal(undefined)
    const id = await patient.consultation()
    for (const act of [
      { type: 'propose', class: 'laser', name: 'Laser hair removal' },
      { type: 'assign', role: 'performer', to: performer.id, name: performer.name },
      { type: 'resume' },
    ]) {
      expect(await clinic.desk.act(performer, id, act)).to.include({ ok: false })
    }
  })

  it('cannot change the date of birth in chat', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await untilAge(clinic, '2011-03-01')
    await patient.send({ value: { change: 'age#1/date-of-birth' } })
    expect((await patient.last())?.state).to.equal('refused')
    expect((await patient.last())?.answers).to.equal(undefined)
  })

  it('may still ask for a person', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await untilAge(clinic, '2011-03-01')
    await patient.send({ value: { command: 'ask-for-a-person' } })
    const queue = await clinic.desk.queue(staff('reception'))
    expect(queue.map(({ kind }) => kind)).to.include('person-wanted')
  })

  it('goes on when a person who saw a document corrects the date', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await untilAge(clinic, '2011-03-01')
    const id = await patient.consultation()
    const correct = { type: 'correct', 'birth-date': '1991-03-01', seen: 'passport' }
    expect(await clinic.desk.act(staff('reception'), id, correct)).to.include({ ok: true })
    expect((await patient.last())?.state).to.equal('active')
    expect((await patient.question())?.content).to.equal('enquiry/full-name')
  })
})

describe('somebody of 17', () => {
  it('goes to a named person, and can be reached, but names no treatment in chat', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await young(clinic)
    const said = await clinic.sittings.activities(patient.claim, 0)
    expect(said?.some(({ message }) => message.text.includes('Farida Lyle'))).to.equal(true)
    expect((await patient.last())?.question).to.equal(undefined)
    const queue = await clinic.desk.queue(staff('safeguarding'))
    expect(queue.map(({ kind }) => kind)).to.include('young-person')
  })

  it('who wants filler is refused by statute, whatever anybody says', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await young(clinic)
    const id = await patient.consultation()
    await checkDocument(clinic, id)
    await decide(clinic, id, performer, 'age-check', 'filler')
    expect((await patient.last())?.state).to.equal('refused')
    const plan = { performer: performer.id, premises: 'x', product: 'x', date: '2027-12-01' }
    expect(await clinic.desk.act(performer, id, { type: 'plan', plan })).to.include({ ok: false })
  })

  it('who wants something else starts at a decline: no exceptional reason, no treatment', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await young(clinic)
    const id = await patient.consultation()
    await checkDocument(clinic, id)
    await decide(clinic, id, performer, 'age-check', 'laser')
    await decide(clinic, id, performer, 'age-check', 'none')
    await decide(clinic, id, performer, 'age-check', 'answered', 'Nothing exceptional was said.')
    expect((await patient.last())?.text).not.to.include('exceptional')
    const view = await clinic.desk.look(performer, id)
    expect(view).to.include({ state: 'refused' })
    expect(view?.declines).to.deep.equal([])
    const restricted = await clinic.desk.look(staff('safeguarding'), id)
    expect(restricted?.declines[0]).to.include({ reason: 'Nothing exceptional was said.' })
  })

  it('cannot be booked for filler even after an 18th birthday that is still to come', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await young(clinic)
    const id = await patient.consultation()
    await clinic.desk.act(performer, id, {
      type: 'propose',
      class: 'filler',
      name: 'Dermal filler',
    })
    const plan = { performer: performer.id, premises: 'x', product: 'x', date: '2027-12-01' }
    const done = await clinic.desk.act(performer, id, { type: 'plan', plan })
    expect(done.ok).to.equal(false)
    expect(done.said).to.include('18')
  })
})

describe('somebody who is 18 tomorrow', () => {
  it('is 17 today', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await untilAge(clinic, '2008-11-24')
    expect((await patient.question())?.content).to.equal('age/what-brought-you')
  })

  it('is an adult when the day comes, and is asked what a young person is not', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await young(clinic, '2008-11-24')
    clinic.clocks.set('2026-11-24T00:00:00.000Z')
    await clinic.round()
    const id = await patient.consultation()
    expect(id).to.equal('')
    const all = await clinic.store.consultations('demo')
    const view = await clinic.desk.look(performer, all[0]?.id ?? '')
    expect(view?.facts.find(({ name }) => name === 'age-band')?.value).to.equal('Adult')
  })
})

describe('somebody born on 29 February 2008', () => {
  it('is still 17 on 28 February 2026 and 18 on 1 March', async () => {
    const before = openClinic({ at: '2026-02-28T23:30:00.000Z' })
    const first = await untilAge(before, '2008-02-29')
    expect((await first.question())?.content).to.equal('age/what-brought-you')
    const after = openClinic({ at: '2026-03-01T00:00:00.000Z' })
    const second = await untilAge(after, '2008-02-29')
    expect((await second.question())?.content).to.equal('enquiry/full-name')
  })
})

describe('a date that does not exist', () => {
  it('is asked again, and nothing is kept of it', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await enquire(clinic, ['go-on', 'understood', 'no-help-needed'])
    await patient.answer('2001-02-29')
    expect((await patient.question())?.content).to.equal('age/date-of-birth')
    expect((await patient.last())?.text).to.include('date of birth')
    await patient.say('31 April 1990')
    expect((await patient.question())?.content).to.equal('age/date-of-birth')
  })

  it('is asked again when it is still to come', async () => {
    const clinic = openClinic({ at: NOON })
    const patient = await enquire(clinic, ['go-on', 'understood', 'no-help-needed'])
    await patient.answer('2027-01-01')
    expect((await patient.question())?.content).to.equal('age/another-date')
  })
})

async function young(clinic: OpenClinic, birth = '2009-03-01') {
  const patient = await untilAge(clinic, birth)
  await patient.answer('My skin after a bad year at school.')
  await patient.answer('Alex Example')
  await patient.choose('same')
  await patient.choose('phone')
  await patient.answer('020 7946 0998')
  return patient
}

async function checkDocument(clinic: OpenClinic, id: string) {
  await decide(clinic, id, performer, 'age-check', 'pass-card')
  await decide(clinic, id, performer, 'age-check', 'matches')
}
