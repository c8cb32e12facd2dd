import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { answer } from '../../../adapters/programs/demo/autopilot.ts'
import { lintText } from '../../../content/lint.ts'
import { openClinic, type OpenClinic, shipped, staff } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { words } from '../teams/journey.ts'
import { aWeekLater, mailFor, somethingWaits, thinking } from './house.ts'
import { headerOf, openSmtp, type Received, type Smtp, wordsOf } from './server.ts'

const SAFE = 'canary@patient.example'
const CASE_WAITS = shipped.catalogue.get('consultation/case-waits')
const MESSAGE_WAITS = shipped.catalogue.get('consultation/message-waits')

let smtp: Smtp

/** A server of its own for each test here, and for none elsewhere. */
function serveEach(): void {
  beforeEach(async () => {
    smtp = await openSmtp()
  })
  afterEach(() => smtp.close())
}

const to = (address: string): readonly Received[] =>
  smtp.received.filter((mail) => mail.to === address)
const toPatient = () => to(SAFE)
const toNadia = () => to('nadia@clinic.example')

const minutes = (clinic: OpenClinic, many: number) => story.wait(clinic, many / 60)

describe('a mail to a patient', () => {
  serveEach()

  it('says that a message is at the clinic, to the address that they called safe, and is on record', async () => {
    const { clinic, id } = await thinking('email', SAFE)
    const mail = mailFor(clinic, smtp)
    await mail.round()
    expect(toPatient()).to.deep.equal([])
    await aWeekLater(clinic)
    await mail.round()
    await mail.round()
    const [one, ...more] = toPatient()
    expect(more).to.deep.equal([])
    expect(one && [headerOf(one, 'Subject'), wordsOf(one)]).to.deep.equal([
      ...['You have a message at the clinic', MESSAGE_WAITS.body],
    ])
    const page = await clinic.desk.records(staff('auditor'), id)
    const line = page?.records.findLast(({ event }) => event === 'Saw to a reminder')
    expect(line?.shown.map(({ text }) => text)).to.deep.equal([MESSAGE_WAITS.body])
    expect([line?.role, page?.verified]).to.deep.equal(['system', true])
    const queue = await clinic.desk.queue(staff('reception'))
    expect(queue.filter(({ kind }) => kind === 'reminder')).to.deep.equal([])
  })

  it('goes to nobody who called only the clinic safe, and to nothing that is not one address', async () => {
    const clinic = openClinic()
    for (const [way, details] of [
      ['at-the-clinic-only', undefined],
      ['email', 'canary at patient.example'],
      ['email', `${SAFE}, other@patient.example`],
      ['post', SAFE],
    ] as const) {
      await thinking(way, details, clinic)
    }
    await aWeekLater(clinic)
    await mailFor(clinic, smtp).round()
    const queue = await clinic.desk.queue(staff('reception'))
    expect(queue.filter(({ kind }) => kind === 'reminder')).to.have.lengthOf(3)
    expect(smtp.received.filter(({ raw }) => raw.includes('patient.example'))).to.deep.equal([])
  })

  it('goes to nobody who withdrew, was paused or declined, or had their records restricted', async () => {
    const clinic = openClinic()
    const ids: string[] = []
    for (let n = 0; n < 4; n += 1) ids.push((await thinking('email', SAFE, clinic)).id)
    await aWeekLater(clinic)
    expect(await clinic.letters.waiting()).to.have.lengthOf(4)
    const [one = '', two = '', three = '', four = ''] = ids
    const asked = { type: 'restrict', reason: 'They contest what it says.' }
    expect(await clinic.desk.keep(staff('administrator'), four, asked)).to.include({ ok: true })
    await story.doAct(clinic, one, { type: 'withdraw', 'on-word-of-patient': true })
    await story.doAct(clinic, two, { type: 'pause' })
    await story.doAct(clinic, three, { type: 'decline', reason: 'Not for me to do.' })
    await mailFor(clinic, smtp).round()
    expect(toPatient()).to.deep.equal([])
  })

  it('that is refused for good is left to reception', async () => {
    const { clinic } = await thinking('email', SAFE)
    await aWeekLater(clinic)
    const mail = mailFor(clinic, smtp)
    smtp.state.refuses = 550
    await mail.round()
    expect(mail.failed).to.include('mail/ever SMTP 550').and.include('mail/given-up ever')
    smtp.state.refuses = 0
    story.wait(clinic, 48)
    await mail.round()
    expect(toPatient()).to.deep.equal([])
    const queue = await clinic.desk.queue(staff('reception'))
    expect(queue.map(({ kind }) => kind)).to.include('reminder')
  })

  it('that is greylisted comes once, no sooner than after five minutes', async () => {
    const { clinic } = await thinking('email', SAFE)
    await aWeekLater(clinic)
    const mail = mailFor(clinic, smtp)
    smtp.state.refuses = 451
    await mail.round()
    smtp.state.refuses = 0
    minutes(clinic, 4)
    await mail.round()
    expect(toPatient()).to.deep.equal([])
    minutes(clinic, 2)
    await mail.round()
    await mail.round()
    expect(toPatient()).to.have.lengthOf(1)
  })

  it('is given up after five tries', async () => {
    const { clinic } = await thinking('email', SAFE)
    await aWeekLater(clinic)
    const mail = mailFor(clinic, smtp)
    smtp.state.refuses = 451
    for (let hours = 0; hours < 48; hours += 7) {
      await mail.round()
      story.wait(clinic, 7)
    }
    // One mail to the patient and one to the clinic.
    const times = (what: string) => mail.failed.filter((one) => one === what).length
    expect([times('mail/now SMTP 451'), times('mail/given-up now')]).to.deep.equal([2 * 5, 2])
    smtp.state.refuses = 0
    await mail.round()
    expect(toPatient()).to.deep.equal([])
  })

  it('costs no try while the server is away, and is sent by the process after this one', async () => {
    const { clinic } = await thinking('email', SAFE)
    await aWeekLater(clinic)
    const mail = mailFor(clinic, smtp)
    await smtp.close()
    for (let tries = 0; tries < 8; tries += 1) {
      await mail.round()
      minutes(clinic, 6)
    }
    smtp = await openSmtp({}, smtp.port)
    await mailFor(clinic, smtp, mail.folder).round()
    expect(toPatient()).to.have.lengthOf(1)
    expect(mail.failed.join()).to.include('mail/away').and.not.include('given-up')
  })
})

