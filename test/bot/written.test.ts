import { expect } from 'chai'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import { readBundle } from '../../adapters/files/content.ts'
import { wordsOf } from '../../adapters/programs/house.ts'
import { choose } from '../../adapters/programs/demo/autopilot.ts'
import { writtenPack } from '../../content/pack.ts'
import { beginnings } from '../transcripts/beginnings.ts'
import {
  chance,
  demoClinic,
  openClinic,
  type OpenClinic,
  patientAt,
  shipped,
  staff,
} from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const reception = staff('reception')
const auditor = staff('auditor')

/** Somebody before whom the written information is, in the way that they chose. */
async function given(way: string, clinic = openClinic()) {
  const begin = beginnings['an adult at information']
  if (!begin) throw new Error('no such beginning')
  const patient = await begin(clinic)
  const chosen = { 'information/pack-way': choose(way) }
  await story.answersAll(clinic, patient, chosen, 'information/pack')
  return { clinic, patient, id: await patient.consultation() }
}

async function recorded(clinic: OpenClinic, id: string) {
  const { records = [] } = (await clinic.desk.records(auditor, id)) ?? {}
  return records.flatMap(({ event, shown }) =>
    shown.filter((one) => one.id.startsWith('written-')).map((one) => ({ event, ...one })),
  )
}

describe('the written information', () => {
  it('is what the chat’s own content says of the treatment, and all of it', async () => {
    const { clinic, patient } = await given('read-here-only')
    const page = await clinic.sittings.written(patient.claim)
    const treatment = shipped.treatment('filler', 'Dermal filler')
    if (!treatment) throw new Error('no such treatment')
    const { title, sections } = writtenPack(treatment, demoClinic, shipped.catalogue.ui)
    expect(page).to.deep.include({ title, sections })
    expect(page?.safetyNet).to.contain(demoClinic.phone)
  })

  it('is on record, word for word, when it is put before the patient and when they have it', async () => {
    const { clinic, patient, id } = await given('read-here-only')
    const page = await clinic.sittings.written(patient.claim)
    await patient.choose('have-it')
    const records = await recorded(clinic, id)
    expect(records).to.have.lengthOf(2)
    for (const { digest, text } of records) {
      expect(digest).to.equal(page?.digest)
      for (const { heading, paragraphs, list = [] } of page?.sections ?? []) {
        for (const words of [heading, ...paragraphs, ...list]) expect(text).to.contain(words)
      }
    }
    expect(await clinic.desk.records(auditor, id)).to.include({ verified: true })
  })

  it('has another digest as soon as one word of it is another', async () => {
    const bundle = readBundle().map(({ path, text }) =>
      path.endsWith('dermal-filler.yaml')
        ? { path, text: text.replace('bruis', 'bruis(e)') }
        : { path, text },
    )
    const reworded = openClinic({ words: wordsOf(bundle, demoClinic) })
    const [one, other] = [await given('read-here-only'), await given('read-here-only', reworded)]
    const digests = [
      (await one.clinic.sittings.written(one.patient.claim))?.digest,
      (await other.clinic.sittings.written(other.patient.claim))?.digest,
    ]
    expect(digests[0]).to.match(/^[0-9a-f]{64}$/)
    expect(digests[0]).not.to.equal(digests[1])
  })

  it('keeps the words that the consultation began with, whatever is written today', async () => {
    const kept = { store: createMemoryStore(), keys: createMemoryKeys({ chance }) }
    const yesterday = await given('read-here-only', openClinic(kept))
    const before = await yesterday.clinic.sittings.written(yesterday.patient.claim)
    const bundle = readBundle().map(({ path, text }) => ({
      path,
      text: path.endsWith('ui.yaml')
        ? text.replace('pack-serious: Serious risks', 'pack-serious: Grave risks')
        : text,
    }))
    const today = openClinic({
      ...{ ...kept, words: wordsOf(bundle, demoClinic) },
      library: async (wanted) => (wanted === shipped.digest ? shipped : undefined),
    })
    today.clocks.set(yesterday.clinic.clocks.wall())
    const after = await today.sittings.written(yesterday.patient.claim)
    expect(after).to.deep.equal(before)
    expect(JSON.stringify(after)).to.contain('Serious risks')
  })

  it('is read here only by somebody who chose to, and told so', async () => {
    for (const [way, here] of [
      ['read-here-only', true],
      ['on-paper-at-the-clinic', false],
      ['by-email', false],
    ] as const) {
      const { clinic, patient } = await given(way)
      expect((await patient.last())?.written === true, way).to.equal(here)
      expect((await clinic.sittings.written(patient.claim)) !== undefined, way).to.equal(here)
    }
  })

  it('can be read again while they think, and no longer once they have withdrawn', async () => {
    const { clinic, patient, id } = await given('read-here-only')
    await patient.choose('have-it')
    expect(await clinic.sittings.written(patient.claim)).to.be.an('object')
    await story.doAct(clinic, id, { type: 'withdraw', 'on-word-of-patient': true }, reception)
    expect(await clinic.sittings.written(patient.claim)).to.equal(undefined)
    expect(await clinic.desk.written(reception, id)).to.equal(undefined)
  })

  it('is not there for a visitor, before it is given, at a closed door, or after the end', async () => {
    const clinic = openClinic()
    const visitor = patientAt(clinic)
    expect(await clinic.sittings.written(visitor.claim)).to.equal(undefined)
    const enquirer = await story.enquired(clinic)
    expect(await clinic.sittings.written(enquirer.claim)).to.equal(undefined)

    const { clinic: other, patient, id } = await given('read-here-only')
    const link = await other.desk.makeLink(story.performer, id, 'continue')
    const atTheDoor = await other.sittings.redeem(link.secret ?? '', 'widget')
    if (!atTheDoor) throw new Error(link.said)
    expect(await other.sittings.written(atTheDoor)).to.equal(undefined)
    await other.sittings.end(patient.claim)
    expect(await other.sittings.written(patient.claim)).to.equal(undefined)
  })

  it('waits for reception to hand over or to send, until the patient has it', async () => {
    const waits = async (clinic: OpenClinic) =>
      (await clinic.desk.queue(reception)).filter(({ what }) => /written information/.test(what))
    const paper = await given('on-paper-at-the-clinic')
    expect((await waits(paper.clinic))[0]?.what).to.contain('put it in their hand')
    expect(await paper.clinic.desk.written(reception, paper.id)).to.be.an('object')
    await paper.patient.choose('have-it')
    expect(await waits(paper.clinic)).to.deep.equal([])
    expect((await waits((await given('by-email')).clinic))[0]?.what).to.contain('by email')
    expect(await waits((await given('read-here-only')).clinic)).to.deep.equal([])
  })

  it('is given at the desk to nobody who may not see the consultation', async () => {
    const { clinic, id } = await given('on-paper-at-the-clinic')
    const rhys = staff('practitioner', 'rhys-penhallow')
    expect(await clinic.desk.written(rhys, id)).to.equal(undefined)
    expect(await clinic.desk.written(reception, 'nowhere')).to.equal(undefined)
  })
})
