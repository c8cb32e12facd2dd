import { expect } from 'chai'
import { readFileSync } from 'node:fs'
import { text } from '../../machines/facts.ts'

/** Each has the number for itself: the statecharts are pinned, and the browser sees nothing of them. */
const OWN = [
  ...['bot/understand.ts', 'adapters/desk/fields.ts', 'adapters/teams/prompt.ts'],
  'adapters/web/widget/browser/fields.ts',
]

describe('the longest text that may be sent', () => {
  for (const file of OWN) {
    it(`is the longest that is taken, by ${file}`, () => {
      const source = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')
      const longest = Number(/^const LONGEST = (\d+)$/m.exec(source)?.[1])
      expect(text.safeParse('a'.repeat(longest)).success).to.equal(true)
      expect(text.safeParse('a'.repeat(longest + 1)).success).to.equal(false)
    })
  }
})
