import { plant } from './plant.ts'

const notInThisProject = ['TS6059', 'TS6307']
const needsNodeTypes = 'TS2591'
const needsDom = 'TS2584'

/** One violation for each wall that the compiler holds up, and for each of its flags. */
export const compilerPlants = [
  plant('machines/nothing.ts', `export const nothing = 0`),
  plant('bot/nothing.ts', `export const nothing = 0`),
  plant('adapters/nothing.ts', `export const nothing = 0`),

  plant('machines/to-bot.ts', `import '../bot/nothing.ts'`, ...notInThisProject),
  plant('machines/to-content.ts', `import '../content/to-machines.ts'`, ...notInThisProject),
  plant('content/to-machines.ts', `import '../machines/nothing.ts'`, ...notInThisProject),
  plant('content/to-bot.ts', `import type {} from '../bot/nothing.ts'`, ...notInThisProject),
  plant('bot/to-adapters.ts', `import '../adapters/nothing.ts'`, ...notInThisProject),

  plant('machines/with-process.ts', `export const env = process.env`, needsNodeTypes),
  plant('machines/with-fs.ts', `import 'node:fs'\nexport {}`, 'TS2882'),
  plant('machines/with-fetch.ts', `export const got = fetch('/')`, 'TS2304'),
  plant('machines/with-console.ts', `console.log('here')`, needsDom),
  plant('content/with-buffer.ts', `export const none = Buffer.alloc(0)`, needsNodeTypes),
  plant('content/with-timer.ts', `setTimeout(() => {}, 1)`, 'TS2304'),
  plant('bot/with-document.ts', `export const page = document.title`, needsDom),
  plant('adapters/with-window.ts', `export const place = window.location`, 'TS2304'),
  plant(
    'adapters/web/widget/browser/with-process.ts',
    `export const env = process.env`,
    needsNodeTypes,
  ),
  plant('adapters/web/widget/browser/in-a-page.ts', `export const page = document.title`),

  plant('bot/strict.ts', `export const twice = (n) => n * 2`, 'TS7006'),
  plant(
    'bot/no-unchecked-indexed-access.ts',
    `export const first = (all: string[]): string => all[0]`,
    'TS2322',
  ),
  plant(
    'bot/exact-optional-property-types.ts',
    `export const note: { text?: string } = { text: undefined }`,
    'TS2375',
  ),
  plant(
    'bot/no-implicit-override.ts',
    `class A {\n  f() {}\n}\nexport class B extends A {\n  f() {}\n}`,
    'TS4114',
  ),
  plant(
    'bot/no-implicit-returns.ts',
    `export function f(n: number) {\n  if (n > 0) return n\n}`,
    'TS7030',
  ),
  plant(
    'bot/no-fallthrough.ts',
    `export function f(n: number) {\n  switch (n) {\n    case 1:\n      n += 1\n    case 2:\n      n += 2\n  }\n  return n\n}`,
    'TS7029',
  ),
  plant('bot/no-unused-locals.ts', `const unused = 1\nexport {}`, 'TS6133'),
  plant('bot/no-unused-parameters.ts', `export const f = (unused: number) => 1`, 'TS6133'),
  plant('bot/erasable-syntax-only.ts', `export enum Colour {\n  Red,\n}`, 'TS1294'),
  plant('bot/a-type.ts', `export interface Shape {\n  side: number\n}`),
  plant(
    'bot/verbatim-module-syntax.ts',
    `import { Shape } from './a-type.ts'\nexport const square: Shape = { side: 1 }`,
    'TS1484',
  ),
]
