import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { play, titleOf } from './play.ts'

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))

describe('transcripts', () => {
  for (const file of files) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8')
    it(`${file.slice(0, -'.txt'.length)}: ${titleOf(text)}`, () => play(text))
  }

  it('each have a title that names a clause', () => {
    for (const file of files) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8')
      expect(titleOf(text), file).to.match(/\((?:[A-Z]+-[A-Z0-9.-]+(?:, )?)+\)$/)
    }
  })

  it('notice a word that was not said, a state that is not so and a refusal that is not mentioned', async () => {
    const wrong = [
      'story an adult at the GP question\ncandour> Never said',
      'story an adult at the GP question\nstate withdrawn, consent',
      'story an adult at the GP question\nTomasz Brightwell, reception: does decline reason: x\nasks gp-contact/permission',
      'story an adult at the GP question',
    ]
    for (const text of wrong) {
      const failed = await play(text).then(
        () => false,
        () => true,
      )
      expect(failed, text).to.equal(true)
    }
  })
})
