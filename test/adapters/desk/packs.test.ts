import { expect } from 'chai'
import { createMemoryStore } from '../../../adapters/memory/store.ts'
import { createPress } from '../../../adapters/pdf/press.ts'
import { verifyPack } from '../../../bot/evidence/verify/pack.ts'
import type { Role } from '../../../machines/commands.ts'
import { demoClinic, openClinic } from '../../support/clinic.ts'
import { logBeside } from '../../support/log.ts'
import { keepBundles } from '../../support/packs.ts'
import * as story from '../../support/stories.ts'
import { settings, visitor } from './fake.ts'

/** The desk’s own pages in front of the real engine and a real log, with one enquiry. */
async function opened() {
  const store = createMemoryStore()
  await keepBundles(store)
  const clinic = openClinic({ store, packing: { log: logBeside(store), press: createPress() } })
  const id = await (await story.enquired(clinic)).consultation()
  const people = demoClinic.people.map(({ id, name, roles }) => ({ id, name, roles }))
  const asked = async (role: Role) => {
    const person = people.find(({ roles }) => roles.some((own) => own === role))
    const who = visitor(settings(clinic.desk, { people, clocks: clinic.clocks }))
    await who.signIn(person?.id ?? '', role)
    return who.post(`/desk/c/${id}/pack`, { token: await who.token() })
  }
  const packs = async () => {
    const lines = (await clinic.desk.records(story.performer, id))?.records ?? []
    return lines.filter(({ event }) => /file/i.test(event)).map(({ role }) => role)
  }
  return { id, asked, packs, visitor: () => visitor(settings(clinic.desk, { people })) }
}

describe('the desk’s button for a file to hand out', function () {
  this.timeout(60_000)

  for (const role of ['performer', 'safeguarding', 'auditor'] as const) {
    it(`gives the ${role} a file that holds, and that is on record`, async () => {
      const { id, asked, packs } = await opened()
      const { status, headers, body } = await asked(role)
      expect(status).to.equal(200)
      expect(JSON.stringify(headers)).to.include(`record-${id}.zip`)
      expect(verifyPack(body as Uint8Array)).to.include({ ok: true })
      expect(await packs()).to.deep.equal([role])
    })
  }

  for (const role of ['reception', 'administrator'] as const) {
    it(`refuses ${role}, and nothing is on record`, async () => {
      const { asked, packs } = await opened()
      const { status, body } = await asked(role)
      expect(status).to.be.within(400, 499)
      expect(String(body).startsWith('PK')).to.equal(false)
      expect(await packs()).to.deep.equal([])
    })
  }

  it('gives nothing to somebody who has not signed in', async () => {
    const { id, packs, visitor } = await opened()
    const { body } = await visitor().post(`/desk/c/${id}/pack`, { token: 'x' })
    expect(String(body).startsWith('PK')).to.equal(false)
    expect(await packs()).to.deep.equal([])
  })
})
