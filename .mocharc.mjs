import { globSync } from 'node:fs'

// Every test, if none was named: mocha itself would add those that were to what is listed here.
const named = process.argv.slice(2).some((argument) => argument.endsWith('.test.ts'))
// The long ones first, so that no core waits for the last of them.
const long = ['test/browser/thread', 'test/house', 'test/browser', 'test/load', 'test/prove']
const first = long.flatMap((start) => globSync(`${start}{*,/**/*}.test.ts`))
const every = [...new Set([...first, ...globSync('test/**/*.test.ts').sort()])]

export default {
  spec: named ? [] : every,
  extension: ['ts'],
  // Two processes, each with a file at a time: a browser that waits leaves a core to the proofs.
  parallel: !named,
  jobs: 2,
  require: ['adapters/config/node.mjs', 'test/support/unhandled.ts', 'test/support/closed.ts'],
  reporter: 'test/support/reporter.ts',
  'reporter-option': ['hazards=docs/safety/hazards.yaml', ...(named ? [] : ['whole=true'])],
  timeout: 20_000,
  // Browsers and servers share two cores with the proofs: the whole run tries once more, and says so.
  retries: named ? 0 : 1,
  'forbid-only': true,
  'fail-zero': true,
}
