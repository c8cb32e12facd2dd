import { expect } from 'chai'
import { nameOf } from '../../../bot/house.ts'
import { PATHWAYS } from '../../../machines/index.ts'
import { openClinic } from '../../support/clinic.ts'
import { settings, visitor } from './fake.ts'

const NAMES = Object.values(PATHWAYS).map(({ id }) => nameOf(id))
const MARK = 'Made-up answers only: nothing is recorded.'

async function signedIn() {
  const clinic = openClinic()
  const at = visitor(settings(clinic.desk))
  await at.signIn()
  const token = await at.token()
  /** Answers the page before it with what its own form brings along. */
  const answers = async (pathway: string, page: string, fields: Record<string, string>) => {
    const [, so = ''] = /name="so" value="([^"]*)"/.exec(page) ?? []
    const sent = { token, so: so.replaceAll('&quot;', '"'), form: 'rehearse', ...fields }
    const { status, body } = await at.post(`/desk/rehearse/${pathway}`, sent)
    return { status, page: String(body).replace(/\s+/g, ' ') }
  }
  return { at, answers, clinic }
}

describe('a rehearsal at the desk', () => {
  it('can be had of every pathway, and each page says that it is one', async () => {
    const { at } = await signedIn()
    const list = String((await at.get('/desk/rehearse')).body)
    for (const name of NAMES) {
      expect(list, name).to.include(`href="/desk/rehearse/${name}"`)
      const { status, body } = await at.get(`/desk/rehearse/${name}`)
      expect(status, name).to.equal(200)
      expect(String(body), name).to.include(MARK).and.include('REHEARSAL')
      expect(String(body), name).to.not.include('There are no words')
    }
    expect((await at.get('/desk/rehearse/no-such')).status).to.equal(404)
  })

  it('goes to the end with made-up answers, and leaves nothing in the store', async () => {
    const { at, answers, clinic } = await signedIn()
    const month = clinic.clocks.wall().slice(0, 10) as never
    const before = [await clinic.store.consultations('demo'), await clinic.reads.of(month)]
    let page = String((await at.get('/desk/rehearse/feedback')).body)
    for (const event of ['yes', 'dissatisfied', 'rather-not-say', 'no', 'worse'])
      ({ page } = await answers('feedback', page, { event }))
    ;({ page } = await answers('feedback', page, { event: 'answered', value: 'Made-up words' }))
    expect(page).to.include('It ends here').and.include('after 6 made-up answers').and.include(MARK)
    const after = [await clinic.store.consultations('demo'), await clinic.reads.of(month)]
    expect(after).to.deep.equal(before)
  })

  it('asks again for what is no answer, and keeps those before it', async () => {
    const { at, answers } = await signedIn()
    const first = String((await at.get('/desk/rehearse/gp-weighing')).body)
    const { page } = await answers('gp-weighing', first, { event: 'not-needed' })
    const empty = await answers('gp-weighing', page, { event: 'answered', value: ' ' })
    expect(empty.status).to.equal(422)
    expect(empty.page).to.include('Make up an answer').and.include(MARK)
    const strange = await answers('gp-weighing', page, { event: 'no-such' })
    expect(strange.page).to.include('not-needed').and.include('What is your reason?')
  })
})
