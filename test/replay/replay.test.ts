import { expect } from 'chai'
import { digest } from '../../adapters/files/content.ts'
import { decidingOf } from '../../adapters/programs/house.ts'
import { readLock } from '../../adapters/programs/versions.ts'
import type { House } from '../../bot/house.ts'
import { replay } from '../../bot/replay.ts'
import { bundleDigest } from '../../content/catalogue.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { endOf, type Recorded, recordedIn, releases, wordsIn } from './corpus.ts'
import { STORIES } from './stories.ts'

const MEANT = 'If that was meant, and it is not released yet: npm run record.'

function endsAsItDid(house: House, { records, end }: Recorded): void {
  const again = replay(house, records)
  if (!again.ok) expect.fail(`at ${again.stream} record ${again.seq}: ${again.detail}. ${MEANT}`)
  if (!again.consultation) expect.fail('it comes to nothing')
  expect(JSON.parse(JSON.stringify(endOf(again.consultation)))).to.deep.equal(end)
}

for (const release of releases) {
  describe(`the consultations that ${release} recorded`, function () {
    this.timeout(60_000)
    const words = wordsIn(release)
    const house = decidingOf(words)
    const all = recordedIn(release)

    for (const one of all) {
      it(`${one.story}: takes the same steps and ends where it did`, () => endsAsItDid(house, one))
    }

    it('began with the words that are kept beside them', () => {
      const began = new Set(all.flatMap(({ records }) => records[0]?.digests.content))
      expect([...began]).to.deep.equal([bundleDigest(words, digest)])
    })
  })
}

describe('a recorded consultation', () => {
  const release = releases.at(-1) ?? ''
  const all = recordedIn(release)
  const house = decidingOf(wordsIn(release))
  const consented = all.find(({ story }) => story === 'consent-taken 1') as Recorded

  it('is there of each story, of the demo’s eight people, and of every pathway', () => {
    const stories = new Set(all.map(({ story }) => story.replace(/ \d+$/, '')))
    expect([...stories]).to.have.members(['demo', ...STORIES])
    expect(all.filter(({ story }) => story.startsWith('demo '))).to.have.lengthOf(8)
    const records = all.flatMap((one) => one.records)
    const seen = new Set(records.flatMap(({ transitions }) => transitions.map((t) => t.pathway)))
    expect([...seen]).to.have.members(Object.keys(PATHWAYS))
  })

  it('notices a guard that answers otherwise', () => {
    const consent = PATHWAYS['consent@1'] as (typeof PATHWAYS)[keyof typeof PATHWAYS]
    const guards = consent.machine.implementations.guards as Record<string, object>
    const turned = Object.fromEntries(
      Object.entries(guards).map(([name, guard]) => [
        name,
        Object.assign(
          (...args: unknown[]) => !(guard as (...a: unknown[]) => boolean)(...args),
          guard,
        ),
      ]),
    )
    const machine = consent.machine.provide({ guards: turned as never })
    const otherwise = { ...house, pathways: { ...PATHWAYS, 'consent@1': { ...consent, machine } } }
    expect(() => endsAsItDid(otherwise, consented)).to.throw('at open record')
  })

  it('notices that it ends elsewhere, and that a record is missing', () => {
    const end = { ...consented.end, stage: 'aftercare' }
    expect(() => endsAsItDid(house, { ...consented, end })).to.throw('to deeply equal')
    const records = consented.records.filter(({ seq, stream }) => stream !== 'open' || seq !== 9)
    expect(() => endsAsItDid(house, { ...consented, records })).to.throw('at open record')
  })

  it('was left by every release', () => {
    const marked = Object.values(readLock()).flatMap(({ since }) => since ?? [])
    expect(releases).to.include.members([...new Set(marked)])
    expect(releases).not.to.be.empty
  })
})
