import { expect } from 'chai'
import type { Payload } from '../../bot/evidence/record.ts'
import { unseal } from '../../bot/evidence/seal.ts'
import { replay } from '../../bot/replay.ts'
import { openClinic, shipped } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

describe('taking recorded commands again', () => {
  let records: readonly Payload[]

  before(async () => {
    const clinic = openClinic()
    const patient = await story.enquired(clinic)
    await story.refuseGp(patient)
    const stored = await clinic.store.load(await patient.consultation())
    records = await Promise.all(
      stored.map(async (one) => {
        const key = await clinic.parts.keys.find(one.sealed.key)
        if (!key) throw new Error('no key')
        return unseal(one, key)
      }),
    )
  })

  /** The record that first moved something, guards and all, changed in one part. */
  const changed = (change: (one: Payload) => Partial<Payload>) => {
    const at = records.findIndex(({ transitions }) => transitions.some((one) => one.guards.length))
    const before = records[at]
    if (!before) throw new Error('no record has a guard')
    return { at, all: records.map((one) => (one === before ? { ...one, ...change(one) } : one)) }
  }

  it('comes to what they say', () => {
    expect(replay(shipped.house, records)).to.include({ ok: true })
  })

  const CHANGES: Record<string, (one: Payload) => Partial<Payload>> = {
    transitions: ({ transitions: [first, ...rest] }) => ({
      transitions: first ? [{ ...first, to: 'elsewhere' }, ...rest] : [],
    }),
    facts: ({ facts }) => ({ facts: { ...facts, 'full-name': 'Somebody else' } }),
    retracted: () => ({ retracted: ['full-name'] }),
    opened: ({ opened }) => ({ opened: [...opened, 'age#9'] }),
    closed: ({ closed }) => ({ closed: [...closed, { open: 'age#1', outcome: 'adult' }] }),
    gates: ({ gates: [first, ...rest] }) => ({
      gates: first ? [{ ...first, met: !first.met }, ...rest] : [],
    }),
    after: ({ after }) => ({ after: { ...after, stage: 'consent' } }),
  }
  for (const [part, change] of Object.entries(CHANGES)) {
    it(`names the record whose ${part} it does not come to`, () => {
      const { at, all } = changed(change)
      const { seq } = all[at] as Payload
      expect(replay(shipped.house, all)).to.deep.include({ ok: false, seq, detail: part })
    })
  }

  it('sees one guard that is said to have held and did not', () => {
    const { all } = changed(({ transitions }) => ({
      transitions: transitions.map((one) => ({
        ...one,
        guards: one.guards.map((guard) => ({ ...guard, held: !guard.held })),
      })),
    }))
    expect(replay(shipped.house, all)).to.include({ ok: false, detail: 'transitions' })
  })

  it('takes members in any order for the same, and a missing one for another', () => {
    const { all } = changed(({ after: { state, stage, asks } }) => ({
      after: { asks, stage, state },
    }))
    expect(replay(shipped.house, all)).to.include({ ok: true })
    const { all: fewer } = changed(({ after: { asks: _, ...rest } }) => ({
      after: rest as Payload['after'],
    }))
    expect(replay(shipped.house, fewer)).to.include({ ok: false, detail: 'after' })
  })
})
