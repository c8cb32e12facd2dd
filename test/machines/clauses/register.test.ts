import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { generated } from '../../../adapters/programs/generate.ts'
import { readRegister } from '../../../adapters/programs/generate-clauses.ts'
import { CLAUSES } from '../../../machines/clauses/ids.ts'

const top = new URL('../../../', import.meta.url)
const register = readFileSync(new URL('machines/clauses/register.yaml', top), 'utf8')

describe('the clause register', () => {
  it('has every duty once, by an id of its own', () => {
    const ids = readRegister(register).map(({ id }) => id)
    expect(ids).to.have.lengthOf(new Set(ids).size)
    expect(ids).to.deep.equal(Object.keys(CLAUSES))
  })

  it('is refused when an id comes twice', () => {
    const [, first = ''] = register.split(/^(?=- id)/m)
    expect(() => readRegister(first + first)).to.throw('Repeated: JCCP-IN-1')
  })

  it('is refused when an entry points at one that does not exist', () => {
    const [, first = ''] = register.split(/^(?=- id)/m)
    expect(() => readRegister(`${first}  see:\n  - SAFE-99\n`)).to.throw('SAFE-99')
  })

  it('is refused when a field is missing or unknown', () => {
    const [, first = ''] = register.split(/^(?=- id)/m)
    expect(() => readRegister(first.replace(/^ {2}duty.*\n/m, ''))).to.throw('duty')
    expect(() => readRegister(`${first}  mood: good\n`)).to.throw('mood')
  })
})

describe('what is generated', () => {
  for (const { path, text } of generated) {
    it(`is what the generator would write: ${path}`, () => {
      expect(readFileSync(new URL(path, top), 'utf8') === text(), 'run npm run generate').to.equal(
        true,
      )
    })
  }
})
