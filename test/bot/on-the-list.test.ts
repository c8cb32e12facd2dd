import { expect } from 'chai'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const WRONG: readonly (readonly [kind: string, name: string])[] = [
  ['toxin', 'Dermal filler'],
  ['filler', 'Lip filler'],
  ['peel', 'Chemical peel'],
]

describe('a treatment that the clinic’s list does not have', () => {
  for (const [kind, name] of WRONG)
    it(`is neither proposed nor asked for: ${name}, as ${kind}`, async () => {
      const clinic = openClinic()
      const id = await (await story.enquired(clinic)).consultation()
      const act = { type: 'propose', class: kind, name }
      const proposed = await clinic.desk.act(story.performer, id, act)
      const invited = await clinic.desk.invite(staff('reception'), {
        ...{ name: 'Ana', birthDate: '1991-05-04', treatmentClass: kind, treatmentName: name },
      })
      for (const { ok, said } of [proposed, invited]) {
        expect(ok).to.equal(false)
        expect(said).to.include('Dermal filler (filler)').and.include('Laser hair removal (laser)')
      }
      expect(await story.factOf(clinic, id, 'treatment-name')).to.equal(undefined)
    })
})
