import { expect } from 'chai'
import { verifyPack } from '../../../../bot/evidence/verify/pack.ts'
import { comparePage } from '../../../../bot/evidence/verify/page.ts'
import { readZip } from '../../../../bot/evidence/verify/zip.ts'
import { read, utf8, zipOf } from '../../../evidence/mini.ts'
import { replayPack } from '../../../../bot/evidence/verify/replay.ts'
import { openClinic } from '../../../support/clinic.ts'
import { WITNESS } from '../../../support/log.ts'
import { installed, maker, packOf } from '../../../support/packs.ts'
import * as story from '../../../support/stories.ts'

describe('a pack of a whole consultation', function () {
  this.timeout(60_000)

  it('holds, to a consent, and its decisions are taken again', async () => {
    const clinic = openClinic()
    const { id } = await story.consented(clinic)
    const found = verifyPack(await packOf(clinic, id))
    if (!found.ok) throw new Error(JSON.stringify(found))
    expect(found.claim).to.include({ consultation: id, stream: 'open', mode: 'demo' })
    expect(found.witnessed).to.equal(false)
    expect(replayPack(found, installed)).to.deep.equal({ ok: true })
    expect(await comparePage(found, maker)).to.deep.equal({ ok: true })
  })

  it('is the same, byte for byte, when it is made again', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const id = await patient.consultation()
    const witnesses = [WITNESS]
    const [one, other] = [
      await packOf(clinic, id, { witnesses }),
      await packOf(clinic, id, { witnesses }),
    ]
    expect(Buffer.from(one).equals(other)).to.equal(true)
    const found = verifyPack(one)
    if (!found.ok) throw new Error(found.detail)
    expect(found.witnessed).to.equal(true)
    expect(await comparePage(found, maker)).to.deep.equal({ ok: true })
  })

  it('is refused by name when its page or a drawing was rewritten, and the list with it', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const sound = readZip(await packOf(clinic, await patient.consultation()))
    const drawing = [...sound.keys()].find((path) => path.endsWith('.svg')) ?? ''
    const rewritten = [
      ['record.html', 'Nobody has signed', 'Somebody has signed'],
      [drawing, '<svg', '<svg class="other"'],
    ] as const
    for (const [path, was, is] of rewritten) {
      const files = new Map([...sound].filter(([name]) => name !== 'MANIFEST.json'))
      const text = read(files, path)
      expect(text).to.include(was)
      files.set(path, utf8(text.replace(was, is)))
      const found = verifyPack(zipOf(files))
      if (!found.ok) throw new Error(found.detail)
      expect(await comparePage(found, maker)).to.deep.equal({
        ...{ ok: false, step: 'replay', detail: `${path} does not say what the records say` },
      })
    }
  })

  it('is refused by name when a drawing or rules were added that the records do not lead to', async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    const sound = readZip(await packOf(clinic, await patient.consultation()))
    for (const path of ['statecharts/consent@1.md', 'rules/other@1.json']) {
      const files = new Map([...sound].filter(([name]) => name !== 'MANIFEST.json'))
      expect(files.has(path)).to.equal(false)
      const found = verifyPack(zipOf(files.set(path, utf8('{}'))))
      if (!found.ok) throw new Error(found.detail)
      expect(await comparePage(found, maker)).to.deep.equal({
        ...{ ok: false, step: 'replay', detail: `${path} does not say what the records say` },
      })
    }
  })

  it('made by another build holds, and its page is not compared; nobody can say so of a page of their own', async () => {
    const { parts } = openClinic()
    const words = { ...parts.words, engine: 'candour@0.0.9+older' }
    const clinic = openClinic({ words })
    const patient = await story.enquired(clinic)
    const older = verifyPack(await packOf(clinic, await patient.consultation()))
    if (!older.ok) throw new Error(older.detail)
    expect(replayPack(older, installed)).to.deep.equal({ ok: true })
    expect(await comparePage(older, maker)).to.include({ ok: 'other-build' })

    const today = openClinic()
    const other = await story.enquired(today)
    const files = new Map(readZip(await packOf(today, await other.consultation())))
    const path = [...files.keys()].filter((one) => /^records\/\d+\.json$/.test(one)).at(-1) ?? ''
    const said = read(files, path)
    expect(said).to.include(maker.engine)
    files.delete('MANIFEST.json')
    files.set(path, utf8(said.replace(maker.engine, words.engine)))
    expect(verifyPack(zipOf(files))).to.include({ ok: false, step: 'commitment' })
  })
})
