import { expect } from 'chai'
import { joined } from '../../../adapters/web/widget/join.ts'

/** What a script of these modules leaves in `told`. */
function run(files: Readonly<Record<string, string>>): unknown {
  const script = joined('main', (name) => files[name] ?? '')
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is what a browser does with it
  return (new Function(`'use strict'\nlet told\n${script}\nreturn told`) as () => unknown)()
}

describe('the modules of the app as one script', () => {
  it('see of each other what is imported, by whichever name, and nothing else', () => {
    const told = run({
      main: `import { name as first } from './one.ts'\nimport {\n  name,\n} from './two.ts'\ntold = [first, name(), typeof own]`,
      one: `const own = 1\nexport const name = 'one'`,
      two: `const own = 2\nexport function name() { return 'two' }`,
    })
    expect(told).to.deep.equal(['one', 'two', 'undefined'])
  })

  it('run once each, after those that they import', () => {
    const told = run({
      main: `import { list } from './list.ts'\nimport { again } from './again.ts'\ntold = [...list, again]`,
      list: `export const list = []\nlist.push('list')`,
      again: `import { list } from './list.ts'\nlist.push('again')\nexport const again = list.length`,
    })
    expect(told).to.deep.equal(['list', 'again', 2])
  })

  it('are refused in a circle, and where they are written in another way', () => {
    const circle = { main: `import { a } from './a.ts'`, a: `import { b } from './main.ts'` }
    expect(() => run(circle)).to.throw('main imports a imports main: a circle')
    for (const line of [`import all from './a.ts'`, 'export default 1', 'export let changes = 1'])
      expect(() => run({ main: line }), line).to.throw('cannot be joined')
  })
})
