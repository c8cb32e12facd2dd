import { expect } from 'chai'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import { openBytes, sealBytes } from '../../bot/evidence/seal.ts'
import type { Claim, DataKey, Keys, Sealed, Store, Turn } from '../../bot/ports.ts'
import {
  chance,
  type ClinicOptions,
  type OpenClinic,
  openClinic,
  patientAt,
} from '../support/clinic.ts'
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

  it('is given the reply to a first answer again, and not what a visitor heard before it', async () => {
    const patient = patientAt(openClinic())
    await patient.say('what is this?')
    const question = (await patient.question())?.id
    const answer = () => patient.send({ value: { question, choice: 'go-on' } }, 'first answer')
    const first = await answer()
    expect(first.ok && first.activities.map(({ key }) => key)).to.deep.equal([
      ...['first answer', 'first answer'],
    ])
    await patient.send({ value: { command: 'help-now' } })
    expect(await answer()).to.deep.equal(first)
  })

  for (const [what, before] of [
    ['', (store: Store) => store],
    [', also where 0.1.0 kept the reply apart', asBefore],
  ] as const) {
    it(`is given the same for the same message again${what}`, async () => {
      const keys = createMemoryKeys({ chance })
      const { clinic, patient } = await begun({ keys, store: before(createMemoryStore(), keys) })
      const first = await patient.send({ value: { command: 'ask-for-a-person' } }, 'first')
      const second = await patient.send({ value: { command: 'stop' } }, 'second')
      expect(first).to.have.property('activities').with.length.greaterThan(1)
      expect(await patient.send({ value: { command: 'ask-for-a-person' } }, 'first')).to.deep.equal(
        first,
      )
      expect(await patient.send({ value: { command: 'stop' } }, 'second')).to.deep.equal(second)
      const other = await patient.send({ value: { command: 'help-now' } }, 'second')
      expect(other).to.deep.equal({ ok: false, why: 'other-body' })
      await restsAreGiven(clinic, patient.claim)
    })
  }

  async function restsAreGiven({ sittings }: OpenClinic, claim: Claim): Promise<void> {
    const all = (await sittings.activities(claim, 0)) ?? []
    expect(all.map(({ n }) => n)).to.deep.equal(all.map((_, n) => n))
    expect(all).to.have.length.greaterThan(2)
    for (let from = 1; from <= all.length; from += 1)
      expect(await sittings.activities(claim, from), `${from}`).to.deep.equal(all.slice(from))
  }
})

interface Told {
  readonly n: number
  readonly key?: string
}
type Piece = readonly Told[] | { readonly message: string; readonly said: readonly Told[] }

/** Seals as 0.1.0 did: an upgrade does not end what goes on. */
function asBefore(store: Store, keys: Keys): Store {
  const keyOf = async (id: string) => {
    const key = await keys.find(id)
    if (!key) throw new Error('there is no key')
    return key
  }
  const seal = (what: object, key: DataKey, context: string) =>
    sealBytes(Buffer.from(JSON.stringify(what)), key, context, chance.bytes(12))
  return {
    ...store,
    async commit(turn) {
      const activities: Turn['activities'][number][] = []
      let reply: Sealed | undefined
      for (const { sitting, sealed } of turn.activities) {
        const [key, context] = [await keyOf(sealed.key), `candour/activity/v1\0${sitting}`]
        const piece = JSON.parse(Buffer.from(openBytes(sealed, key, context)).toString()) as Piece
        const said = 'said' in piece ? piece.said : piece
        for (const one of said)
          activities.push({ sitting, n: one.n, sealed: seal(one, key, context) })
        const its = said.filter((one) => one.key !== undefined && one.key === turn.key?.key)
        if ('said' in piece)
          reply = seal(
            { message: piece.message, activities: its },
            key,
            `candour/reply/v1\0${sitting}`,
          )
      }
      const key = turn.key && reply ? { key: { ...turn.key, reply } } : {}
      return store.commit({ ...turn, activities, ...key })
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
