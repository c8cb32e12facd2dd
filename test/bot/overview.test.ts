import { expect } from 'chai'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import type { Store } from '../../bot/ports.ts'
import { openClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'
import { ASK, ERASE, lead, manager } from './keeping.ts'

const reception = staff('reception')
const rhys = staff('practitioner', 'rhys-penhallow')

describe('what waits at the desk', () => {
  it('is there as soon as it waits, of a consultation too that nothing waited in before', async () => {
    const clinic = openClinic()
    const patient = await story.enquire(clinic, story.WELCOME)
    const waits = async () => (await clinic.desk.queue(reception)).map(({ kind }) => kind)
    expect([await waits(), await waits()]).to.deep.equal([[], []])
    await patient.send({ value: { command: 'ask-for-a-person' } })
    expect(await waits()).to.deep.equal(['person-wanted'])
    const id = await patient.consultation()
    const [wanted] = (await clinic.desk.look(reception, id))?.wanted ?? []
    await story.doAct(clinic, id, { type: 'attend', request: wanted?.id }, reception)
    expect(await waits()).to.deep.equal([])
  })

  it('is looked for among all that there is once, and after that among what was written', async () => {
    const store = createMemoryStore()
    let asked = 0
    const consultations: Store['consultations'] = (clinic) => {
      asked += 1
      return store.consultations(clinic)
    }
    const clinic = openClinic({ store: { ...store, consultations } })
    for (const waits of [1, 2, 3]) {
      await clinic.desk.start(rhys, 'social-media-post')
      expect(await clinic.desk.queue(rhys)).to.have.length(waits)
    }
    expect(asked).to.equal(1)
  })

  it('has nothing of whoever was erased, and what they start later is of a new person', async () => {
    const clinic = openClinic()
    const { desk, store } = clinic
    const begin = async () => {
      const { consultation = '' } = await desk.start(rhys, 'social-media-post')
      const rows = await store.consultations('demo')
      return { id: consultation, person: rows.find(({ id }) => id === consultation)?.person }
    }
    const first = await begin()
    expect((await begin()).person).to.equal(first.person)
    expect(await desk.queue(rhys)).to.have.length(2)
    await desk.keep(manager, first.id, { ...ASK, basis: 'kept-in-error' })
    expect(await desk.keep(lead, first.id, ERASE)).to.include({ ok: true })
    expect(await desk.queue(rhys)).to.deep.equal([])
    expect((await begin()).person).not.to.equal(first.person)
  })
})
