import { expect } from 'chai'
import { verifyPack } from '../../../../bot/evidence/verify/pack.ts'
import { replayPack } from '../../../../bot/evidence/verify/replay.ts'
import { openClinic } from '../../../support/clinic.ts'
import { installed, packOf } from '../../../support/packs.ts'
import * as story from '../../../support/stories.ts'
import { writeFileSync } from 'node:fs'

describe('a pack of a whole consultation', function () {
  this.timeout(60_000)

  it('holds, to a consent, and its decisions are taken again', async () => {
    const clinic = openClinic()
    const { id } = await story.consented(clinic)
    console.time('pack')
    const bytes = await packOf(clinic, id)
    console.timeEnd('pack')
    writeFileSync('/tmp/pack-look.zip', bytes)
    console.time('verify')
    const found = verifyPack(bytes)
    console.timeEnd('verify')
    if (!found.ok) throw new Error(JSON.stringify(found))
    expect(found.claim.consultation).to.equal(id)
    console.time('replay')
    expect(replayPack(found, installed)).to.deep.equal({ ok: true })
    console.timeEnd('replay')
  })
})
