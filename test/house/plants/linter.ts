import { plant } from './plant.ts'

const banned = 'no-restricted-syntax'
const luxon = `import { DateTime } from 'luxon'\n`
const lines = (count: number, line: string) => Array<string>(count).fill(line).join('\n')

/** One violation for each rule of the linter that we chose ourselves. */
export const linterPlants = [
  plant('machines/date-now.ts', `export const at = Date.now()`, banned),
  plant('machines/luxon-now.ts', `${luxon}export const at = DateTime.now()`, banned),
  plant('machines/luxon-utc.ts', `${luxon}export const at = DateTime.utc()`, banned),
  plant('machines/random.ts', `export const lot = Math.random()`, banned),
  plant('content/new-date.ts', `export const at = new Date()`, banned),
  plant('bot/date-call.ts', `export const at = Date()`, banned),
  plant('bot/luxon-local.ts', `${luxon}export const at = DateTime.local()`, banned),
  plant(
    'bot/given-time.ts',
    `${luxon}export const at = [new Date(0), DateTime.utc(2026, 1, 1), DateTime.fromMillis(0)]`,
  ),
  plant('adapters/real-time.ts', `export const at = [Date.now(), new Date(), Math.random()]`),

  plant(
    'bot/floating.ts',
    `const f = async () => 1\nf()\nexport {}`,
    '@typescript-eslint/no-floating-promises',
  ),
  plant(
    'bot/misused.ts',
    `const f = async () => true\nexport const yes = f() ? 1 : 2`,
    '@typescript-eslint/no-misused-promises',
  ),
  plant(
    'bot/not-exhaustive.ts',
    `export function f(side: 'left' | 'right'): void {\n  switch (side) {\n    case 'left':\n      return\n  }\n}`,
    '@typescript-eslint/switch-exhaustiveness-check',
  ),
  plant('bot/a-type.ts', `export interface Shape {\n  side: number\n}`),
  plant(
    'bot/type-import.ts',
    `import { Shape } from './a-type.ts'\nexport const square: Shape = { side: 1 }`,
    '@typescript-eslint/consistent-type-imports',
  ),
  plant(
    'bot/side-effect.ts',
    `import { type Shape } from './a-type.ts'\nexport const square: Shape = { side: 1 }`,
    '@typescript-eslint/no-import-type-side-effects',
  ),
  plant('bot/unfinished.ts', `// TODO: finish\nexport {}`, 'no-warning-comments'),
  plant('bot/long.ts', lines(251, `export {}`), 'max-lines'),
  plant('bot/long-enough.ts', lines(250, `export {}`)),
  plant(
    'bot/long-function.ts',
    `export function f(n: number): number {\n${lines(40, 'n += 1')}\n  return n\n}`,
    'max-lines-per-function',
  ),
  plant(
    'machines/pathways/age/machine.ts',
    `export function f(n: number): number {\n${lines(40, 'n += 1')}\n  return n\n}`,
  ),
  plant(
    'adapters/unnecessary.ts',
    `// eslint-disable-next-line no-console\nexport {}`,
    'unused-directive',
  ),
]
