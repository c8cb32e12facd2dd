import { expect } from 'chai'
import type { Instant } from '../../machines/time.ts'
import { openClinic } from '../support/clinic.ts'
import { untilAge } from '../support/stories.ts'

describe('a consultation that waits for a birthday', () => {
  for (const [birth, midnight, over] of [
    ['2008-12-01', '2026-12-01T00:00:00.000Z', '2026-12-01T23:59:59.999Z'],
    ['2008-07-01', '2026-06-30T23:00:00.000Z', '2026-07-01T22:59:59.999Z'],
  ] as const) {
    it(`is looked at at midnight in London, and once on that day: born on ${birth}`, async () => {
      const clinic = openClinic({ at: '2026-05-20T10:00:00.000Z' })
      const patient = await untilAge(clinic, birth)
      await patient.answer('My skin.')
      const id = await patient.consultation()
      const due = async (at: string) =>
        (await clinic.store.due(at as Instant, 10)).map((one) => one.id)
      const before = new Date(Date.parse(midnight) - 1).toISOString()
      expect(await due(before)).to.deep.equal([])
      expect(await due(midnight)).to.deep.equal([id])
      clinic.clocks.set(midnight)
      await clinic.round()
      expect(await due(over)).to.deep.equal([])
    })
  }
})
