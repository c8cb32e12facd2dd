import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { LONGEST_TEXT } from '../../machines/facts.ts'

/** They see no more of the machines than types, and the browser not even those. */
const OWN = ['desk/fields.ts', 'teams/prompt.ts', 'web/widget/browser/fields.ts']

describe('the longest text that may be sent', () => {
  for (const file of OWN) {
    it(`is the longest that is taken, by ${file}`, () => {
      const source = readFileSync(new URL(`../../adapters/${file}`, import.meta.url), 'utf8')
      const [, here] = /^const LONGEST = (\d+)$/m.exec(source) ?? []
      expect(here).to.equal(`${LONGEST_TEXT}`)
    })
  }
})
