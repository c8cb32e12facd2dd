import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { CLAUSES } from '../../machines/clauses/ids.ts'
import { play, titleOf } from './play.ts'

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.txt'))

describe('transcripts', () => {
  for (const file of files) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8')
    it(`${file.slice(0, -'.txt'.length)}: ${titleOf(text)}`, () => play(text))
  }

  it('each have a title that names clauses of the register', () => {
    for (const file of files) {
      const text = readFileSync(join(import.meta.dirname, file), 'utf8')
      const [, named = ''] = /\(([^()]+)\)$/.exec(titleOf(text)) ?? []
      for (const id of named.split(', ')) expect(CLAUSES, file).to.have.property(id)
    }
  })

  it('notice a word that was not said, a state that is not so and a refusal that is not mentioned', async () => {
    const wrong = [
      'story an adult at the GP question\ncandour> Never said',
      'story an adult at the GP question\nstate withdrawn, consent',
      'story an adult at the GP question\nTomasz Brightwell, reception: does decline reason: x\nasks gp-contact/permission',
      'story an adult at the GP question',
      'story an adult at the GP question\nnot said May we contact your GP',
      'story an adult at the GP question\ngate privacy-notice-shown: closed',
      'story an adult at the GP question\nfact full-name: none',
      'story an adult at the GP question\nNadia Okafor, performer: does not see Sam Example',
      'story an adult at the GP question\nTomasz Brightwell, reception: sees lines around my mouth',
      'story an adult at the GP question\nremember\npatient> Yes, you may\nalike',
      'story an adult at the GP question\nback 1990-04-04\nasks gp-contact/permission',
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
