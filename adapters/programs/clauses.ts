/**
 * `npm run clauses` says of every duty in the register where it is discharged, or why it is not,
 * and writes the same to docs/clauses.md. It ends with 1 when a duty is unaccounted for.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { z } from 'zod'
import { type Catalogue, catalogue } from '../../content/catalogue.ts'
import type { Cited } from '../../machines/cited.ts'
import type { Gate, Pathway } from '../../machines/contract.ts'
import { JOURNEYS, PATHWAYS } from '../../machines/index.ts'
import { digest, readWords } from '../files/content.ts'
import { type Entry, readRegister } from './generate-clauses.ts'

/** Pathways of which every clause is accounted for, one by one. */
export const BOUND: readonly string[] = [
  ...['age', 'gp-contact', 'consent', 'pre-consultation', 'capacity', 'voluntariness'],
  ...['psychological', 'suitability', 'information-and-risk', 'fees', 'cooling-off'],
  ...['aftercare-and-continuity', 'inclusion', 'confidentiality-and-sharing'],
  'social-media-post',
]

/** A place that cites a clause. `closed-gate` cites it and waits for what would discharge it. */
export interface Citation {
  readonly clause: string
  readonly kind: 'guard' | 'gate' | 'closed-gate' | 'outcome' | 'words'
  readonly what: string
  /** The pathway whose machine it is in; gates have none. */
  readonly pathway?: string
}

const why = z
  .string()
  .regex(/^(held|later|person|fact|elsewhere): \S.*[^.]$/, 'must begin with its kind')
const reason = z.union([
  z.strictObject({ clause: z.string(), why }),
  z.strictObject({ pathway: z.string(), why }),
])

/** Why a clause, or what is left of a pathway, is not discharged by anything that cites it. */
export type Reason = z.infer<typeof reason>

export interface Account {
  readonly entry: Entry
  readonly discharged: readonly Citation[]
  readonly closed: readonly Citation[]
  readonly why: string | undefined
}

/** A file of a test, and its text. */
export interface TestFile {
  readonly path: string
  readonly text: string
}

export interface Parts {
  readonly register: readonly Entry[]
  readonly reasons: readonly Reason[]
  readonly citations: readonly Citation[]
  readonly tests: readonly TestFile[]
}

/** Reads accounting.yaml. Throws on a reason of no known kind, or of another shape. */
export function readReasons(yaml: string): Reason[] {
  const { data, error } = z.array(reason).safeParse(load(yaml))
  if (!data) throw new Error(z.prettifyError(error))
  return data
}

/** Everything that cites a clause, in the machines and in the words. */
export function citationsIn(
  pathways: readonly Pathway[],
  gates: readonly Gate[],
  words: Pick<Catalogue, 'ids' | 'get'>,
): Citation[] {
  return [
    ...pathways.flatMap((pathway) => [...guardsOf(pathway), ...outcomesOf(pathway)]),
    ...gates.flatMap(({ name, met, awaits }) =>
      each(met.clauses, { kind: awaits ? 'closed-gate' : 'gate', what: name }),
    ),
    ...words.ids().flatMap((id) => each(words.get(id).clauses, { kind: 'words', what: id })),
  ]
}

function guardsOf({ id, machine }: Pathway): Citation[] {
  const pathway = nameOf(id)
  const guards = machine.implementations.guards as Record<string, unknown>
  return Object.entries(guards).flatMap(([name, guard]) =>
    each((guard as Cited).clauses, { kind: 'guard', what: `${pathway}/${name}`, pathway }),
  )
}

function outcomesOf({ id, outcomes }: Pathway): Citation[] {
  const pathway = nameOf(id)
  return Object.entries(outcomes).flatMap(([name, { clauses }]) =>
    each(clauses, { kind: 'outcome', what: `${pathway}/${name}`, pathway }),
  )
}

function each(clauses: readonly string[], rest: Omit<Citation, 'clause'>): Citation[] {
  return clauses.map((clause) => ({ clause, ...rest }))
}

function nameOf(id: string): string {
  return id.replace(/@\d+$/, '')
}

/** Of every clause of the register, what became of it. A reason for itself beats its pathway's. */
export function accountsOf({ register, reasons, citations }: Parts): Account[] {
  return register.map((entry) => {
    const citing = citations.filter(({ clause }) => clause === entry.id)
    const closed = citing.filter(({ kind }) => kind === 'closed-gate')
    const own = reasons.find((one) => 'clause' in one && one.clause === entry.id)
    const shared = reasons.find((one) => 'pathway' in one && one.pathway === entry.pathway)
    const discharged = citing.filter(({ kind }) => kind !== 'closed-gate')
    return { entry, discharged, closed, why: (own ?? shared)?.why }
  })
}

/** What is wrong with the accounts: duties that nobody answers for, and reasons that are stale. */
export function faultsIn(parts: Parts): string[] {
  const accounts = accountsOf(parts)
  const known = new Set(parts.register.flatMap(({ id, pathway }) => [id, pathway]))
  const names = parts.reasons.map((one) => ('clause' in one ? one.clause : one.pathway))
  const stale = new Set(
    accounts.filter(({ discharged }) => discharged.length > 0).map(({ entry }) => entry.id),
  )
  return [
    ...accounts.filter(isUnaccounted).map(({ entry }) => `${entry.id}: unaccounted for`),
    ...names.filter((name) => stale.has(name)).map((name) => `${name}: cited, its reason is stale`),
    ...names.filter((name) => !known.has(name)).map((name) => `${name}: not in the register`),
    ...names.filter((name, at) => names.indexOf(name) !== at).map((name) => `${name}: twice`),
    ...names.filter((name) => BOUND.includes(name)).map((name) => `${name}: clause by clause only`),
  ]
}

