import { expect } from 'chai'
import { createMemoryKeys } from '../../adapters/keys/memory.ts'
import { createMemoryStore } from '../../adapters/memory/store.ts'
import type { Store } from '../../bot/ports.ts'
import { chance, openClinic, type OpenClinic, patientAt } from '../support/clinic.ts'
import { PRIVATE } from '../support/twice.ts'
import * as story from '../support/stories.ts'

describe('what is pressed or typed at a closed door', () => {
  it('is never echoed in the words of the question behind it', async () => {
    const { clinic, id } = await asked('gp-contact/permission')
    const there = await arrived(clinic, id)
    await there.choose('yes')
    await there.send({ value: { choice: 'no' } })
    await there.send({ value: { question: 'gp-contact#1/1', choice: 'no-gp' } })
    await there.answer(['yes', 'no'])
    const { choices } = clinic.parts.words.catalogue.get('gp-contact/permission')
    const said = await own(clinic, there)
    expect(said.map(({ text }) => text)).to.deep.equal(['', '', '', ''])
    for (const { label } of Object.values(choices)) {
      expect(JSON.stringify(said)).not.to.include(label)
    }
  })

  it('reads the same whether the question behind it is private or not', async () => {
    const seen = new Set<string>()
    for (const content of [PRIVATE[0] ?? '', 'gp-contact/permission']) {
      const { clinic, id } = await asked(content)
      const there = await arrived(clinic, id)
      await there.say('3 May 1991')
      await there.answer('1991-05-03')
      await there.choose('yes')
      await there.say('help')
      seen.add(JSON.stringify(await own(clinic, there)))
    }
    expect(seen.size).to.equal(1)
    expect([...seen][0]).to.include('3 May 1991')
  })
})

describe('the other sittings of a person', () => {
  it('go on as long as somebody only has a link', async () => {
    const { clinic, id, patient } = await asked('gp-contact/permission')
    const there = await arrived(clinic, id)
    await there.answer('1991-05-03')
    expect(await clinic.store.wasEnded(patient.claim.sitting)).to.equal(false)
  })

  it('end with the date of birth, also when the process that took the link has gone', async () => {
    const kept = { store: createMemoryStore(), keys: createMemoryKeys({ chance }) }
    const { clinic, id, patient } = await asked('gp-contact/permission', kept)
    const { claim } = await arrived(clinic, id)
    const later = openClinic(kept)
    const there = patientAt(later, claim)
    const heard: unknown[] = []
    later.sittings.listen(patient.claim.sitting, (told) => heard.push(told))
    await there.answer('1990-04-03')
    expect(await there.last()).to.include({ state: 'active' })
    expect(heard).to.deep.equal(['ended'])
    expect(await kept.store.wasEnded(patient.claim.sitting)).to.equal(true)
  })

  it('end in the very commit that opens the door, though nobody lived to tell', async () => {
    const store = createMemoryStore()
    const keys = createMemoryKeys({ chance })
    const { clinic, id, patient } = await asked('gp-contact/permission', { store, keys })
    const { claim } = await arrived(clinic, id)
    const there = patientAt(openClinic({ store: killedAfterCommit(store), keys }), claim)
    const said = await there.answer('1990-04-03').catch((error: Error) => error.message)
    expect(said).to.equal('killed')
    expect((await store.sitting(claim.sitting))?.door).to.equal('open')
    expect(await store.wasEnded(patient.claim.sitting)).to.equal(true)
  })
})

/** Writes what it is given, and is heard of no more. */
const killedAfterCommit = (store: Store): Store => ({
  ...store,
  commit: async (turn) => {
    await store.commit(turn)
    throw new Error('killed')
  },
})

async function asked(content: string, kept: Parameters<typeof openClinic>[0] = {}) {
  const clinic = openClinic(kept)
  const patient = await story.enquired(clinic)
  await story.answersAll(clinic, patient, {}, content)
  expect((await patient.question())?.content).to.equal(content)
  return { clinic, patient, id: await patient.consultation() }
}

async function arrived(clinic: OpenClinic, id: string) {
  const link = await clinic.desk.makeLink(story.performer, id, 'continue')
  const claim = await clinic.sittings.redeem(link.secret ?? '', 'widget')
  if (!claim) throw new Error(link.said)
  return patientAt(clinic, claim)
}

async function own(clinic: OpenClinic, { claim }: ReturnType<typeof patientAt>) {
  const all = (await clinic.sittings.activities(claim, 0)) ?? []
  return all.filter(({ from }) => from === 'patient').map(({ message }) => message)
}
