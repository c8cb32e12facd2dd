import { expect } from 'chai'
import {
  type Cruised,
  cruiser,
  cruiserArgs,
  eslint,
  prettier,
  type Ran,
  run,
  tsc,
} from './tools.ts'

describe('the tree', function () {
  this.timeout(180_000)

  function expectPassed({ status, said }: Ran): void {
    expect(status, said).to.equal(0)
  }

  it('compiles', async () => expectPassed(await run(tsc, ['-b', '--pretty', 'false'])))

  it('has nothing that the linter objects to', async () => {
    expectPassed(await run(eslint, ['--max-warnings', '0', '.']))
  })

  it('is formatted', async () => expectPassed(await run(prettier, ['--check', '.'])))

  it('knows one way only, and all of it was looked at', async () => {
    const { out } = await run(cruiser, cruiserArgs)
    const { summary } = JSON.parse(out) as Cruised
    const found = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)
    expect(found, found.join('\n')).to.deep.equal([])
    // A cruiser that cannot read TypeScript finds no modules, and nothing wrong with them.
    expect(summary.totalCruised).to.be.at.least(20)
  })
})
