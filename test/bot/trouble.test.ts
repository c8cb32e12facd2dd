import { expect } from 'chai'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import type { Keys } from '../../bot/ports.ts'
import { chance, openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const reception = staff('reception')

describe('a consultation that cannot be read', () => {
  it('keeps no other from the desk', async () => {
    const { clinic, whole, troubles, broken } = await oneBroken()
    const queue = await clinic.desk.queue(reception)
    expect(queue.map(({ consultation }) => consultation)).to.deep.equal([whole])
    const found = await clinic.desk.persons(reception, '')
    expect(found.map(({ consultation }) => consultation)).to.deep.equal([whole])
    expect(troubles).to.deep.equal([`${broken} evidence/no-key`, `${broken} evidence/no-key`])
  })

  it('keeps no other from its birthday', async () => {
    const { clinic, whole, troubles, broken } = await oneBroken({ birth: '2009-06-01' })
    clinic.clocks.set('2027-06-01T10:00:00.000Z')
    await clinic.round()
    expect(troubles).to.deep.equal([`${broken} evidence/no-key`])
    expect(await story.factOf(clinic, whole, 'age-band')).to.equal('Adult')
  })

  it('keeps no sitting from ending, its own as little as the others', async () => {
    const { clinic, sittings } = await oneBroken()
    clinic.clocks.set('2027-06-01T10:00:00.000Z')
    await clinic.round()
    for (const sitting of sittings) expect(await clinic.store.wasEnded(sitting)).to.equal(true)
  })

  it('keeps no other from the clinic’s longer time to think', async () => {
    const { clinic, whole, troubles, broken } = await oneBroken({ hours: 96 })
    await clinic.begin()
    expect(troubles).to.deep.equal([`${broken} evidence/no-key`])
    expect(await story.factOf(clinic, whole, 'reflection-hours')).to.equal('96')
  })

  it('stops the round where nobody would be told, after what is idle has ended', async () => {
    const { clinic, sittings } = await oneBroken({ birth: '2009-06-01', told: false })
    clinic.clocks.set('2027-06-01T10:00:00.000Z')
    expect(await failure(clinic.round())).to.equal('evidence/no-key')
    for (const sitting of sittings) expect(await clinic.store.wasEnded(sitting)).to.equal(true)
  })
})

interface Options {
  readonly birth?: string
  /** The clinic's minimum to think, as it is now. */
  readonly hours?: number
  /** Whether somebody hears of trouble. */
  readonly told?: boolean
}

/** Two patients, and the keys of the first are gone. */
async function oneBroken({ birth = '1990-04-03', hours = 72, told = true }: Options = {}) {
  const store = createMemoryStore()
  const all = createMemoryKeys({ chance })
  const before = openClinic({ store, keys: all })
  const [first, second] = [await begin(before, birth), await begin(before, birth)]
  const gone = (await all.stream('', first.id, 'open')).id
  const keys: Keys = { ...all, find: async (id) => (id === gone ? undefined : all.find(id)) }
  const troubles: string[] = []
  const trouble = (id: string, error: unknown) =>
    void troubles.push(`${id} ${(error as { code: string }).code}`)
  // Another process: nothing is remembered of either.
  const clinic = openClinic({ store, keys, hours, ...(told ? { trouble } : {}) })
  const sittings = [first.sitting, second.sitting]
  return { clinic, broken: first.id, whole: second.id, troubles, sittings }
}

async function begin(clinic: ReturnType<typeof openClinic>, birth: string) {
  const patient = await story.untilAge(clinic, birth)
  if (birth > '2008') await patient.answer('My skin.')
  await patient.answer('Sam Example')
  await patient.send({ value: { command: 'ask-for-a-person' } })
  return { id: await patient.consultation(), sitting: patient.claim.sitting }
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => 'nothing',
    (error: { code: string }) => error.code,
  )
