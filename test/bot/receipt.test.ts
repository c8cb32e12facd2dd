import { expect } from 'chai'
import { createChance } from '../../adapters/config/chance.ts'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryPlace } from '../../adapters/memory/place.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import { receiptHtml } from '../../adapters/web/receipt/page.ts'
import { inception, openLog } from '../../bot/evidence/log/log.ts'
import { writeProof } from '../../bot/evidence/log/proof.ts'
import { unseal } from '../../bot/evidence/seal.ts'
import { verifyPack } from '../../bot/evidence/verify/pack.ts'
import type { Claim } from '../../bot/ports.ts'
import { time } from '../../content/helpers.ts'
import type { Instant } from '../../machines/time.ts'
import { openClinic, type OpenClinic, patientAt, shipped } from '../support/clinic.ts'
import { logBeside, logOf, signer } from '../support/log.ts'
import { packOf } from '../support/packs.ts'
import { openPrivately } from '../support/private.ts'
import * as story from '../support/stories.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const openRecords = async ({ store }: OpenClinic, id: string) =>
  (await store.load(id)).filter(({ stream }) => stream === 'open')

async function receiptAt(clinic: OpenClinic, claim: Claim) {
  const receipt = await clinic.sittings.receipt(claim)
  if (!receipt) throw new Error('there is no receipt')
  return receipt
}

/** A clinic whose log is the real one, with nobody outside to witness it. */
async function sealing() {
  const store = createMemoryStore()
  const chance = createChance()
  const keys = createMemoryKeys({ chance })
  const wall = () => '2026-11-23T10:00:00.000Z' as Instant
  const log = { store: store.log('demo'), keys, second: createMemoryPlace(), witnesses: [], wall }
  await inception(log, 'demo', chance)
  const running = await openLog(log)
  return { clinic: openClinic({ store, keys, log: () => running }), running }
}

/** Somebody at a clinic whose log is in memory, their receipt, and a pack of their records. */
async function beside() {
  const clinic = openClinic({ log: ({ store }) => logBeside(store) })
  await story.enquired(clinic)
  const patient = await story.enquired(clinic)
  const id = await patient.consultation()
  const receipt = await receiptAt(clinic, patient.claim)
  return { clinic, id, receipt, pack: await packOf(clinic, id) }
}

/** Somebody who has answered a private question. */
async function inPrivate(said: string) {
  const clinic = openPrivately({ log: ({ store }) => logBeside(store) })
  const patient = await story.enquire(clinic, story.WELCOME)
  await patient.answer(said)
  return { clinic, patient, id: await patient.consultation() }
}

const verified = (pack: Uint8Array, receipt: string) =>
  verifyPack(pack, { receipt: bytes(receipt) })

