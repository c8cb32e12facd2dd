/** docs/safety/hazards.yaml as data, and as the page that people read. */
import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { z } from 'zod'

const says = z.string().min(5)
const step = z.int().min(1).max(5)
const risk = z.strictObject({ severity: step, likelihood: step, why: says })
const control = z.union([
  z.strictObject({ does: says, tests: z.record(z.string(), z.array(says).min(1)) }),
  z.strictObject({ does: says, waits: says }),
])
const hazard = z.strictObject({
  id: z.string().regex(/^H\d\d$/),
  ...{ hazard: says, cause: says, effect: says, owner: says },
  ...{ initial: risk, controls: z.array(control).min(1), residual: risk },
})

export type Hazard = z.infer<typeof hazard>

/** A test that a control rests on. */
export interface Proof {
  readonly hazard: string
  readonly file: string
  /** The full title; one that ends in … stands for every title that begins so. */
  readonly title: string
}

export const HAZARDS = 'docs/safety/hazards.yaml'

/** Throws on a hazard of another shape, or on one id for two. */
export function readHazards(path: string | URL = new URL(`../../${HAZARDS}`, import.meta.url)) {
  const { data, error } = z
    .array(hazard)
    .min(1)
    .safeParse(load(readFileSync(path, 'utf8')))
  if (!data) throw new Error(z.prettifyError(error))
  const ids = data.map(({ id }) => id)
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
  if (twice.length > 0) throw new Error(`Twice: ${twice.join(', ')}`)
  return data
}

export function proofsOf(hazards: readonly Hazard[]): Proof[] {
  return hazards.flatMap(({ id, hazard: what, controls }) =>
    controls.flatMap((one) =>
      Object.entries('tests' in one ? one.tests : {}).flatMap(([file, titles]) =>
        titles.map((title) => ({ hazard: `${id} ${what}`, file, title })),
      ),
    ),
  )
}

/** Whether a full title is one that the proof names. */
export function isNamed(title: string, { title: named }: Proof): boolean {
  return named.endsWith('…') ? title.startsWith(named.slice(0, -1)) : title === named
}

/** The page docs/safety/hazards.md. */
export function hazardsPage(hazards: readonly Hazard[]): string {
  const open = hazards.flatMap(({ id, controls }) =>
    controls.flatMap((one) => ('waits' in one ? [`- **${id}** ${one.does}: ${one.waits}`] : [])),
  )
  return [
    ...[
      '# Hazard log',
      '',
      'Written by `npm run docs` from hazards.yaml: change that, not this page.',
      '',
    ],
    'Risk is severity × likelihood, each from 1 to 5: our own first estimate, which no clinical safety officer has looked at. ' +
      'Every test named here has run and passed at the end of each `npm test`, or that run is red.',
    '',
    ...[table(hazards), '', '## Open', '', ...open, ''],
    ...hazards.flatMap(sectionOf),
  ].join('\n')
}

function table(hazards: readonly Hazard[]): string {
  const rows = hazards.map(
    ({ id, hazard: what, owner, initial, residual }) =>
      `| [${id}](#${id.toLowerCase()}) | ${what} | ${numberOf(initial)} | ${numberOf(residual)} | ${owner} |`,
  )
  return [
    '| | hazard | at first | left | owner |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

const numberOf = ({ severity, likelihood }: Hazard['initial']) =>
  `${severity} × ${likelihood} = ${severity * likelihood}`

function sectionOf(one: Hazard): string[] {
  return [
    ...[`## ${one.id}`, '', `**${one.hazard}.** ${one.cause}. Leads to: ${one.effect}.`, ''],
    `At first ${numberOf(one.initial)}: ${one.initial.why}. Left ${numberOf(one.residual)}: ${one.residual.why}.`,
    ...['', ...one.controls.flatMap(linesOf), ''],
  ]
}

function linesOf(one: Hazard['controls'][number]): string[] {
  if ('waits' in one) return [`- _Open._ ${one.does}: waits for ${one.waits}`]
  const tests = Object.entries(one.tests).flatMap(([file, titles]) =>
    titles.map((title) => `  - [${file.split('/').at(-1)}](../../${file}): ${title}`),
  )
  return [`- ${one.does}`, ...tests]
}
