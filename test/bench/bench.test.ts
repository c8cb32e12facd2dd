import { expect } from 'chai'
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { least } from './part.ts'
import { profiled } from './profile.ts'

const node = ['--disable-warning=ExperimentalWarning', '--import', './adapters/config/node.mjs']
const bench = (...parts: string[]) =>
  spawnSync(process.execPath, [...node, 'test/bench/bench.ts', ...parts], {
    ...{ cwd: join(import.meta.dirname, '../..'), encoding: 'utf8' },
  })

/** So that both of them take as long as they should. */
function busy(rounds: number): number {
  let sum = 0
  for (let n = 0; n < rounds; n += 1) sum += Math.sqrt(n)
  return sum
}

describe('npm run bench', function () {
  this.timeout(30_000)

  it('names its parts when asked for one that is not there', () => {
    const { status, stderr } = bench('nothing-such')
    expect(status).to.equal(2)
    for (const file of readdirSync(join(import.meta.dirname, 'parts')))
      expect(stderr).to.include(file.replace('.ts', ''))
  })

  it('takes the least of several runs, and so tells twenty times as much work from little', () => {
    expect(least(5, () => busy(20_000_000))).to.be.greaterThan(5 * least(5, () => busy(1_000_000)))
  })

  it('says where the time went', async () => {
    const [first] = await profiled(() => void busy(30_000_000))
    expect(first?.where).to.equal('test/bench/bench.test.ts')
    expect(first?.percent).to.be.greaterThan(50)
  })
})
