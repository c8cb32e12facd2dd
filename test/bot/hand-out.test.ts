import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { createPress } from '../../adapters/pdf/press.ts'
import { comparePage } from '../../bot/evidence/verify/page.ts'
import { verifyPack } from '../../bot/evidence/verify/pack.ts'
import { replayPack } from '../../bot/evidence/verify/replay.ts'
import { openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import { logBeside } from '../support/log.ts'
import { installed, keepBundles, maker } from '../support/packs.ts'
import * as story from '../support/stories.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'

const LEAD = staff('safeguarding')
const AUDITOR = staff('auditor')

async function opened(): Promise<{ clinic: OpenClinic; id: string }> {
  const store = createMemoryStore()
  await keepBundles(store)
  const packing = { log: logBeside(store), press: createPress() }
  const clinic = openClinic({ store, packing })
  const patient = await story.enquired(clinic)
  return { clinic, id: await patient.consultation() }
}

describe('a file that is handed out', function () {
  this.timeout(60_000)

  it('holds the record of its own making', async () => {
    const { clinic, id } = await opened()
    const { ok, file, name } = await clinic.desk.pack(story.performer, id)
    expect({ ok, name }).to.deep.equal({ ok: true, name: `record-${id}.zip` })
    const found = verifyPack(file ?? new Uint8Array())
    if (!found.ok) throw new Error(found.detail)
    const last = found.records.at(-1)?.payload
    expect(last?.command).to.deep.include({ act: { type: 'pack' } })
    expect(last?.command.by).to.include({ id: story.performer.id })
    expect(replayPack(found, installed)).to.deep.equal({ ok: true })
  })

  it('is for those who may read all of it', async () => {
    const { clinic, id } = await opened()
    for (const role of ['reception', 'administrator'] as const) {
      expect(await clinic.desk.pack(staff(role), id), role).to.include({ ok: false })
    }
    for (const by of [LEAD, AUDITOR]) {
      expect(await clinic.desk.pack(by, id), by.role).to.include({ ok: true })
    }
    const act = { type: 'pack' }
    expect(await clinic.desk.act(story.performer, id, act)).to.include({ ok: false })
  })

  it('is listed in the clinic’s book for whoever decides on an erasure, and no refused one is', async () => {
    const { clinic, id } = await opened()
    await clinic.desk.pack(staff('reception'), id)
    const { file = new Uint8Array() } = await clinic.desk.pack(AUDITOR, id)
    const [gave, ...others] = (await clinic.book.entries()).map(({ act }) => act)
    const digest = createHash('sha256').update(file).digest('hex')
    expect(others).to.deep.equal([])
    expect(gave).to.include({ type: 'gave', what: 'pack', consultation: id, digest })
    const listed = (await clinic.desk.keeping(LEAD, id))?.given
    expect(listed?.map(({ what, way }) => [what, way])).to.deep.equal([['pack', 'at the desk']])
  })

  it('is not made of records whose use is restricted, until they may be used again', async () => {
    const { clinic, id } = await opened()
    const reason = 'The patient says that they are wrong.'
    expect(await clinic.desk.keep(LEAD, id, { type: 'restrict', reason })).to.include({ ok: true })
    const { ok, said } = await clinic.desk.pack(AUDITOR, id)
    expect(ok).to.equal(false)
    expect(said).to.include('these records are restricted')
    expect(await clinic.desk.keep(LEAD, id, { type: 'unrestrict', reason })).to.include({
      ok: true,
    })
    expect(await clinic.desk.pack(AUDITOR, id)).to.include({ ok: true })
  })

  it('can be made of a consultation that has ended', async () => {
    const { clinic, id } = await opened()
    await story.doAct(clinic, id, { type: 'end' })
    expect(await clinic.desk.pack(story.performer, id)).to.include({ ok: true })
  })
})

describe('a file of the restricted records', function () {
  this.timeout(60_000)
  const asks = { type: 'ask-restricted-pack', reason: 'A court has asked for it.' }

  async function asked() {
    const { clinic, id } = await opened()
    expect(await clinic.desk.act(LEAD, id, asks)).to.include({ ok: true })
    const [waiting] = (await clinic.desk.records(AUDITOR, id))?.packsAsked ?? []
    return { clinic, id, waiting: waiting?.id ?? '' }
  }

  it('takes two people, and only the restricted record knows of it', async () => {
    const { clinic, id, waiting } = await asked()
    expect(await clinic.desk.pack(LEAD, id, waiting)).to.include({ ok: false })
    const { file } = await clinic.desk.pack(AUDITOR, id, waiting)
    const found = verifyPack(file ?? new Uint8Array())
    if (!found.ok) throw new Error(found.detail)
    const acts = found.records.map(({ payload }) => payload.command.act['type'])
    expect(acts).to.deep.equal(['ask-restricted-pack', 'restricted-pack'])
    expect(replayPack(found, installed)).to.include({ ok: 'not-here' })
    const open = verifyPack((await clinic.desk.pack(LEAD, id)).file ?? new Uint8Array())
    if (!open.ok) throw new Error(open.detail)
    expect(replayPack(found, installed, open)).to.deep.equal({ ok: true })
    expect(await comparePage(found, maker, open)).to.deep.equal({ ok: true })
    const said = Buffer.concat([...open.files.values()]).toString('utf8')
    expect(said).to.not.include('A court has asked for it.')
  })

  it('is listed in the book only for those who may know of it', async () => {
    const { clinic, id, waiting } = await asked()
    await clinic.desk.pack(AUDITOR, id, waiting)
    const given = async (by: typeof LEAD) => (await clinic.desk.keeping(by, id))?.given.length
    expect(await given(LEAD)).to.equal(1)
    expect(await given(story.performer)).to.equal(0)
  })

  it('is made once for each time it was asked for', async () => {
    const { clinic, id, waiting } = await asked()
    expect(await clinic.desk.pack(AUDITOR, id, waiting)).to.include({ ok: true })
    expect(await clinic.desk.pack(AUDITOR, id, waiting)).to.include({ ok: false })
    expect((await clinic.desk.records(AUDITOR, id))?.packsAsked).to.deep.equal([])
  })

  it('is for nobody else to ask for, to make or to know of', async () => {
    const { clinic, id, waiting } = await asked()
    expect(await clinic.desk.act(story.performer, id, asks)).to.include({ ok: false })
    expect(await clinic.desk.pack(story.performer, id, waiting)).to.include({ ok: false })
    expect((await clinic.desk.records(story.performer, id))?.packsAsked).to.equal(undefined)
  })
})