describe('the patient’s receipt', function () {
  this.timeout(30_000)

  it('is of the latest open record, though a restricted one was written beside it', async () => {
    const { clinic, patient, id } = await inPrivate('not-safe')
    expect((await clinic.store.load(id)).at(-1)?.stream).to.equal('restricted')
    const last = (await openRecords(clinic, id)).at(-1)!
    const receipt = await receiptAt(clinic, patient.claim)
    expect(receipt.recordId).to.equal(last.recordId)
    const key = await clinic.parts.keys.find(last.sealed.key)
    expect(receipt.recorded).to.equal(time(unseal(last, key!).recordedAt))
  })

  it('is the same page, but for its ids, times and proofs, whatever was said in private', async () => {
    const pages = new Set<string>()
    for (const said of ['safe', 'not-safe']) {
      const { clinic, patient } = await inPrivate(said)
      const receipt = await receiptAt(clinic, patient.claim)
      expect(receipt).to.include({ standing: 'sealed' })
      const alike = { recordId: 'id', recorded: 'time', proof: { leaf: 'leaf', file: 'proof' } }
      const seen = { ...receipt, ...alike }
      pages.add(JSON.stringify(seen) + receiptHtml(seen, shipped.catalogue.ui as never))
    }
    expect(pages.size).to.equal(1)
  })

  it('T-CO7: names no treatment, no answer and nobody', async () => {
    const { clinic } = await sealing()
    const { patient } = await story.readyToSign(clinic)
    const said = JSON.stringify(await receiptAt(clinic, patient.claim)).toLowerCase()
    for (const word of [
      'filler',
      'lip',
      'treatment',
      'sam example',
      '1990',
      'consent',
      'aesthetic',
    ])
      expect(said).not.to.contain(word)
  })

  it('is recorded until the log has taken it in, and then sealed, with its proof', async () => {
    const { clinic, running } = await sealing()
    const patient = await story.enquired(clinic)
    const before = await receiptAt(clinic, patient.claim)
    expect(before).to.include({ standing: 'recorded' }).and.not.to.have.property('proof')
    await running.settled()
    const after = await receiptAt(clinic, patient.claim)
    expect(after).to.include({ standing: 'sealed', recordId: before.recordId })
    expect(after.log).to.match(/^candour\/demo\//)
    expect(after.proof?.file).to.contain(`\n${after.log}\n`)
  })

  it('is accepted by the check of a pack that is made later, when the log has grown', async () => {
    const { clinic, running } = await sealing()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    await running.settled()
    const { proof, recordId } = await receiptAt(clinic, patient.claim)
    await story.enquired(clinic)
    await patient.say('stop')
    const pack = await packOf(clinic, id, { log_: running })
    const place = (await openRecords(clinic, id)).findIndex((one) => one.recordId === recordId)
    expect(verified(pack, proof!.file)).to.include({ ok: true, receipt: place })
  })

  it('is refused when it is of another log', async () => {
    const { pack } = await beside()
    const other = openClinic({
      log: ({ store }) => logBeside(store, 'demo', { log: signer('candour.example/other', 1) }),
    })
    const patient = await story.enquired(other)
    const { proof } = await receiptAt(other, patient.claim)
    const found = verified(pack, proof!.file)
    expect(found).to.include({ ok: false, step: 'receipt' })
    expect(found).to.have.property('detail').that.contains('another log')
  })

  it('is refused when the log had another past, signed with the same key', async () => {
    const { clinic, id, receipt, pack } = await beside()
    expect(verified(pack, receipt.proof!.file)).to.include({ ok: true })
    const leaves: { recordId: string; leaf: string }[] = []
    for (const one of await clinic.store.consultations('demo'))
      leaves.push(...(await clinic.store.load(one.id)))
    const at = leaves.findIndex(({ recordId }) => recordId === receipt.recordId)
    const forked = leaves.map(({ leaf }) => leaf)
    forked[0] = forked[0]!.replace(/[0-9a-f]{64}/, 'f'.repeat(64))
    const file = writeProof(logOf(forked).proof(at), receipt.proof!.leaf)
    const found = verified(pack, file)
    expect(found, id).to.include({ ok: false, step: 'receipt' })
    expect(found).to.have.property('detail').that.contains('another one')
  })

  it('carries what was sealed, so that it says by itself which record it is of', async () => {
    const { receipt } = await beside()
    const { leaf, file } = receipt.proof!
    const [, extra = ''] = /^extra (.+)$/m.exec(file) ?? []
    expect(Buffer.from(extra, 'base64').toString()).to.equal(leaf)
    expect(JSON.parse(leaf)).to.include({ recordId: receipt.recordId })
  })

  it('is there for a visitor as soon as something is kept, and not before', async () => {
    const clinic = openClinic()
    const visitor = patientAt(clinic)
    expect(await clinic.sittings.receipt(visitor.claim)).to.equal(undefined)
    await clinic.sittings.visitor(visitor.claim)
    expect(await clinic.sittings.receipt(visitor.claim)).to.equal(undefined)
    await visitor.choose('go-on')
    expect(await clinic.sittings.receipt(visitor.claim)).to.include({ standing: 'recorded' })
  })

  it('is not there at a door that is closed, nor after the end', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    const link = await clinic.desk.makeLink(story.performer, id, 'continue')
    const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
    if (!claim) throw new Error(link.said)
    expect(await clinic.sittings.receipt(claim)).to.equal(undefined)
    await patientAt(clinic, claim).answer('1990-04-03')
    expect(await clinic.sittings.receipt(claim)).to.be.an('object')
    await clinic.sittings.end(claim)
    expect(await clinic.sittings.receipt(claim)).to.equal(undefined)
  })
})
