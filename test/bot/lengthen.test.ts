import { expect } from 'chai'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryPlace } from '../../adapters/memory/place.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import type { Store } from '../../bot/ports.ts'
import { chance, openClinic } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

/** One clinic’s data through several starts: how many consultations the last one read to begin. */
function startingAnew() {
  const [store, keys, lengthened] = [
    ...[createMemoryStore(), createMemoryKeys({ chance }), createMemoryPlace()],
  ] as const
  let read = 0
  const counting: Store = { ...store, load: (id) => ((read += 1), store.load(id)) }
  const start = async (hours: number, data = counting) => {
    const clinic = openClinic({ store: data, keys, hours })
    Object.assign(clinic.parts, { lengthened })
    read = 0
    await clinic.begin()
    return { clinic, read }
  }
  return { start, store, keys, lengthened }
}

const told = async (clinic: ReturnType<typeof openClinic>, id: string) =>
  story.factOf(clinic, id, 'reflection-hours')

describe('the clinic’s own time to reflect', () => {
  it('reaches those who began under a shorter one, and a start that asks for no more reads none', async () => {
    const { start } = startingAnew()
    const { clinic } = await start(48)
    const id = await (await story.untilAge(clinic, '1990-04-03')).consultation()
    expect((await start(48)).read, 'they began with it').to.equal(0)
    const longer = await start(96)
    expect(longer.read).to.be.greaterThan(0)
    expect(await told(longer.clinic, id)).to.equal('96')
    expect((await start(96)).read, 'they were told').to.equal(0)
  })

  it('reaches those too who began while it was shorter again for a while', async () => {
    const { start } = startingAnew()
    await start(96)
    const { clinic } = await start(48)
    const id = await (await story.untilAge(clinic, '1990-04-03')).consultation()
    expect(await told((await start(96)).clinic, id)).to.equal('96')
  })

  it('is told again where an older copy was put back, and where others write', async () => {
    const { start, store, keys, lengthened } = startingAnew()
    const { clinic } = await start(48)
    await story.untilAge(clinic, '1990-04-03')
    const before = await lengthened.read()
    await lengthened.swap(before, '48 1000')
    expect((await start(48)).read, 'there were more records once').to.be.greaterThan(0)
    let read = 0
    const shared = {
      ...store,
      shared: { news: () => undefined } as never,
      load: (id: string) => ((read += 1), store.load(id)),
    }
    const other = openClinic({ store: shared, keys, hours: 48 })
    Object.assign(other.parts, { lengthened })
    await other.begin()
    expect(read).to.be.greaterThan(0)
  })
})
