import { expect } from 'chai'
import { readFileSync } from 'node:fs'

const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('docs/complaints.md', root), 'utf8')
/** `file`: title; a title with … has something there that differs from test to test. */
const named = [...page.matchAll(/`(test\/[\w./-]+\.ts)`: ([^|\n]+)/g)].map(
  ([, file = '', title = '']) => ({ file, title: title.trim() }),
)
const complaints = page
  .split(/^## (?=\d+\. )/m)
  .slice(1)
  .map((one) => one.split(/^## /m)[0] ?? '')

describe('what people complain of in other chats', () => {
  it('is each answered by a test, or by why there is none', () => {
    expect(complaints.map((one) => parseInt(one))).to.deep.equal(
      Array.from({ length: 25 }, (_, at) => at + 1),
    )
    for (const one of complaints) expect(one).to.match(/^- `test\/|^Does not apply/m)
  })

  it('names no test that is not there', () => {
    expect(named.length).to.be.above(50)
    for (const { file, title } of named) {
      expect(
        titlesOf(file).some((one) => fits(one, title)),
        `${file}: ${title}`,
      ).to.equal(true)
    }
  })

  it('would notice one that was renamed', () => {
    const [{ file, title } = { file: '', title: '' }] = named
    expect(titlesOf(file).some((one) => fits(one, `${title} or not`))).to.equal(false)
  })
})

function titlesOf(file: string): string[] {
  const source = readFileSync(new URL(file, root), 'utf8')
  return [...source.matchAll(/\bit\(\s*(['"`])([^]*?)\1,/g)].map(([, , title = '']) => title)
}

/** Whatever a title works out when it runs stands for the three dots. */
function fits(written: string, title: string): boolean {
  const [begins = '', ends = ''] = title.split('…')
  const known = written.split(/\$\{.*?\}/)
  if (!title.includes('…')) return known.length === 1 && written === title
  return (known[0] ?? '').startsWith(begins.trim()) && (known.at(-1) ?? '').endsWith(ends.trim())
}