describe('a mail and the end of a process', () => {
  serveEach()

  it('that came after it was sent is not sent again by the next one', async () => {
    const { clinic } = await thinking('email', SAFE)
    await aWeekLater(clinic)
    const { folder, round } = mailFor(clinic, smtp)
    await round()
    const before = smtp.received.length
    await mailFor(clinic, smtp, folder).round()
    expect(smtp.received).to.have.lengthOf(before)
  })

  it('that came between the server’s yes and the note of it is never lost: it comes twice, a day apart, by one name', async () => {
    const { clinic } = await thinking('email', SAFE)
    await aWeekLater(clinic)
    const dies = { ...clinic.letters, told: async () => Promise.reject(new Error('gone')) }
    const first = mailFor({ ...clinic, letters: dies }, smtp)
    await first.round()
    expect(toPatient()).to.have.lengthOf(1)
    const next = mailFor(clinic, smtp, first.folder)
    minutes(clinic, 10)
    await next.round()
    expect(toPatient(), 'on the same day').to.have.lengthOf(1)
    story.wait(clinic, 24)
    await next.round()
    await next.round()
    expect(toPatient()).to.have.lengthOf(2)
    expect(new Set(toPatient().map((mail) => headerOf(mail, 'Message-ID'))).size).to.equal(1)
  })
})

describe('what mail gives away', () => {
  serveEach()

  it('is nothing of a patient, a treatment or a speciality, in any mail or on disk', async () => {
    const { clinic, id } = await thinking('email', SAFE)
    await aWeekLater(clinic)
    const mail = mailFor(clinic, smtp)
    await mail.round()
    const kept = readdirSync(mail.ledger).map((name) =>
      readFileSync(join(mail.ledger, name), 'utf8'),
    )
    expect(kept.join().length).to.be.greaterThan(100)
    expect(kept.join())
      .to.not.match(/@|canary|nadia|tomasz/i)
      .and.not.include(id)
    const busy = openClinic({ words })
    await somethingWaits(busy)
    await mailFor(busy, smtp).round()
    expect(toPatient().length).to.equal(1)
    expect(toNadia().length).to.equal(1)
    for (const { raw, to: address } of smtp.received) {
      const said = raw.replaceAll(address, '')
      expect(said).to.not.match(
        /sam|canary|filler|botox|lip|skin|aesthetic|treatment|1990|consent/i,
      )
    }
  })

  it('is no private answer: whatever was said, the same mails go to the same people', async () => {
    const sent: unknown[] = []
    for (const said of ['nobody', 'yes']) {
      const clinic = openClinic()
      const before = smtp.received.length
      const mail = mailFor(clinic, smtp)
      await thinking('email', SAFE, clinic, { 'voluntariness/pressed': answer(said) })
      await mail.round()
      await aWeekLater(clinic)
      await mail.round()
      const mails = smtp.received.slice(before)
      expect(mails.map((one) => one.to)).to.include.members([SAFE, 'safeguarding@clinic.example'])
      sent.push(mails.map((one) => [one.to, headerOf(one, 'Subject'), one.raw.length]))
    }
    expect(sent[1]).to.deep.equal(sent[0])
  })

  it('is no length: every mail to a patient has the same words, and every mail to staff', async () => {
    const clinic = openClinic()
    for (const n of [1, 2]) await thinking('email', `canary-${n}@patient.example`, clinic)
    await aWeekLater(clinic)
    await mailFor(clinic, smtp).round()
    const patients = smtp.received.filter((mail) => mail.to.endsWith('patient.example'))
    expect(patients).to.have.lengthOf(2)
    expect(new Set(patients.map(({ raw }) => raw.length)).size).to.equal(1)
  })

  it('is nothing that the words say: they press nobody and name nothing', () => {
    for (const { body, short = '', slots } of [CASE_WAITS, MESSAGE_WAITS]) {
      expect(slots).to.deep.equal([])
      expect(lintText(`${short}\n\n${body}`, 'public')).to.deep.equal([])
      expect(body).to.not.match(/treatment|appointment|offer|soon|consent|doctor|nurse/i)
    }
  })
})
