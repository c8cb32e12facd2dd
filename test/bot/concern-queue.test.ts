import { expect } from 'chai'
import { homeCard } from '../../adapters/teams/home.ts'
import type { Role } from '../../machines/commands.ts'
import { decide, openClinic, type OpenClinic, staff } from '../support/clinic.ts'
import * as story from '../support/stories.ts'

const lead = staff('safeguarding')
const OTHERS: readonly Role[] = [
  ...(['practitioner', 'performer', 'supervisor', 'prescriber'] as const),
  ...(['reception', 'auditor', 'administrator'] as const),
]

/** Somebody who was asked in private, and whatever else was asked of them. */
async function asked(clinic: OpenClinic): Promise<string> {
  const patient = await story.enquired(clinic)
  await story.refuseGp(patient)
  await story.answersAll(clinic, patient)
  return patient.consultation()
}

const said = async (clinic: OpenClinic, id: string, ...events: readonly string[]) => {
  for (const event of events) await decide(clinic, id, lead, 'concern-response', event)
}

const seenBy = async ({ desk }: OpenClinic, by = lead) =>
  (await desk.queue(by)).map(({ what, urgent }) => [what, urgent])

describe('what was said in private, as it waits', () => {
  it('waits to be read until the lead has said something of it, and then says what', async () => {
    const clinic = openClinic()
    const id = await asked(clinic)
    const unread = ['What was said in private waits to be read', false]
    expect(await seenBy(clinic)).to.deep.equal([unread])
    await said(clinic, id, 'act')
    const talk = ['You said: to talk with them, on their own', false]
    expect(await seenBy(clinic)).to.deep.equal([talk])
    await said(clinic, id, 'not-yet')
    expect(await seenBy(clinic)).to.deep.equal([talk])
    const other = { ...lead, id: 'gwen-tarrant', name: 'Gwen Tarrant' }
    const [first] = await seenBy(clinic, other)
    expect(first?.[0]).to.equal('Farida Lyle said: to talk with them, on their own')
    const second = await asked(clinic)
    expect(await seenBy(clinic)).to.deep.equal([talk, unread])
    await said(clinic, second, 'nothing-to-do')
    expect((await seenBy(clinic))[1]?.[0]).to.match(/^You said: nothing further is needed/)
  })

  it('is urgent from when somebody is in danger until all of it is written down', async () => {
    const clinic = openClinic()
    const id = await asked(clinic)
    await said(clinic, id, 'act', 'danger-now')
    const danger = ['You said: somebody is in danger now', true]
    expect(await seenBy(clinic)).to.deep.equal([danger])
    const answer = (event: string, value: unknown) =>
      decide(clinic, id, lead, 'concern-response', event, value)
    await answer('answered', ['emergency-services'])
    await said(clinic, id, 'danger-to-others')
    expect(await seenBy(clinic)).to.deep.equal([danger])
    await answer('answered', 'A child is in the house.')
    await answer('answered', 'That the police were rung.')
    expect(await seenBy(clinic)).to.deep.equal([])
  })

  for (const role of OTHERS)
    it(`is the same to the ${role}, whatever the lead said`, async () => {
      const clinic = openClinic()
      const id = await asked(clinic)
      const by = staff(role)
      const before = await clinic.desk.queue(by)
      await said(clinic, id, 'act', 'danger-now')
      expect(await clinic.desk.queue(by)).to.deep.equal(before)
      expect(JSON.stringify(before)).not.to.match(/private|danger/)
    })

  it('is like every other in Teams, where a chat stands on a telephone', async () => {
    const clinic = openClinic()
    const id = await asked(clinic)
    const card = async () => homeCard(await clinic.desk.queue(lead), clinic.clocks.clock())
    const before = await card()
    await said(clinic, id, 'act', 'danger-now')
    expect(await card()).to.deep.equal(before)
  })
})
