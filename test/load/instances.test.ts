import { expect } from 'chai'
import { restartInstances } from '../faults/instances.ts'
import { cluster } from '../support/postgres.ts'

describe('two instances on one PostgreSQL, each killed while patients answer', function () {
  this.timeout(180_000)

  it('keep every acknowledged answer once, and every chain verifies', async () => {
    const found = await restartInstances({
      ...{ cluster: await cluster(), instances: 2, consultations: 24, answers: 14, atOnce: 12 },
      ...{ rounds: 1, by: 'SIGKILL', cut: true },
    })
    const { acknowledged, lost, doubled, unverifiable, crashed, restarts, said } = found
    expect({ acknowledged, lost, doubled, unverifiable, crashed }, said).to.deep.equal({
      ...{ acknowledged: 24 * 14, lost: 0, doubled: 0, unverifiable: 0, crashed: 0 },
    })
    expect(restarts).to.be.greaterThan(0)
  })
})