function isUnaccounted({ entry, discharged, closed, why }: Account): boolean {
  return BOUND.includes(entry.pathway) && discharged.length + closed.length === 0 && !why
}

/** The tests that name the clause, and those that cover what cites it. */
export function testsOf({ clause, kind, what, pathway }: Citation, tests: readonly TestFile[]) {
  const having = (...texts: readonly string[]) =>
    tests.filter(({ text }) => texts.some((one) => text.includes(one))).map(({ path }) => path)
  const covering = pathway ? [`pathways/${pathway}/`, `'${pathway}@`] : [`'${what}'`]
  const named = having(`'${clause}'`, ...covering)
  const states = kind === 'words' ? tests.filter(({ path }) => path === EVERY_STATE) : []
  const gates = kind === 'gate' && named.length === 0 ? having('journeys/treatment') : []
  return unique([...named, ...gates, ...states.map(({ path }) => path)])
}

/** Walks the words of every pathway with its machine. */
const EVERY_STATE = 'test/content/every-state.test.ts'

/** The page docs/clauses.md: by pathway, in the register's order. */
export function page(parts: Parts): string {
  const byPathway = Map.groupBy(accountsOf(parts), ({ entry }) => entry.pathway)
  const sections = [...byPathway].map(([name, accounts]) => {
    const done = accounts.filter(({ discharged }) => discharged.length > 0).length
    const lines = accounts.flatMap((account) => linesOf(account, parts.tests))
    return [`## ${name}: ${done} of ${accounts.length}`, '', ...lines, ''].join('\n')
  })
  return `${HEAD}\n${sections.join('\n').trimEnd()}\n`
}

const HEAD = `# Where each clause is discharged

Generated by npm run clauses. Do not edit: reasons are in machines/clauses/accounting.yaml.

A clause counts as discharged when a guard, an open gate, an outcome or the words of a state cite it. The gist is our own note, not a quotation. To be cited is not to be proved: the tests are named so that one can look.

_held_: software does it and cites nothing; _later_: not built; _person_: somebody's duty outside the software; _fact_: nothing to do; _elsewhere_: dealt with under another clause.
`

function linesOf({ entry, discharged, closed, why }: Account, tests: readonly TestFile[]) {
  const from = (kind: string, all: readonly Citation[]) =>
    all.length === 0 ? [] : [`${kind} ${unique(all.map(({ what }) => what)).join(', ')}`]
  const cited = (['guard', 'gate', 'outcome', 'words'] as const).flatMap((kind) =>
    from(
      kind,
      discharged.filter((one) => one.kind === kind),
    ),
  )
  const tested = unique(discharged.flatMap((one) => testsOf(one, tests)))
  return [
    `- **${entry.id}** (${entry.duty}) ${entry.gist.replaceAll(/\s+/g, ' ')}`,
    ...cited.map((line) => `  - ${line}`),
    ...(isSaidOnly(entry, discharged)
      ? ['  - in words only: nothing stops whoever does otherwise']
      : []),
    ...(tested.length > 0 ? [`  - tests: ${tested.join(', ')}`] : []),
    ...from('closed until built: gate', closed).map((line) => `  - ${line}`),
    ...(why && discharged.length === 0 ? [`  - ${why}`] : []),
    ...(!why && discharged.length + closed.length === 0 ? ['  - not gone through yet'] : []),
  ]
}

function isSaidOnly({ duty }: Entry, discharged: readonly Citation[]): boolean {
  if (duty === 'fact' || duty === 'principle') return false
  return discharged.length > 0 && discharged.every(({ kind }) => kind === 'words')
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}

/** Everything as it is in the repository. */
export function readParts(): Parts {
  const stages = Object.values(JOURNEYS).flatMap((journey) => journey.stages)
  const gates = stages.flatMap((stage) => [...stage.entry, ...stage.gates])
  const words = catalogue(readWords(), digest)
  return {
    register: readRegister(read('machines/clauses/register.yaml')),
    reasons: readReasons(read('machines/clauses/accounting.yaml')),
    citations: citationsIn(Object.values(PATHWAYS), gates, words),
    tests: globSync('test/**/*.test.ts', { cwd: top })
      .filter((path) => !ABOUT_CITING.test(path))
      .sort()
      .map((path) => ({ path, text: read(path) })),
  }
}

/** Tests that take clauses and pathways for examples only. */
const ABOUT_CITING =
  /^test\/(adapters\/programs\/(clauses|content)|machines\/(cited|clauses\/.*))\.test\.ts$/

const top = new URL('../../', import.meta.url)

function read(path: string): string {
  return readFileSync(new URL(path, top), 'utf8')
}

if (import.meta.main) {
  const parts = readParts()
  const text = page(parts)
  writeFileSync(new URL('docs/clauses.md', top), text)
  console.log(text)
  const faults = faultsIn(parts)
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
