import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Campaign, type Depth, DEPTHS, type Outcome } from './campaign.ts'

const CAMPAIGNS = join(import.meta.dirname, 'campaigns')

/**
 * `npm run faults -- --depth short|nightly|release [--seed N] [--only A1,B2] [--out faults.json]`
 * Rows that are in that file already and are not run now stay as they were found.
 */
async function main(): Promise<void> {
  const { depth, seed, only, out } = optionsOf()
  const outcomes: Outcome[] = []
  for (const campaign of await campaigns(only)) {
    const missing = await campaign.lacks?.()
    if (missing) console.log(`${campaign.row}: not run, ${missing}`)
    else outcomes.push(tell(await runOne(campaign, depth, seed)))
  }
  await writeFile(out, `${JSON.stringify(merged(before(out), outcomes), undefined, 2)}\n`)
  const sound = outcomes.length > 0 && outcomes.every(isSound)
  process.exitCode = sound ? 0 : 1
}

function before(path: string): readonly Outcome[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Outcome[]) : []
}

function merged(earlier: readonly Outcome[], now: readonly Outcome[]): Outcome[] {
  const rows = now.map(({ row }) => row)
  return [...earlier.filter(({ row }) => !rows.includes(row)), ...now].toSorted((one, other) =>
    one.row.localeCompare(other.row),
  )
}

export async function campaigns(only: readonly string[] = []): Promise<Campaign[]> {
  const files = readdirSync(CAMPAIGNS).sort()
  const all = await Promise.all(
    files.map(async (file) => {
      const { campaign } = (await import(join(CAMPAIGNS, file))) as { readonly campaign: Campaign }
      return campaign
    }),
  )
  const unknown = only.filter((row) => !all.some((one) => one.row === row))
  if (unknown.length > 0) throw new Error(`There is no row ${unknown.join(', ')}`)
  return only.length > 0 ? all.filter(({ row }) => only.includes(row)) : all
}

export async function runOne(campaign: Campaign, depth: Depth, seed: number): Promise<Outcome> {
  const began = performance.now()
  const { trials, failures } = await campaign.run(depth, seed)
  const control = await campaign.control(seed)
  const { row, says, promises } = campaign
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const controlCaught = control.failures.length > 0
  return { row, says, promises, depth, seed, trials, failures, controlCaught, seconds }
}

/** Nothing tried, or a sabotage that went unnoticed, is no success. */
export function isSound({ trials, failures, controlCaught }: Outcome): boolean {
  return trials > 0 && failures.length === 0 && controlCaught
}

function tell(outcome: Outcome): Outcome {
  const { row, trials, failures, controlCaught, seconds } = outcome
  const control = controlCaught ? 'sabotage caught' : 'SABOTAGE NOT CAUGHT'
  console.log(`${row}: ${trials} trials, ${failures.length} failures, ${control}, ${seconds} s`)
  for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`)
  return outcome
}

function optionsOf() {
  const { values } = parseArgs({
    options: {
      depth: { type: 'string', default: 'short' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      out: { type: 'string', default: 'faults.json' },
    },
  })
  const depth = DEPTHS.find((one) => one === values.depth)
  if (!depth) throw new Error(`--depth is one of ${DEPTHS.join(', ')}`)
  const only = values.only.split(',').filter(Boolean)
  return { depth, seed: Number(values.seed), only, out: values.out }
}

if (import.meta.main) await main()
