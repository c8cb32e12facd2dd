import { expect } from 'chai'
import type { Desk } from '../../../bot/ports.ts'
import { fakeDesk, settings, visitor } from './fake.ts'

const SAM = {
  ...{ name: 'Sam Example', 'safe-contact': 'at-the-clinic-only' },
  ...{ 'birth-date-day': '4', 'birth-date-month': '5', 'birth-date-year': '2016' },
  ...{ 'treatment-class': 'peel', 'treatment-name': 'Chemical peel' },
}

/** The page of the invitation, and what was asked of the desk for it. */
async function inviting(more: Partial<Desk> = {}) {
  const { desk, calls } = fakeDesk(more)
  const amira = visitor(settings(desk))
  await amira.signIn()
  const token = await amira.token()
  const send = async (fields: Readonly<Record<string, string>> = SAM) => {
    const { status, body } = await amira.post('/desk/invite', { token, ...fields })
    return { status, body: String(body).replace(/\s+/g, ' ') }
  }
  return { send, calls, get: amira.get }
}

const made = { ok: true, said: 'Made.', secret: 'once-only', consultation: 'c-9' }

describe('an invitation of somebody young', () => {
  it('says first that it is refused, and how the date can be put right', async () => {
    const young = { refused: true, person: 'Farida Lyle', least: 18 }
    const { body } = await (await inviting({ invite: async () => ({ ...made, young }) })).send()
    expect(body).to.include('Under 16 by that date of birth').and.include('refused for age already')
    expect(body).to.match(/invite them again<\/a> with the right one/)
    expect(body).to.match(/<a href="\/desk\/c\/c-9" ?>at the consultation/)
    expect(body).not.to.include('Give this to the patient')
  })

  it('says at 16 and 17 who talks with them first, and what is refused', async () => {
    const person = 'Farida <Lyle>'
    const at = (young: object) =>
      inviting({ invite: async () => ({ ...made, young: { refused: false, person, ...young } }) })
    const { body } = await (await at({ least: 18 })).send()
    expect(body)
      .to.include('Only 16 or 17')
      .and.include('Farida &lt;Lyle&gt;</bdi> talks with them first')
    expect(body)
      .to.include('refused under 18, whoever agrees')
      .and.include('Give this to the patient')
    expect((await (await at({})).send()).body).not.to.include('whoever agrees')
    expect((await (await inviting()).send()).body).not.to.include('talks with them first')
  })
})
