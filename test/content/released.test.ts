import { expect } from 'chai'
import { digest, readWords } from '../../adapters/files/content.ts'
import type { Source } from '../../content/catalogue.ts'
import { parse } from '../../content/template.ts'
import { releases, wordsIn } from '../replay/corpus.ts'

/** Whatever says other words now than in a release, under a number that is no higher. */
function renumbered(then: readonly Source[], now: readonly Source[]): string[] {
  const before = new Map(then.map(({ path, text }) => [path, text]))
  return now.flatMap(({ path, text }) => {
    const old = before.get(path)
    if (!/\.(md|hbs)$/.test(path) || old === undefined || old === text) return []
    const versions = [old, text].map((one) => parse(path, one, digest).version)
    return (versions[1] ?? 0) > (versions[0] ?? 0) ? [] : [path]
  })
}

describe('words that differ from those of a release', () => {
  const now = readWords()

  for (const release of releases) {
    // A record names the version that was shown: one number for two wordings would tell nobody which.
    it(`have a higher version than in ${release}`, () => {
      expect(renumbered(wordsIn(release), now)).to.deep.equal([])
    })
  }

  it('are found by a letter', () => {
    const path = 'en-GB/welcome/hello.md'
    const changed = now.map((one) => (one.path === path ? { ...one, text: `${one.text}!` } : one))
    expect(renumbered(now, changed)).to.deep.equal([path])
  })
})
