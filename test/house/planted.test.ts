import { rmSync } from 'node:fs'
import { relative } from 'node:path'
import { expect } from 'chai'
import { compilerPlants } from './plants/compiler.ts'
import { cruiserPlants } from './plants/cruiser.ts'
import { linterPlants } from './plants/linter.ts'
import type { Plant } from './plants/plant.ts'
import { plantedTree } from './plants/tree.ts'
import { type Cruised, cruiser, cruiserArgs, eslint, run, tsc } from './tools.ts'

/** The rules that were reported, by file. */
type Reported = Map<string, Set<string>>

function note(reported: Reported, file: string, rule: string): void {
  reported.set(file, (reported.get(file) ?? new Set()).add(rule))
}

async function compile(tree: string): Promise<Reported> {
  const { out } = await run(tsc, ['-b', '--pretty', 'false'], tree)
  const reported: Reported = new Map()
  for (const [, file = '', rule = ''] of out.matchAll(/^(\S+)\(\d+,\d+\): error (TS\d+)/gm)) {
    note(reported, file, rule)
  }
  return reported
}

async function cruise(tree: string): Promise<Reported> {
  const { out } = await run(cruiser, cruiserArgs, tree)
  const reported: Reported = new Map()
  for (const { from, rule, cycle = [] } of (JSON.parse(out) as Cruised).summary.violations) {
    for (const file of [from, ...cycle.map(({ name }) => name)]) note(reported, file, rule.name)
  }
  return reported
}

interface Linted {
  readonly filePath: string
  readonly messages: readonly { readonly ruleId: string | null; readonly message: string }[]
}

async function lint(tree: string): Promise<Reported> {
  const files = linterPlants.map(({ file }) => file)
  const { out } = await run(eslint, ['--format', 'json', ...files], tree)
  const reported: Reported = new Map()
  for (const { filePath, messages } of JSON.parse(out) as Linted[]) {
    for (const { ruleId } of messages) {
      note(reported, relative(tree, filePath), ruleId ?? 'unused-directive')
    }
  }
  return reported
}

/** Plants everything at once and runs the tool once; then each plant is a test of its own. */
function planted(
  tool: string,
  plants: readonly Plant[],
  look: (tree: string) => Promise<Reported>,
) {
  describe(tool, function () {
    this.timeout(120_000)
    let tree: string
    let reported: Reported

    before(async () => {
      tree = plantedTree(plants)
      reported = await look(tree)
    })

    after(() => rmSync(tree, { recursive: true }))

    for (const { file, rules } of plants) {
      it(`${rules.length > 0 ? `reports ${rules.join(' and ')}` : 'has no objection'} in ${file}`, () => {
        expect([...(reported.get(file) ?? [])].sort()).to.deep.equal([...rules].sort())
      })
    }
  })
}

describe('a planted violation', () => {
  planted('the compiler', compilerPlants, compile)
  planted('dependency-cruiser', cruiserPlants, cruise)
  planted('the linter', linterPlants, lint)

  it('exists for every rule of dependency-cruiser, and every rule gives its reason', async () => {
    const { out } = await run(cruiser, cruiserArgs)
    const rules = (JSON.parse(out) as Cruised).summary.ruleSetUsed.forbidden
    const tried = cruiserPlants.flatMap((each) => each.rules)
    for (const { name, comment = '' } of rules) {
      expect(tried, name).to.include(name)
      expect(comment, name).to.match(/\.$/)
    }
    expect(rules).to.have.length.above(10)
  })
})
