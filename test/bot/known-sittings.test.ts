import { expect } from 'chai'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import { createKnownSittings } from '../../bot/known-sittings.ts'
import type { Incoming, Store } from '../../bot/ports.ts'
import { sitting } from '../adapters/turns.ts'
import {
  chance,
  openClinic,
  type OpenClinic,
  patientAt,
  standingClocks,
} from '../support/clinic.ts'
import * as story from '../support/stories.ts'
import { ASK, ERASE, lead, manager } from './keeping.ts'

const GONE = { ok: false, why: 'gone' }
const HELP = { value: { command: 'help-now' } } as const
const STOP = { value: { command: 'stop' } } as const
const row = (id: string) => sitting(id, `of ${id}`)

describe('sittings that are known', () => {
  it('are as the last turn left them, and else as the store has them', async () => {
    const { known, asked } = knowing()
    expect((await known.recall('a'))?.activities).to.equal(0)
    known.committed({ sittings: [{ ...row('a'), activities: 4 }, row('b')], ended: ['b'] })
    expect((await known.recall('a'))?.activities).to.equal(4)
    await known.recall('b')
    expect(asked, 'what is known is not asked again').to.deep.equal(['a', 'b'])
  })

  it('are forgotten by id, by consultation, or all', async () => {
    const { known, asked } = knowing()
    known.committed({ sittings: [...'abcd'].map(row), ended: [] })
    const unknown = async () => {
      for (const id of 'abcd') await known.recall(id)
      return asked.splice(0).join('')
    }
    known.forget(['a'])
    expect(await unknown()).to.equal('a')
    known.forgetConsultation('of c')
    expect(await unknown()).to.equal('ac')
    known.forget('all')
    expect(await unknown()).to.equal('abcd')
  })

  it('are not known behind a door, and are no more than so many', async () => {
    const { known, asked } = knowing(2)
    known.committed({ sittings: [{ ...row('a'), door: 'birth-date' }], ended: [] })
    await known.recall('a')
    expect(asked.splice(0)).to.deep.equal(['a'])
    known.committed({ sittings: [...'bc'].map(row), ended: [] })
    // The one that was written last stays the longest.
    known.committed({ sittings: [...'bd'].map(row), ended: [] })
    for (const id of 'bcd') await known.recall(id)
    expect(asked).to.deep.equal(['c'])
  })

  function knowing(most?: number) {
    const asked: string[] = []
    const read = async (id: string) => (asked.push(id), row(id))
    return { known: createKnownSittings({ sitting: read }, most), asked }
  }
})

