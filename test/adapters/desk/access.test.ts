import { expect } from 'chai'
import type { ReadsAsked, ReadsView } from '../../../bot/views/reads.ts'
import { fakeDesk, settings, visitor } from './fake.ts'
import { readsView } from './reads-view.ts'

async function signedIn(role: string, view: ReadsView = readsView()) {
  const asked: ReadsAsked[] = []
  const { desk } = fakeDesk({
    reads: async (_, one) => {
      asked.push(one)
      return view
    },
  })
  const at = visitor(settings(desk))
  const who = settings(desk).people.find(({ roles }) => roles.some((one) => one === role))
  await at.signIn(who?.id ?? '', role)
  return { at, asked }
}

describe('the page of who read what', () => {
  it('tells each reading in a sentence, by the day, with a way to the consultation', async () => {
    const { at } = await signedIn('auditor')
    const page = String((await at.get('/desk/access')).body).replace(/\s+/g, ' ')
    expect(page).to.match(/<bdi>Dr Tom Okafor<\/bdi><\/strong >, supervisor/)
    expect(page).to.match(/Was refused the record: <a href="\/desk\/c\/c-4"><bdi>Priya Nair<\/bdi>/)
    expect(page).to.match(/class="mark refused">Refused</)
    expect(page).to.include('1 to 4 of 240.')
    expect(page).to.match(/<h2>[A-Z]\w+day, 21 November 2026<\/h2>/)
  })

  it('asks for what its filter says, and for nothing that no filter could say', async () => {
    const { at, asked } = await signedIn('safeguarding')
    await at.get('/desk/access?by=p-tom&of=c-4&how=in-emergency&months=12&page=2')
    await at.get('/desk/access?by=%3Cb%3E&of=a%20b&how=never&months=7&page=-1')
    expect(asked).to.deep.equal([
      {
        ...{ by: 'p-tom', consultation: 'c-4', how: 'in-emergency' },
        ...{ months: 12, from: 200, most: 100 },
      },
      {
        ...{ by: undefined, consultation: undefined, how: undefined },
        ...{ months: 1, from: 0, most: 100 },
      },
    ])
  })

  it('keeps its filter over its pages and in its file', async () => {
    const { at } = await signedIn('auditor')
    const page = String((await at.get('/desk/access?by=p-tom&of=c-4&months=3')).body)
    const kept = 'by=p-tom&amp;of=c-4&amp;months=3'
    expect(page).to.include(`href="/desk/access?${kept}&amp;page=1"`)
    expect(page).to.include(`href="/desk/access/csv?${kept}" download`)
    expect(page).to.include('<input type="hidden" name="of" value="c-4" />')
  })

  it('gives a file of them all, with numbers of consultations and no name of a patient', async () => {
    const { at, asked } = await signedIn('auditor')
    const { headers, body } = await at.get('/desk/access/csv?by=p-tom&page=1')
    expect(headers?.['content-disposition']).to.include('who-read-what.csv')
    const text = new TextDecoder().decode(body as Uint8Array)
    expect(text.split('\r\n').slice(0, 2)).to.deep.equal([
      '"When","Who","Role","What","How","Consultation"',
      '"2026-11-21T10:12:00.000Z","Dr Tom Okafor","supervisor","Was refused the record","refused","c-4"',
    ])
    expect(text).to.not.include('Priya')
    expect(asked[0]).to.include({ by: 'p-tom', from: 0, most: Infinity })
  })

  it('is one link away from each consultation, for those who may and for nobody else', async () => {
    const auditor = await signedIn('auditor')
    const link = 'href="/desk/access?of=c-4&amp;months=12"'
    expect(String((await auditor.at.get('/desk/c/c-4')).body)).to.include(link)
    expect(String((await auditor.at.get('/desk')).body)).to.include('href="/desk/access"')
    const performer = await signedIn('performer')
    expect(String((await performer.at.get('/desk/c/c-4')).body)).to.not.include('/desk/access')
    expect((await performer.at.get('/desk/access')).status).to.equal(403)
    expect((await performer.at.get('/desk/access/csv')).status).to.equal(403)
    expect(performer.asked).to.deep.equal([])
  })
})
