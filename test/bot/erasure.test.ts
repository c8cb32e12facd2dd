import { expect } from 'chai'
import { readBundle } from '../../adapters/files/content.ts'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import { wordsOf } from '../../adapters/programs/house.ts'
import type { Instant } from '../../machines/time.ts'
import { turn } from '../adapters/turns.ts'
import { chance, demoClinic, openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'
import { ASK, enquiry, ERASE, lead, manager, reason } from './keeping.ts'

describe('erasing a person', () => {
  it('takes two: whoever asks, and somebody else who agrees', async () => {
    const { clinic, id, keep } = await enquiry()
    expect(await keep(ASK)).to.include({ ok: true })
    const own = await keep(ERASE)
    expect(own.said).to.equal('Not yet: whoever asked cannot be the one who agrees.')
    const done = await keep(ERASE, lead)
    expect(done.said).to.match(/^Erased, as number 1 of the clinic’s book\. Nobody can read it/)
    expect(done.said).to.contain('No copy of the keys is known that could bring it back.')
    expect(await clinic.desk.look(manager, id)).to.equal(undefined)
    expect(await clinic.desk.records(lead, id)).to.equal(undefined)
    expect(await clinic.desk.persons(manager, 'Sam')).to.deep.equal([])
  })

  it('is for the manager, the safeguarding lead or a supervisor, not for others', async () => {
    const { keep, look } = await enquiry()
    for (const role of ['reception', 'practitioner', 'auditor'] as const) {
      expect((await keep(ASK, staff(role))).said).to.match(/^That is for the manager/)
      expect((await look(staff(role)))?.offers, 'they see how long, no more').to.deep.equal([])
    }
    expect(await keep(ASK, staff('supervisor', 'imogen-achterberg'))).to.include({ ok: true })
  })

  it('makes every record of the person unreadable, and leaves the others as they were', async () => {
    const { clinic, id, keep } = await enquiry()
    const other = await story.enquired(clinic)
    const otherId = await other.consultation()
    const before = await clinic.store.load(id)
    await keep(ASK)
    await keep(ERASE, lead)
    const after = await clinic.store.load(id)
    expect(after, 'the leaves stay').to.deep.equal(before)
    for (const { sealed } of after) {
      expect(await clinic.parts.keys.find(sealed.key)).to.equal(undefined)
    }
    expect(await clinic.desk.records(story.performer, otherId)).to.include({ verified: true })
    await other.choose('yes')
    expect(await story.stageOf(clinic, otherId)).to.equal('pre-consultation')
  })

  it('takes all consultations of the person, linked ones too', async () => {
    const clinic = openClinic()
    const first = await story.enquired(clinic)
    const second = await story.enquired(clinic)
    const [one, two] = [await first.consultation(), await second.consultation()]
    const { person = '' } = (await clinic.store.consultations('demo')).find(({ id }) => id === one)!
    const identifiers = ['name', 'birth-date']
    await story.doAct(clinic, two, { type: 'link', person, identifiers }, staff('reception'))
    const keep = (act: unknown, by = manager) => clinic.desk.keep(by, two, act)
    await keep({ type: 'ask-erasure', basis: 'kept-in-error' })
    expect(await keep(ERASE, lead)).to.include({ ok: true })
    for (const id of [one, two]) {
      for (const { sealed } of await clinic.store.load(id)) {
        expect(await clinic.parts.keys.find(sealed.key)).to.equal(undefined)
      }
    }
  })

  it('counts what another instance added while it was decided, and takes what that began', async () => {
    const { clinic, id, keep } = await enquiry()
    const { store, keys } = clinic.parts
    const { person = '' } = (await clinic.store.consultations('demo')).find((one) => one.id === id)!
    const began = 'begun-elsewhere'
    let records = 0
    const destroy = keys.destroy.bind(keys)
    keys.destroy = async (consultations) => {
      if (records > 0) return destroy(consultations)
      // It is on record by now, and the lanes of another instance are its own.
      const { open, restricted } = await store.heads(id)
      records = open + restricted + 1
      const more = { clinic: 'demo', person }
      await store.commit(turn(id, open, { ...more, expect: { open, restricted } }))
      await store.commit(turn(began, 0, more))
      return destroy(consultations)
    }
    await keep(ASK)
    expect(await keep(ERASE, lead)).to.include({ ok: true })
    const entries = await clinic.book.entries()
    const acts = entries.flatMap(({ act }) => (act.type === 'erase' ? [act] : []))
    expect(acts.at(-1)?.consultations).to.have.deep.members([
      { id, records },
      { id: began, records: 1 },
    ])
    expect(await store.wasErased(began)).to.equal(true)
    expect(acts, 'and no more of them than the count needs').to.have.length(2)
  })

  it('ends the sitting of somebody who is at the chat', async () => {
    const { clinic, patient, keep } = await enquiry()
    const heard: unknown[] = []
    clinic.sittings.listen(patient.claim.sitting, (what) => heard.push(what))
    await keep(ASK)
    await keep(ERASE, lead)
    expect(heard).to.deep.equal(['ended'])
    expect(await patient.choose('yes')).to.deep.equal({ ok: false, why: 'gone' })
    await clinic.round()
  })

  it('can be dropped again, with a reason', async () => {
    const { clinic, id, keep } = await enquiry()
    await keep(ASK)
    expect(await keep({ type: 'drop-erasure' })).to.include({ ok: false })
    expect(await keep({ type: 'drop-erasure', reason: 'They changed their mind.' })).to.include({
      ok: true,
    })
    expect((await keep(ERASE, lead)).said).to.contain('nobody has asked for it')
    expect(await clinic.desk.look(manager, id)).to.not.equal(undefined)
  })

  it('lists the copies that went out, which it does not reach', async () => {
    const { clinic, id, keep, look } = await enquiry()
    const person = (await clinic.desk.look(manager, id))?.person.id ?? ''
    const gave = { type: 'gave', person, what: 'access', way: 'by hand', digest: 'a'.repeat(64) }
    await clinic.book.add(manager, () => gave as never)
    expect((await look())?.given).to.have.length(1)
    await keep(ASK)
    expect((await keep(ERASE, lead)).said).to.contain('1 copy was handed out')
  })
})

describe('a hold', () => {
  it('stops an erasure, at the asking and at the agreeing, until it is lifted', async () => {
    const { keep } = await enquiry()
    await keep(ASK)
    expect(await keep({ type: 'hold', reason })).to.include({ ok: true })
    expect((await keep(ERASE, lead)).said).to.equal(`Not yet: it is held: ${reason}.`)
    await keep({ type: 'drop-erasure', reason: 'There is a claim.' })
    expect((await keep(ASK)).said).to.contain('Not erased while it is held')
    expect(await keep({ type: 'lift', reason: 'The claim is settled.' })).to.include({ ok: true })
    expect(await keep(ASK)).to.include({ ok: true })
    expect(await keep(ERASE, lead)).to.include({ ok: true })
  })

  it('needs a reason, as lifting it does', async () => {
    const { keep } = await enquiry()
    expect((await keep({ type: 'hold' })).said).to.contain('write down the reason')
    expect((await keep({ type: 'hold', reason: ' ' })).said).to.contain('write down the reason')
    await keep({ type: 'hold', reason })
    expect((await keep({ type: 'lift' })).said).to.contain('write down the reason')
  })

  it('is in the book with who, when and why, and stays there', async () => {
    const { clinic, keep, look } = await enquiry()
    await keep({ type: 'hold', reason })
    expect((await look())?.held).to.include({ reason, by: 'Gwen Tarrant' })
    await keep({ type: 'lift', reason: 'Settled.' }, lead)
    const types = (await clinic.book.entries()).map(({ act, by }) => [act.type, by.id])
    expect(types).to.deep.equal([
      ['hold', manager.id],
      ['lift', lead.id],
    ])
  })
})

describe('a clinic of one', () => {
  const alone = (more: object) => {
    const people = demoClinic.people.filter(({ id }) =>
      ['imogen-achterberg', 'osei-marchetti'].includes(id),
    )
    return wordsOf(readBundle(), { ...demoClinic, people, ...more })
  }
  const imogen = staff('supervisor', 'imogen-achterberg')
  const osei = staff('auditor')

  it('has its outside second person agree', async () => {
    const words = alone({ outsideSecondPerson: 'osei-marchetti' })
    const { clinic, keep } = await enquiry({ words })
    await keep(ASK, imogen)
    story.wait(clinic, 24 * 30)
    expect((await keep(ERASE, imogen)).said).to.contain('whoever asked cannot be the one')
    expect(await keep(ERASE, osei)).to.include({ ok: true })
  })

  it('without one waits seven whole days, and says so', async () => {
    const { clinic, keep } = await enquiry({ words: alone({}), at: '2026-11-23T10:00:00.000Z' })
    await keep(ASK, imogen)
    expect((await keep(ERASE, osei)).said).to.match(/^That is for the manager/)
    clinic.clocks.set('2026-11-30T23:59:00.000Z')
    expect((await keep(ERASE, imogen)).said).to.equal('Not yet: it waits until 2026-12-01.')
    clinic.clocks.set('2026-12-01T00:00:00.000Z')
    expect(await keep(ERASE, imogen)).to.include({ ok: true })
    const last = (await clinic.book.entries()).at(-1)?.act
    expect(last).to.include({ type: 'erase', alone: true })
  })
})

describe('an erasure that was cut off', () => {
  it('is finished at the next start, wherever it was cut off', async () => {
    for (const cut of ['destroy', 'erase'] as const) {
      const [store, keys] = [createMemoryStore(), createMemoryKeys({ chance })]
      const dead = async () => {
        throw new Error('the power went')
      }
      const broken = {
        store: cut === 'erase' ? { ...store, erase: dead } : store,
        keys: cut === 'destroy' ? { ...keys, destroy: dead } : keys,
      }
      const { id, keep } = await enquiry(broken)
      await keep(ASK)
      await keep(ERASE, lead).catch(() => undefined)
      const again = openClinic({ store, keys })
      await again.begin()
      expect(await again.desk.look(manager, id), cut).to.equal(undefined)
      for (const { sealed } of await store.load(id)) {
        expect(await keys.find(sealed.key), cut).to.equal(undefined)
      }
      const erasures = (await again.book.entries()).filter(({ act }) => act.type === 'erase')
      expect(erasures).to.have.length(1)
    }
  })

  it('tells until when a copy of the keys can undo it', async () => {
    const keys = createMemoryKeys({ chance })
    const until = (day: string) => `2026-12-${day}T10:00:00.000Z` as Instant
    const copies = [until('20'), until('23'), until('01')].map((one) => ({ made: one, until: one }))
    const { keep } = await enquiry({
      keys: { ...keys, backups: async () => copies },
      at: '2026-12-05T10:00:00.000Z',
    })
    await keep(ASK)
    const { said } = await keep(ERASE, lead)
    expect(said).to.contain('A copy of the keys can still bring it back until 2026-12-23')
  })
})
