import { expect } from 'chai'
import type { Desk, Once } from '../../../bot/ports.ts'
import { fakeDesk, settings, visitor } from './fake.ts'

const SAM = {
  ...{ name: 'Sam Example', 'safe-contact': 'at-the-clinic-only' },
  ...{ 'birth-date-day': '4', 'birth-date-month': '5', 'birth-date-year': '2016' },
  ...{ treatment: 'peel/Chemical peel' },
}

/** The page of the invitation, and what was asked of the desk for it. */
async function inviting(more: Partial<Desk> = {}, spent?: Once) {
  const { desk, calls } = fakeDesk(more)
  const amira = visitor(settings(desk, { spent }))
  await amira.signIn()
  const token = await amira.token()
  const key = async () =>
    /name="once" value="([^"]+)"/.exec(String((await amira.get('/desk/invite')).body))?.[1] ?? ''
  const send = async (more: Readonly<Record<string, string>> = {}) => {
    const fields = { once: await key(), ...SAM, ...more }
    const { status, body } = await amira.post('/desk/invite', { token, ...fields })
    return { status, body: String(body).replace(/\s+/g, ' ') }
  }
  return { send, calls, key, get: amira.get }
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

describe('a form that invites', () => {
  it('invites once: sent again it makes nobody, and shows no link', async () => {
    const { send, calls, key } = await inviting()
    const once = await key()
    const first = await send({ once })
    expect([first.status, first.body.includes('/c/once-only')]).to.deep.equal([200, true])
    const again = await send({ once })
    expect([again.status, again.body.includes('once-only')]).to.deep.equal([409, false])
    expect(again.body).to.include('Nothing new was made')
    expect(calls).to.have.lengthOf(1)
    expect((await send()).status, 'another form').to.equal(200)
  })

  it('pressed twice shows both the one link', async () => {
    let asked = 0
    const slowly = async () => {
      asked += 1
      await new Promise((passed) => setTimeout(passed, 50))
      return made
    }
    const { send, key } = await inviting({ invite: slowly })
    const once = await key()
    const both = await Promise.all([send({ once }), send({ once })])
    expect(both.map(({ status }) => status)).to.deep.equal([200, 200])
    expect(asked).to.equal(1)
  })

  it('is sent under another key when something has to be put right first', async () => {
    const { send, calls, key } = await inviting()
    const once = await key()
    const { status, body } = await send({ once, name: '' })
    expect(status).to.equal(422)
    const next = /name="once" value="([^"]+)"/.exec(body)?.[1] ?? ''
    expect(next).not.to.equal(once)
    expect((await send({ once: next })).status).to.equal(200)
    expect(calls).to.have.lengthOf(1)
  })

  it('is taken once by several instances together', async () => {
    const spent = new Set<string>()
    const shared: Once = {
      spend: async (what) => !spent.has(what) && Boolean(spent.add(what)),
      wasSpent: async (what) => spent.has(what),
    }
    const [here, there] = [await inviting({}, shared), await inviting({}, shared)]
    const once = await here.key()
    expect((await here.send({ once })).status).to.equal(200)
    expect((await there.send({ once })).status).to.equal(409)
    expect(there.calls).to.deep.equal([])
  })
})

describe('what somebody is invited for', () => {
  it('is chosen from the list, by kind, and nothing else is offered', async () => {
    const { get } = await inviting()
    const body = String((await get('/desk/invite')).body).replace(/\s+/g, ' ')
    expect(body.match(/<optgroup label="[^"]+"/g)).to.deep.equal([
      '<optgroup label="Dermal filler"',
      '<optgroup label="Chemical peel"',
    ])
    expect(body).to.include('<option value="filler/Dermal filler"')
    expect(body).not.to.include('Microneedling')
  })

  it('comes back chosen, where something else has to be put right', async () => {
    const { send } = await inviting()
    expect((await send({ name: '' })).body).to.match(/value="peel\/Chemical peel" selected/)
  })
})
