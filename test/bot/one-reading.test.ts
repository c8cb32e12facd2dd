import { expect } from 'chai'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import type { Store } from '../../bot/ports.ts'
import type { Actor, Day } from '../../machines/contract.ts'
import { openClinic, type OpenClinic, staff } from '../support/clinic.ts'

const nadia = staff('practitioner')
const rhys = staff('performer', 'rhys-penhallow')

/** A check that Nadia Okafor began, and nobody else may answer. */
async function begun(options: Parameters<typeof openClinic>[0] = {}) {
  const clinic = openClinic(options)
  const { consultation: id = '' } = await clinic.desk.start(nadia, 'social-media-post')
  return { clinic, id }
}

async function readsOf({ reads }: OpenClinic, by: Actor) {
  const entries = await reads.of('2026-11-23' as Day)
  return entries.filter((one) => one.by.id === by.id).map(({ access }) => access)
}

describe('an answer to what a consultation asks', () => {
  it('is one reading: what it asked, and what it asks then', async () => {
    const { clinic, id } = await begun()
    const asked = await clinic.desk.answering(nadia, id, async ({ prompts }, again) => {
      const [{ open, ask, question } = expect.fail('nothing is asked')] = prompts
      const act = { type: 'answer', open, ask, event: question.choices[0]?.id }
      expect(await clinic.desk.act(nadia, id, act)).to.include({ ok: true })
      return [prompts, (await again())?.prompts]
    })
    expect(asked?.[1]).to.not.deep.equal(asked?.[0])
    expect(await readsOf(clinic, nadia)).to.deep.equal([
      { type: 'read', part: 'consultation', consultation: id, how: 'theirs' },
    ])
  })

  it('gives nothing of what was done meanwhile, when the reading cannot be put on record', async () => {
    const store = createMemoryStore()
    let full = false
    const commit: Store['commit'] = (turn) =>
      full && turn.consultation.includes('/access/')
        ? Promise.reject(new Error('the disk is gone'))
        : store.commit(turn)
    const { clinic, id } = await begun({ store: { ...store, commit } })
    full = true
    let done = false
    const given = clinic.desk.answering(nadia, id, async ({ who }) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      done = true
      return who
    })
    expect(await given.catch(String)).to.equal('Error: the disk is gone')
    expect(done, 'what was begun is at its end').to.equal(true)
  })

  it('is as refused to somebody who would answer what is a colleague’s', async () => {
    const { clinic, id } = await begun()
    const given = await clinic.desk.answering(rhys, id, async () => expect.fail('was let in'))
    expect(given).to.equal(undefined)
    expect(await readsOf(clinic, rhys)).to.deep.equal([
      { type: 'read', part: 'consultation', consultation: id, how: 'refused' },
    ])
  })
})
