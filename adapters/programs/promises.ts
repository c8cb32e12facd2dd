/** The README's table of promises: docs/safety/promises.yaml, with what faults.json found. */
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { z } from 'zod'

export const PROMISES = 'docs/safety/promises.yaml'
export const FAULTS = 'docs/safety/faults.json'
export const FAULTS_PAGE = 'docs/safety/faults.md'
export const NOT_TRIED = 'docs/safety/not-tried.yaml'
export const README = 'README.md'

const says = z.string().min(5)
const promise = z.strictObject({
  number: z.int().positive(),
  says,
  tests: z.array(says).default([]),
  not: says,
})
const row = z.object({
  row: z.string(),
  says: z.string(),
  promises: z.array(z.int()),
  depth: z.string(),
  trials: z.int().positive(),
  failures: z.array(z.string()),
  controlCaught: z.boolean(),
  seed: z.int(),
  seconds: z.number(),
})
const untried = z.strictObject({ fault: says, why: says })

export type Promised = z.infer<typeof promise>
export type Row = z.infer<typeof row>
export type Untried = z.infer<typeof untried>

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

export const readPromises = (): Promised[] =>
  z
    .array(promise)
    .min(1)
    .parse(load(read(PROMISES)))
export const readRows = (): Row[] =>
  z
    .array(row)
    .min(1)
    .parse(JSON.parse(read(FAULTS)))
export const readNotTried = (): Untried[] =>
  z
    .array(untried)
    .min(1)
    .parse(load(read(NOT_TRIED)))

const BEGIN = '<!-- promises: written by `npm run docs` -->'
const END = '<!-- end of promises -->'

/** The whole README, with its table as it should be now. */
export function readmeNow(): string {
  return withTable(read(README), tableOf(readPromises(), readRows()))
}

export function withTable(text: string, table: string): string {
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)]
  if (from < 0 || to < from) throw new Error(`${README} has no place for the promises`)
  return `${text.slice(0, from + BEGIN.length)}\n\n${table}\n\n${text.slice(to)}`
}

export function tableOf(promises: readonly Promised[], rows: readonly Row[]): string {
  const lines = promises.map((one) => [`${one.number}. ${one.says}`, shownBy(one, rows), one.not])
  return aligned([['what it promises', 'what shows it', 'what it does not promise'], ...lines])
}

/** A promise that nothing shows is none. */
function shownBy({ number, tests }: Promised, rows: readonly Row[]): string {
  const mine = rows.filter(({ promises }) => promises.includes(number))
  const faults = mine.map(
    ({ row: name, trials, failures, depth, controlCaught }) =>
      `${name}: ${failures.length} of ${trials}${of(depth)}${controlCaught ? '' : ', sabotage not caught'}`,
  )
  const links = tests.map((path) => `[${nameOf(path)}](${path})`)
  if (faults.length + links.length === 0) throw new Error(`Nothing shows promise ${number}`)
  return [...faults, ...links].join('; ')
}

const of = (depth: string): string => (depth === 'short' ? ', the short form' : '')

/** What each row is, what the last run found, and what no row is about. */
export function faultsPage(rows: readonly Row[], notTried: readonly Untried[]): string {
  const lines = rows.map(({ row: name, says, depth, trials, failures, controlCaught, ...more }) => [
    ...[
      name,
      says,
      String(trials),
      String(failures.length),
      controlCaught ? 'caught' : 'NOT CAUGHT',
    ],
    ...[depth, String(more.seed), String(Math.round(more.seconds))],
  ])
  const head = ['', 'fault', 'trials', 'failures', 'sabotage', 'depth', 'seed', 'seconds']
  return [
    ...['# Faults', '', 'Written by `npm run docs` from [faults.json](faults.json), which'],
    '`npm run faults -- --depth nightly --at-once 2 --out docs/safety/faults.json` writes,',
    ...['and from [not-tried.yaml](not-tried.yaml), which people write.', ''],
    ...[aligned([head, ...lines]), '', '## What is not tried', ''],
    ...notTried.map(({ fault, why }) => `- **${fault}** ${why}`),
    '',
  ].join('\n')
}

const nameOf = (path: string): string => path.replace(/^.*\/([^/]+)\.test\.ts$/, '$1')

/** As Prettier lays a table out. */
function aligned(lines: readonly (readonly string[])[]): string {
  const [head = []] = lines
  const widths = head.map((_, n) => Math.max(...lines.map((line) => line[n]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, n) => cell.padEnd(widths[n] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [line(head), rule, ...lines.slice(1).map(line)].join('\n')
}
