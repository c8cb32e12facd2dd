import { expect } from 'chai'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import { openBytes, sealBytes } from '../../bot/evidence/seal.ts'
import type { Claim, Keys, Store } from '../../bot/ports.ts'
import { chance, type ClinicOptions, type OpenClinic, openClinic } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

describe('somebody who has the first part of a sitting', () => {
  it('is given the rest of it, wherever they left off', async () => {
    const { clinic, patient } = await begun()
    await patient.send({ value: { command: 'stop' } })
    await restsAreGiven(clinic, patient.claim)
  })

  it('is given it also where 0.1.0 sealed each thing that was said by itself', async () => {
    const keys = createMemoryKeys({ chance })
    const { clinic, patient } = await begun({ keys, store: asBefore(createMemoryStore(), keys) })
    await restsAreGiven(clinic, patient.claim)
  })

  async function restsAreGiven({ sittings }: OpenClinic, claim: Claim): Promise<void> {
    const all = (await sittings.activities(claim, 0)) ?? []
    expect(all.map(({ n }) => n)).to.deep.equal(all.map((_, n) => n))
    expect(all).to.have.length.greaterThan(2)
    for (let from = 1; from <= all.length; from += 1)
      expect(await sittings.activities(claim, from), `${from}`).to.deep.equal(all.slice(from))
  }
})

/** Seals as 0.1.0 did: an upgrade does not end what goes on. */
function asBefore(store: Store, keys: Keys): Store {
  return {
    ...store,
    async commit(turn) {
      const alone = turn.activities.map(async ({ sitting, sealed }) => {
        const key = await keys.find(sealed.key)
        if (!key) throw new Error('there is no key')
        const context = `candour/activity/v1\0${sitting}`
        const said = JSON.parse(Buffer.from(openBytes(sealed, key, context)).toString()) as {
          readonly n: number
        }[]
        return said.map((one) => ({
          ...{ sitting, n: one.n },
          sealed: sealBytes(Buffer.from(JSON.stringify(one)), key, context, chance.bytes(12)),
        }))
      })
      return store.commit({ ...turn, activities: (await Promise.all(alone)).flat() })
    },
  }
}

describe('somebody who has counted more than there is, by the clock of another instance', () => {
  it('is told all of it again, rather than nothing any more', async () => {
    const { clinic, patient } = await begun()
    const all = await clinic.sittings.activities(patient.claim, 0)
    expect(all).not.to.deep.equal([])
    expect(await clinic.sittings.activities(patient.claim, 60_101)).to.deep.equal(all)
    expect(await clinic.sittings.activities(patient.claim, all?.length ?? 0)).to.deep.equal([])
    expect(await clinic.sittings.activities(patient.claim, Infinity)).to.deep.equal([])
  })
})

async function begun(options: ClinicOptions = {}) {
  const clinic = openClinic(options)
  return { clinic, patient: await story.enquire(clinic, ['go-on']) }
}
