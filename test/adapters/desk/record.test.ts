import { expect } from 'chai'
import type { Desk } from '../../../bot/ports.ts'
import { fakeDesk, settings, visitor } from './fake.ts'
import { RECORD } from './records.ts'

async function signedIn(more: Partial<Desk> = {}) {
  const someone = visitor(settings(fakeDesk(more).desk))
  await someone.signIn()
  return someone
}

describe('the page of a record', () => {
  it('says that it was verified, or what is wrong', async () => {
    const good = String((await (await signedIn()).get('/desk/c/c-4/record')).body)
    expect(good.replace(/\s+/g, ' ')).to.include(
      'All 3 records are in order and unchanged, and replaying them gives the state shown.',
    )
    const bad = { ...RECORD, verified: false, fault: 'Record 4 does not follow from record 3.' }
    const amira = await signedIn({ records: async () => bad })
    const page = String((await amira.get('/desk/c/c-4/record')).body)
    expect(page).to.include('<h2>Not verified</h2>').and.to.include(bad.fault)
    expect(page).not.to.include('Verified just now')
  })

  for (const [standings, said, last] of [
    [
      ['sealed', 'sealed'],
      'Sealed in the clinic’s log. Not witnessed: nobody',
      'Sealed, not witnessed',
    ],
    [
      ['witnessed', 'witnessed'],
      'Witnessed: somebody outside the clinic has seen them all.',
      'Sealed and witnessed',
    ],
    [
      ['witnessed', 'sealed'],
      'Witnessed from outside the clinic: 1, no more.',
      'Sealed, not witnessed',
    ],
    [['sealed', 'recorded'], '1 of 2 recorded but not sealed yet.', 'Recorded, not sealed yet'],
    [
      ['recorded', 'recorded'],
      '2 of 2 recorded but not sealed yet. Not witnessed',
      'Recorded, not sealed yet',
    ],
  ] as const) {
    it(`says plainly how records stand that are ${standings.join(' and ')}`, async () => {
      const [line] = RECORD.records
      const records = standings.map((standing, seq) => ({ ...line!, seq, standing }))
      const amira = await signedIn({ records: async () => ({ ...RECORD, records }) })
      const page = String((await amira.get('/desk/c/c-4/record')).body).replace(/\s+/g, ' ')
      expect(page).to.include(said)
      expect(page.split('<dt>Standing</dt>').at(-1)).to.include(`<dd>${last}</dd>`)
      const seen = standings.every((one) => one === 'witnessed')
      expect(page.includes('Not witnessed: nobody outside')).to.equal(
        !standings.some((one) => one === 'witnessed'),
      )
      expect(page.includes('seen them all')).to.equal(seen)
    })
  }

  it('shows each guard with its authority, clauses and duties, and the proof', async () => {
    const page = String((await (await signedIn()).get('/desk/c/c-4/record')).body)
    for (const words of ['Did not hold', 'statute', 'SAFE-21', '(must)', RECORD.records[0]!.prev]) {
      expect(page).to.include(words)
    }
  })

  it('keeps the seal folded, for whoever checks it', async () => {
    const page = String((await (await signedIn()).get('/desk/c/c-4/record')).body)
    expect(page).to.match(
      /<details\s*>\s*<summary>The seal[\s\S]*?<dt>Leaf<\/dt>[\s\S]*?<dt>Follows<\/dt>/,
    )
  })

  it('says of a gate that it is met, not yet, or only stood in for', async () => {
    const page = String((await (await signedIn()).get('/desk/c/c-4/record')).body)
    expect(page).to.match(/class="mark not-yet">Not yet<\/strong> Age seen on a document/)
    expect(page.replace(/\s+/g, ' ')).to.include('Gates of the stage: 0 of 1 met, 1 stood in')
    expect(page).to.match(/class="mark stood-in">Stood in \(demo\)<\/strong> Expectations reviewed/)
  })

  it('unfolds the words shown, to print them', async () => {
    const amira = await signedIn()
    expect(String((await amira.get('/desk/c/c-4/record')).body)).not.to.match(/<details open/)
    expect(String((await amira.get('/desk/c/c-4/record?all=1')).body)).to.match(/<details open/)
  })
})
