// Every test, unless some were named: mocha itself would add those to what is listed here.
const named = process.argv.slice(2).some((argument) => argument.endsWith('.test.ts'))

export default {
  spec: named ? [] : ['test/**/*.test.ts'],
  extension: ['ts'],
  require: ['adapters/config/node.mjs', 'test/support/unhandled.ts'],
  reporter: 'test/support/reporter.ts',
  'reporter-option': ['hazards=docs/safety/hazards.yaml', ...(named ? [] : ['whole=true'])],
  timeout: 20_000,
  'forbid-only': true,
  'fail-zero': true,
}
