import { expect } from 'chai'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import { choose } from '../../adapters/programs/demo/autopilot.ts'
import { lintText } from '../../content/lint.ts'
import { beginnings } from '../transcripts/beginnings.ts'
import { chance, openClinic, type OpenClinic, shipped, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const reception = staff('reception')
const DAY = 24
const WEEK = 7 * DAY

/** Somebody with time to think, who has gone home. */
async function thinking(clinic = openClinic()) {
  const begin = beginnings['an adult with time to think']
  if (!begin) throw new Error('no such beginning')
  const patient = await begin(clinic)
  const id = await patient.consultation()
  return { clinic, patient, id }
}

async function after(clinic: OpenClinic, hours: number): Promise<void> {
  story.wait(clinic, hours)
  await clinic.round()
}

async function reminded(clinic: OpenClinic, id: string) {
  const queue = await clinic.desk.queue(reception)
  const told = queue.filter(({ kind, consultation }) => kind === 'reminder' && consultation === id)
  return told.map(({ what }) => what)
}

async function tell(clinic: OpenClinic, id: string, how = 'told') {
  const { reminder } = (await clinic.desk.look(reception, id)) ?? {}
  return clinic.desk.act(reception, id, { type: 'remind', reminder: reminder?.id ?? 'none', how })
}

describe('a reminder to somebody with time to think', () => {
  it('waits for the end of that time, and then for reception, by the way they named', async () => {
    const { clinic, id } = await thinking()
    await after(clinic, WEEK - 2)
    expect(await reminded(clinic, id)).to.deep.equal([])
    await after(clinic, 3)
    expect(await reminded(clinic, id)).to.deep.equal([
      'Tell them that it waits, by phone call, 020 7946 0999',
    ])
  })

  it('is on record with its words, and who gave it', async () => {
    const { clinic, id } = await thinking()
    await after(clinic, WEEK)
    expect(await tell(clinic, id)).to.include({ ok: true })
    expect(await reminded(clinic, id)).to.deep.equal([])
    const page = await clinic.desk.records(staff('auditor'), id)
    const last = page?.records.findLast(({ event }) => event === 'Saw to a reminder')
    expect(last?.shown.map((one) => one.id)).to.include('consultation/reminder')
    expect(last?.who).to.equal('Tomasz Brightwell')
    expect(page).to.include({ verified: true })
  })

  it('comes twice at most, a week apart, and then never', async () => {
    const { clinic, id } = await thinking()
    await after(clinic, WEEK)
    await tell(clinic, id)
    await after(clinic, WEEK - 1)
    expect(await reminded(clinic, id), 'not before a week').to.deep.equal([])
    await after(clinic, 2)
    expect(await reminded(clinic, id)).to.have.lengthOf(1)
    await tell(clinic, id, 'not-reached')
    for (let weeks = 0; weeks < 10; weeks += 1) await after(clinic, WEEK)
    expect(await reminded(clinic, id)).to.deep.equal([])
  })

  it('does not pile up while nobody gives it', async () => {
    const { clinic, id } = await thinking()
    for (let weeks = 0; weeks < 6; weeks += 1) await after(clinic, WEEK)
    expect(await reminded(clinic, id)).to.have.lengthOf(1)
  })

  it('has a cap that a restart does not lift', async () => {
    const kept = { store: createMemoryStore(), keys: createMemoryKeys({ chance }) }
    const before = await thinking(openClinic(kept))
    for (let times = 0; times < 2; times += 1) {
      await after(before.clinic, WEEK + 1)
      await tell(before.clinic, before.id)
    }
    const again = openClinic(kept)
    again.clocks.set(before.clinic.clocks.wall())
    for (let weeks = 0; weeks < 4; weeks += 1) await after(again, WEEK)
    expect(await reminded(again, before.id)).to.deep.equal([])
  })

  it('is the last one when they say that they want no more', async () => {
    const { clinic, id } = await thinking()
    await after(clinic, WEEK)
    await tell(clinic, id, 'not-wanted')
    for (let weeks = 0; weeks < 4; weeks += 1) await after(clinic, WEEK)
    expect(await reminded(clinic, id)).to.deep.equal([])
  })

  for (const [why, act] of [
    ['withdrew', { type: 'withdraw', 'on-word-of-patient': true }],
    ['was declined', { type: 'decline', reason: 'Not for me to do.' }],
    ['was paused by the clinic', { type: 'pause' }],
  ] as const) {
    it(`does not come to somebody who ${why}, before it was due or after`, async () => {
      const { clinic, id } = await thinking()
      await story.doAct(clinic, id, act)
      await after(clinic, WEEK)
      expect(await reminded(clinic, id)).to.deep.equal([])

      const other = await thinking()
      await after(other.clinic, WEEK)
      await story.doAct(other.clinic, other.id, act)
      expect(await reminded(other.clinic, other.id), 'one that waited').to.deep.equal([])
      const done = { type: 'remind', reminder: 'reminder-1', how: 'told' }
      expect(await other.clinic.desk.act(reception, other.id, done)).to.include({ ok: false })
    })
  }

  it('does not come to somebody who said stop, until they go on', async () => {
    const { clinic, patient, id } = await thinking()
    await patient.say('stop')
    await after(clinic, WEEK)
    expect(await reminded(clinic, id)).to.deep.equal([])
    await story.doAct(clinic, id, { type: 'resume', 'on-word-of-patient': true }, reception)
    await clinic.round()
    expect(await reminded(clinic, id)).to.have.lengthOf(1)
  })

  it('does not come to somebody who said that they want more time', async () => {
    const { clinic, id } = await thinking()
    story.wait(clinic, WEEK)
    const back = await story.comesBack(clinic, id)
    for (const choice of ['ready-to-say', 'more-time']) await back.choose(choice)
    for (let weeks = 0; weeks < 4; weeks += 1) await after(clinic, WEEK)
    expect(await reminded(clinic, id)).to.deep.equal([])
  })

  it('does not come to somebody whom only the clinic is safe for', async () => {
    const clinic = openClinic()
    const invited = await clinic.desk.invite(reception, {
      ...{ name: 'Sam Example', birthDate: '1990-04-03', safeContact: 'at-the-clinic-only' },
      ...{ treatmentClass: 'filler', treatmentName: 'Dermal filler' },
    })
    const id = invited.consultation ?? ''
    const claim = await clinic.sittings.redeem(invited.secret ?? '', 'widget')
    if (!claim) throw new Error(invited.said)
    const patient = story.at(clinic, claim)
    await patient.answer('1990-04-03')
    const apart = { 'enquiry/safe-contact': choose('at-the-clinic-only') }
    await story.answersAll(clinic, patient, apart)
    await story.prepare(clinic, id)
    await story.assess(clinic, id)
    await story.answersAll(clinic, await story.comesBack(clinic, id), apart)
    await story.decidesAll(clinic, id)
    const back = await story.comesBack(clinic, id)
    expect((await back.question())?.content).to.equal('cooling-off/thinking')
    for (let weeks = 0; weeks < 4; weeks += 1) await after(clinic, WEEK)
    expect(await reminded(clinic, id)).to.deep.equal([])
  })

  it('becomes needless when they come by themselves', async () => {
    const { clinic, id } = await thinking()
    await after(clinic, WEEK)
    const back = await story.comesBack(clinic, id)
    await back.choose('ready-to-say')
    expect(await reminded(clinic, id)).to.deep.equal([])
  })

  it('names no treatment, and presses nobody', () => {
    const { body, slots } = shipped.catalogue.get('consultation/reminder')
    expect(slots).to.have.members(['clinic-name', 'clinic-phone'])
    expect(lintText(body, 'public')).to.deep.equal([])
    expect(body).to.contain('no hurry').and.to.contain('don’t have to do anything')
    for (const word of ['treatment', 'filler', 'appointment', 'offer', 'soon', 'last']) {
      expect(body.toLowerCase()).not.to.match(new RegExp(`\\b${word}\\b`))
    }
  })

  it('is nobody’s to give but the clinic’s staff’s', async () => {
    const { clinic, id } = await thinking()
    await after(clinic, WEEK)
    const done = { type: 'remind', reminder: 'reminder-1', how: 'told' }
    expect(await clinic.desk.act(staff('auditor'), id, done)).to.include({ ok: false })
    expect(await clinic.desk.act(reception, id, { ...done, reminder: 'reminder-2' })).to.include({
      ok: false,
    })
  })
})