describe('a message in a sitting that is known', () => {
  it('asks the store nothing: it is one commit', async () => {
    const { one, calls } = await twoInstances()
    calls.length = 0
    expect(await one.send(HELP)).to.include({ ok: true })
    expect(calls).to.deep.equal(['commit'])
  })

  it('is told once, in order, where instances take turns and hear nothing of each other', async () => {
    const { one, other, said } = await twoInstances()
    for (const here of [one, other, other, one, other, one, one]) {
      const before = await said()
      const taken = await here.send(HELP)
      if (!taken.ok) throw new Error(taken.why)
      expect(await said()).to.deep.equal([...before, ...taken.activities])
    }
    const numbers = (await said()).map(({ n }) => n)
    expect(numbers).to.deep.equal(numbers.map((_, n) => n))
  })

  it('is answered once where the other instance took it already', async () => {
    const { one, other } = await twoInstances()
    const taken = await other.send(HELP, 'the same')
    expect(await one.send(HELP, 'the same')).to.deep.equal(taken)
    expect(await one.send(STOP, 'the same')).to.deep.equal({ ok: false, why: 'other-body' })
    expect(await one.send(STOP, 'another')).to.include({ ok: true })
  })

  it('finds it ended by another instance, and writes nothing', async () => {
    const { one, other, id, store } = await twoInstances()
    await other.send({ value: { command: 'exit' } })
    const heads = await store.heads(id)
    expect(await one.send(STOP)).to.deep.equal(GONE)
    expect(await store.heads(id)).to.deep.equal(heads)
  })

  it('goes on where it is over by what is known, and another instance heard of it since', async () => {
    const { one, other, clocks } = await twoInstances()
    clocks.set('2026-11-23T10:20:00.000Z')
    await other.send(HELP)
    clocks.set('2026-11-23T10:40:00.000Z')
    expect(await one.send(HELP)).to.include({ ok: true })
  })

  it('is looked up again once another instance has told that it wrote there', async () => {
    const told: ((written: readonly string[] | 'all') => void)[] = []
    const news = (hear: (written: readonly string[] | 'all') => void) => void told.push(hear)
    const { one, calls, patient } = await twoInstances({ shared: { news } as never })
    for (const written of [[patient.claim.sitting], 'all'] as const) {
      told[0]?.(written)
      calls.length = 0
      expect(await one.send(HELP)).to.include({ ok: true })
      expect(calls).to.include('sitting')
    }
  })

  it('is still one commit after a round, in which others are listened to', async () => {
    const { one, calls } = await twoInstances({ shared: { news: () => undefined } as never })
    await one.clinic.round()
    calls.length = 0
    expect(await one.send(HELP)).to.include({ ok: true })
    expect(calls).to.deep.equal(['commit'])
  })

  for (const [what, end] of [
    ['was left', ({ one }: Both) => one.send({ value: { command: 'exit' } })],
    ['belongs to somebody who was erased', ({ one, id }: Both) => erase(one.clinic, id)],
  ] as const) {
    it(`is decided nothing of, in one that ${what} here`, async () => {
      const both = await twoInstances()
      await end(both)
      both.calls.length = 0
      expect(await both.one.send(STOP)).to.deep.equal(GONE)
      expect(both.calls).to.include('sitting').and.not.include('commit')
    })
  }

  it('finds whoever is in it erased by another instance', async () => {
    const { one, other, id } = await twoInstances()
    await erase(other.clinic, id)
    expect(await one.send(HELP)).to.deep.equal(GONE)
  })
})

describe('a door that two instances guard', () => {
  it('has as many tries as one', async () => {
    const { one, other, id } = await twoInstances()
    const { secret = '' } = await one.clinic.desk.makeLink(story.performer, id, 'continue')
    const claim = await one.clinic.sittings.redeem(secret, 'widget')
    const at = [one, other].map(({ clinic }) => patientAt(clinic, claim))
    const answers: unknown[] = []
    for (let n = 0; n < 6; n += 1)
      answers.push((await at[n % 2]?.send({ text: `${n + 1} May 1991` }, `try ${n}`))?.ok)
    expect(answers).to.deep.equal([true, true, true, true, true, false])
  })
})

async function erase({ desk }: OpenClinic, id: string): Promise<void> {
  await desk.keep(manager, id, ASK)
  await desk.keep(lead, id, ERASE)
}

type Both = Awaited<ReturnType<typeof twoInstances>>

/** They hear nothing of each other, as when that connection is lost. */
async function twoInstances(more: Partial<Store> = {}) {
  const calls: string[] = []
  const store = listed({ ...createMemoryStore(), ...more }, calls)
  const clocks = standingClocks()
  const kept = { store, keys: createMemoryKeys({ chance }), clocks }
  const [here, there] = [openClinic(kept), openClinic(kept)]
  const patient = await story.untilAge(here, '1990-04-03')
  let sent = 0
  const at = (clinic: OpenClinic) => ({
    clinic,
    send: (message: Omit<Incoming, 'key'>, key = `of both ${(sent += 1)}`) =>
      patientAt(clinic, patient.claim).send(message, key),
  })
  const said = async () => (await here.sittings.activities(patient.claim, 0)) ?? []
  const [one, other] = [at(here), at(there)]
  await other.send(HELP)
  await one.send(HELP)
  return { one, other, patient, said, store, clocks, calls, id: await patient.consultation() }
}

function listed(store: Store, calls: string[]): Store {
  return new Proxy(store, {
    get(target, name: keyof Store) {
      if (name in target) calls.push(name)
      return target[name]
    },
  })
}
