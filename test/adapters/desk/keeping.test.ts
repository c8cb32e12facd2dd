import { expect } from 'chai'
import { demoClinic, openClinic } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'
import { settings, visitor } from './fake.ts'

/** The desk in front of the real engine, with an enquiry that came to nothing. */
async function opened() {
  const clinic = openClinic({ at: '2026-11-23T10:00:00.000Z' })
  const patient = await story.enquired(clinic)
  const id = await patient.consultation()
  const people = demoClinic.people.map(({ id, name, roles }) => ({ id, name, roles }))
  const path = `/desk/c/${id}`
  const as = async (person: string, role: string) => {
    const who = visitor(settings(clinic.desk, { people, clocks: clinic.clocks }))
    await who.signIn(person, role)
    return {
      page: async () => String((await who.get(path)).body).replace(/\s+/g, ' '),
      status: async () => (await who.get(path)).status,
      keep: async (act: string, fields: Record<string, string> = {}) => {
        const form = `keeping-${act}`
        return who.post(`${path}/keeping`, { token: await who.token(), act, form, ...fields })
      },
    }
  }
  return { clinic, as }
}

describe('keeping records, at the desk', () => {
  it('tells everybody how long, and that it is the clinic’s own policy', async () => {
    const { as } = await opened()
    const page = await (await as('tomasz-brightwell', 'reception')).page()
    expect(page).to.contain('Keeping these records')
    expect(page).to.match(/Kept until 23 November 2034, or longer if something is added/)
    expect(page).to.contain('No law sets it for a private clinic')
    expect(page).to.not.contain('Ask for an erasure')
  })

  it('takes a hold with its reason, shows it, and lifts it again', async () => {
    const { as } = await opened()
    const gwen = await as('gwen-tarrant', 'administrator')
    expect((await gwen.keep('hold')).status).to.equal(422)
    expect((await gwen.keep('hold', { reason: 'A claim <b>' })).status).to.equal(303)
    const page = await gwen.page()
    expect(page).to.match(/Held: nothing is erased\.<\/strong> <bdi>A claim &lt;b&gt;<\/bdi>/)
    expect(page).to.not.contain('Ask for an erasure')
    expect((await gwen.keep('lift', { reason: 'Settled' })).status).to.equal(303)
    expect(await gwen.page()).to.contain('Ask for an erasure')
  })

  it('erases when a second person agrees, and there is no page any more', async () => {
    const { as } = await opened()
    const gwen = await as('gwen-tarrant', 'administrator')
    const farida = await as('farida-lyle', 'safeguarding')
    const early = await gwen.keep('ask-erasure', { basis: 'asked-by-person' })
    expect(early.status).to.equal(422)
    expect(String(early.body)).to.contain('Restrict them instead')
    expect((await gwen.keep('ask-erasure', { basis: 'kept-in-error' })).status).to.equal(303)
    expect(await gwen.page()).to.contain('whoever asked cannot be the one who agrees')
    expect((await gwen.keep('erase')).status).to.equal(422)
    const done = await farida.keep('erase')
    expect(done.status).to.equal(303)
    expect(done.headers?.['location']).to.equal('/desk')
    expect(await farida.status()).to.equal(404)
  })

  it('takes nothing from whoever may not decide', async () => {
    const { clinic, as } = await opened()
    const reception = await as('tomasz-brightwell', 'reception')
    expect((await reception.keep('hold', { reason: 'I want to' })).status).to.equal(422)
    expect(await clinic.book.entries()).to.deep.equal([])
  })
})
