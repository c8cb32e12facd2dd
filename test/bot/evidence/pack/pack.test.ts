import { expect } from 'chai'
import { verifyPack } from '../../../../bot/evidence/verify/pack.ts'
import { replayPack } from '../../../../bot/evidence/verify/replay.ts'
import { openClinic } from '../../../support/clinic.ts'
import { WITNESS } from '../../../support/log.ts'
import { installed, packOf } from '../../../support/packs.ts'
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
    expect(found).to.include({ ok: true, witnessed: true })
  })
})
