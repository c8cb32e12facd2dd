import { expect } from 'chai'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import type { Store } from '../../bot/ports.ts'
import type { Actor } from '../../machines/commands.ts'
import type { Day } from '../../machines/contract.ts'
import { openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const NOVEMBER = '2026-11-23' as Day
const rhys = staff('performer', 'rhys-penhallow')
const reception = staff('reception')
const lead = staff('safeguarding')

/** Somebody whom Nadia Okafor treats, and nobody else. */
async function treated(options: Parameters<typeof openClinic>[0] = {}) {
  const clinic = openClinic(options)
  const patient = await story.enquired(clinic)
  const id = await patient.consultation()
  const { id: to, name } = story.performer
  await story.doAct(clinic, id, { type: 'assign', role: 'performer', to, name }, reception)
  return { clinic, id }
}

async function readsOf({ reads }: OpenClinic, by: Actor) {
  const entries = await reads.of(NOVEMBER)
  return entries.filter((one) => one.by.id === by.id).map(({ access }) => access)
}

const EMERGENCY = {
  ...{ name: 'Sam Example', 'birth-date': '1990-04-03' },
  reason: 'Rang with a swollen eye, and Nadia cannot be reached.',
}

describe('who read what', () => {
  it('is on record for every part of a consultation that was shown, before it is shown', async () => {
    const { clinic, id } = await treated()
    const { desk } = clinic
    const before = (await readsOf(clinic, story.performer)).length
    await desk.look(story.performer, id)
    await desk.records(story.performer, id)
    await desk.drawing(story.performer, id, { open: 'welcome#1', page: 1 })
    await desk.written(story.performer, id)
    expect((await readsOf(clinic, story.performer)).slice(before)).to.deep.equal(
      ['consultation', 'record', 'drawing', 'written-information'].map((part) => ({
        ...{ type: 'read', part, consultation: id, how: 'theirs' },
      })),
    )
  })

  it('names what was refused too, and changes nothing of the consultation itself', async () => {
    const { clinic, id } = await treated()
    const { desk, store } = clinic
    const before = await store.heads(id)
    expect(await desk.look(rhys, id)).to.equal(undefined)
    expect(await desk.records(rhys, id)).to.equal(undefined)
    expect(await desk.written(rhys, id)).to.equal(undefined)
    expect(await desk.keeping(rhys, id)).to.equal(undefined)
    expect((await desk.act(rhys, id, { type: 'withdraw' })).ok).to.equal(false)
    expect((await desk.makeLink(rhys, id, 'continue')).ok).to.equal(false)
    expect((await desk.pack(rhys, id)).ok).to.equal(false)
    expect(await readsOf(clinic, rhys)).to.deep.equal(
      ['consultation', 'record', 'written-information', 'keeping', 'act', 'link', 'pack'].map(
        (part) => ({ type: 'read', part, consultation: id, how: 'refused' }),
      ),
    )
    expect(await store.heads(id)).to.deep.equal(before)
  })

  it('names whom a search showed, and not what was typed', async () => {
    const { clinic, id } = await treated()
    await clinic.desk.persons(reception, 'sam ex')
    await clinic.desk.persons(rhys, 'sam ex')
    expect((await readsOf(clinic, reception)).at(-1)).to.deep.equal({ type: 'search', found: [id] })
    expect((await readsOf(clinic, rhys)).at(-1)).to.deep.equal({ type: 'search', found: [] })
    expect(JSON.stringify(await clinic.reads.of(NOVEMBER))).to.not.include('sam ex')
  })

  it('goes on where it was after a restart, a page for each, a stream for each month', async () => {
    const { clinic, id } = await treated()
    const { store, keys } = clinic.parts
    await clinic.desk.look(rhys, id)
    const again = openClinic({ store, keys, at: '2026-11-23T11:00:00.000Z' })
    await again.desk.look(rhys, id)
    again.clocks.set('2026-12-01T09:00:00.000Z')
    await again.desk.look(rhys, id)
    expect(await readsOf(again, rhys)).to.have.length(2)
    const december = await again.reads.of('2026-12-01' as Day)
    expect(december.map(({ seq, by }) => [seq, by.id])).to.deep.equal([[0, rhys.id]])
  })

  it('loses none when two read at once', async () => {
    const { clinic, id } = await treated()
    await Promise.all([1, 2, 3, 4, 5].map(() => clinic.desk.look(rhys, id)))
    expect(await readsOf(clinic, rhys)).to.have.length(5)
  })

  it('is written together when many read at once, each in its place of one chain', async () => {
    const store = createMemoryStore()
    const written: number[] = []
    const commit: Store['commit'] = (turn) => {
      if (turn.consultation.includes('/access/')) written.push(turn.records.length)
      return store.commit(turn)
    }
    const { clinic, id } = await treated({ store: { ...store, commit } })
    written.length = 0
    await Promise.all(Array.from({ length: 20 }, () => clinic.desk.look(rhys, id)))
    expect(written).to.deep.equal([1, 19])
    const entries = await clinic.reads.of(NOVEMBER)
    expect(entries.map(({ seq }) => seq)).to.deep.equal(entries.map((_, seq) => seq))
  })

  it('is refused alone where it cannot be written, and keeps no other from the record', async () => {
    const { clinic, id } = await treated()
    const wrong = { type: 'not-for-role', route: '' } as const
    const noted = await Promise.allSettled([
      ...[clinic.desk.look(rhys, id), clinic.reads.note(rhys, wrong), clinic.desk.look(rhys, id)],
    ])
    expect(noted.map(({ status }) => status)).to.deep.equal(['fulfilled', 'rejected', 'fulfilled'])
    expect(await readsOf(clinic, rhys)).to.have.length(2)
  })
})

describe('a search for people', () => {
  it('finds by the very number of a consultation, and never by part of one', async () => {
    const { clinic, id } = await treated()
    const found = async (query: string, by = reception) =>
      (await clinic.desk.persons(by, query)).map(({ consultation }) => consultation)
    expect(await found(id)).to.deep.equal([id])
    expect(await found(id.slice(0, -1))).to.deep.equal([])
    expect(await found(id, rhys)).to.deep.equal([])
  })
})

describe('another clinic, in the same store', () => {
  it('is not there at all', async () => {
    const { clinic, id } = await treated()
    const { store, keys } = clinic.parts
    const other = openClinic({ store, keys, clinic: 'elsewhere', at: '2026-11-23T11:00:00.000Z' })
    for (const role of [
      'performer',
      'reception',
      'safeguarding',
      'auditor',
      'administrator',
    ] as const) {
      const by = staff(role)
      const { desk } = other
      expect(await desk.look(by, id), role).to.equal(undefined)
      expect(await desk.records(by, id), role).to.equal(undefined)
      expect(await desk.keeping(by, id), role).to.equal(undefined)
      expect(await desk.persons(by, 'Sam'), role).to.deep.equal([])
      expect(await desk.queue(by), role).to.deep.equal([])
      expect((await desk.act(by, id, { type: 'withdraw' })).ok, role).to.equal(false)
      expect((await desk.keep(by, id, { type: 'hold', reason: 'x' })).ok, role).to.equal(false)
      expect((await desk.makeLink(by, id, 'continue')).ok, role).to.equal(false)
      expect((await desk.pack(by, id)).ok, role).to.equal(false)
      expect((await desk.openInEmergency(by, EMERGENCY)).ok, role).to.equal(false)
    }
  })
})

describe('an emergency', () => {
  it('opens what is a colleague’s, to read and for an hour', async () => {
    const { clinic, id } = await treated()
    const { desk, clocks } = clinic
    expect(await desk.look(rhys, id)).to.equal(undefined)
    const opened = await desk.openInEmergency(rhys, EMERGENCY)
    expect([opened.ok, opened.consultation]).to.deep.equal([true, id])
    const view = await desk.look(rhys, id)
    expect(view?.who).to.equal('Sam Example')
    expect(view?.offers.concat(view.prompts.map(({ open }) => open as never))).to.deep.equal([])
    expect((await desk.records(rhys, id))?.mayPack).to.equal(false)
    expect((await desk.act(rhys, id, { type: 'withdraw' })).ok).to.equal(false)
    expect((await desk.pack(rhys, id)).ok).to.equal(false)
    expect(await desk.look(staff('performer', 'imogen-achterberg'), id)).to.equal(undefined)
    clocks.set(new Date(Date.parse(view?.emergency ?? '') - 1000).toISOString())
    expect(await desk.look(rhys, id)).to.be.an('object')
    clocks.set(view?.emergency ?? '')
    expect(await desk.look(rhys, id)).to.equal(undefined)
    const how = (await readsOf(clinic, rhys)).map((one) => (one.type === 'read' ? one.how : ''))
    expect(how).to.include('in-emergency')
    expect(how.at(-1)).to.equal('refused')
  })

  it('takes a reason, and both name and date of birth as they are', async () => {
    const { clinic } = await treated()
    for (const wrong of [
      ...[{ reason: '' }, { reason: 'short' }, { name: 'Sam' }, { name: '' }],
      ...[{ 'birth-date': '1990-04-04' }, { 'birth-date': '' }],
    ]) {
      const { ok } = await clinic.desk.openInEmergency(rhys, { ...EMERGENCY, ...wrong })
      expect(ok, JSON.stringify(wrong)).to.equal(false)
    }
  })

  it('is for those who treat', async () => {
    const { clinic } = await treated()
    for (const role of ['reception', 'auditor', 'administrator', 'safeguarding'] as const)
      expect((await clinic.desk.openInEmergency(staff(role), EMERGENCY)).ok, role).to.equal(false)
  })

  it('waits for the safeguarding lead and the manager until one has looked into it', async () => {
    const { clinic, id } = await treated()
    const { desk } = clinic
    const waits = async (by: Actor) =>
      (await desk.queue(by)).filter(({ kind }) => kind === 'opened-in-emergency')
    await desk.openInEmergency(rhys, EMERGENCY)
    for (const by of [lead, staff('administrator')]) {
      expect((await waits(by)).map(({ consultation }) => consultation)).to.deep.equal([id])
      expect((await waits(by))[0]?.what)
        .to.include('Rhys Penhallow')
        .and.to.include('swollen eye')
    }
    expect(await waits(reception)).to.deep.equal([])
    expect((await desk.look(lead, id))?.openings?.map(({ reason }) => reason)).to.deep.equal([
      EMERGENCY.reason,
    ])
    expect((await desk.lookInto(reception, id)).ok).to.equal(false)
    const himself = { ...rhys, role: 'administrator' as const }
    expect((await desk.lookInto(himself, id)).ok).to.equal(false)
    expect((await desk.lookInto(lead, id)).ok).to.equal(true)
    expect(await waits(lead)).to.deep.equal([])
    expect((await desk.look(lead, id))?.openings).to.equal(undefined)
  })
})
