import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { top } from '../tools.ts'
import type { Plant } from './plant.ts'

const configuration = [
  '.dependency-cruiser.mjs',
  'eslint.config.mjs',
  'tsconfig.base.json',
  'tsconfig.json',
  'machines/tsconfig.json',
  'content/tsconfig.json',
  'bot/tsconfig.json',
  'adapters/tsconfig.json',
  'adapters/web/widget/browser/tsconfig.json',
  'test/tsconfig.json',
]

/** Packages that a plant imports whether or not we depend on them at the time. */
const declared = ['botbuilder', 'openid-client', 'pg']

/** A tree elsewhere with our configuration, our packages and nothing but what is planted. */
export function plantedTree(plants: readonly Plant[]): string {
  const tree = mkdtempSync(join(tmpdir(), 'candour-planted-'))
  for (const file of configuration) {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    copyFileSync(join(top, file), join(tree, file))
  }
  furnish(tree)
  for (const { file, text } of [...plants, allTested(plants)]) {
    mkdirSync(dirname(join(tree, file)), { recursive: true })
    writeFileSync(join(tree, file), text)
  }
  return tree
}

/** Links each package, so that no build of the planted tree lands in our own cache. */
function furnish(tree: string): void {
  const modules = join(tree, 'node_modules')
  mkdirSync(modules)
  for (const name of readdirSync(join(top, 'node_modules'))) {
    if (!name.startsWith('.') && !declared.includes(name)) {
      symlinkSync(join(top, 'node_modules', name), join(modules, name))
    }
  }
  for (const name of [...declared, 'undeclared']) {
    mkdirSync(join(modules, name))
    writeFileSync(join(modules, name, 'package.json'), JSON.stringify({ name, main: 'index.js' }))
    writeFileSync(join(modules, name, 'index.js'), '')
  }
  const ours = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  for (const name of declared) ours.dependencies[name] = '*'
  writeFileSync(join(tree, 'package.json'), JSON.stringify(ours))
}

/** A test that reaches every plant but those that are planted for being out of reach. */
function allTested(plants: readonly Plant[]): Plant {
  const reached = plants.filter(({ rules }) => !rules.includes('every-module-is-tested'))
  const text = reached.map(({ file }) => `import '../${file}'\n`).join('')
  return { file: 'test/all.test.ts', text, rules: [] }
}
