import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { DEPTHS, type Outcome } from './campaign.ts'
import { campaigns, isSound, sideBySide, type Told } from './rows.ts'

/** What all of `nightly` may take on two cores. */
const HOUR = 3600

/**
 * `npm run faults -- --depth short|nightly|release [--seed N] [--only A1,B2] [--at-once 2] [--out faults.json]`
 * Rows that are in that file already and are not run now stay as they were found.
 */
async function main(): Promise<void> {
  const { depth, seed, only, atOnce, out } = optionsOf()
  const began = performance.now()
  const rows = longestFirst(
    (await campaigns(only)).map(({ row }) => row),
    before(out),
  )
  const count = { sound: 0, run: 0 }
  const tell = (row: string, told: Told) => {
    say(row, told)
    count.run += 'lacks' in told ? 0 : 1
    if (!('outcome' in told)) return
    count.sound += isSound(told.outcome) ? 1 : 0
    writeFileSync(out, `${JSON.stringify(merged(before(out), told.outcome), undefined, 2)}\n`)
  }
  await sideBySide({ rows, depth, seed, atOnce, tell })
  const seconds = Math.round((performance.now() - began) / 1000)
  const whole = only.length === 0 && depth === 'nightly'
  const hour = whole ? `, ${seconds <= HOUR ? 'within' : 'LONGER THAN'} the hour that it has` : ''
  const { sound, run } = count
  console.log(`${sound} of ${run} rows are sound, ${atOnce} at once, ${seconds} s${hour}`)
  process.exitCode = run > 0 && sound === run && !(whole && seconds > HOUR) ? 0 : 1
}

function before(path: string): readonly Outcome[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Outcome[]) : []
}

/** As they took the last time, so that nobody waits alone for a long one; what is new is first. */
function longestFirst(rows: readonly string[], known: readonly Outcome[]): string[] {
  const took = (row: string) => known.find((one) => one.row === row)?.seconds ?? Infinity
  return rows.toSorted((one, other) => (took(one) < took(other) ? 1 : -1))
}

function merged(earlier: readonly Outcome[], now: Outcome): Outcome[] {
  return [...earlier.filter(({ row }) => row !== now.row), now].toSorted((one, other) =>
    one.row.localeCompare(other.row),
  )
}

function say(row: string, told: Told): void {
  if ('lacks' in told) return console.log(`${row}: not run, ${told.lacks}`)
  if ('ended' in told) return console.log(`${row}: IT ENDED BY ITSELF with ${told.ended}`)
  const { trials, failures, controlCaught, seconds } = told.outcome
  const control = controlCaught ? 'sabotage caught' : 'SABOTAGE NOT CAUGHT'
  console.log(`${row}: ${trials} trials, ${failures.length} failures, ${control}, ${seconds} s`)
  for (const failure of failures.slice(0, 20)) console.log(`  ${failure}`)
}

function optionsOf() {
  const { values } = parseArgs({
    options: {
      depth: { type: 'string', default: 'short' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      'at-once': { type: 'string', default: '1' },
      out: { type: 'string', default: 'faults.json' },
    },
  })
  const depth = DEPTHS.find((one) => one === values.depth)
  if (!depth) throw new Error(`--depth is one of ${DEPTHS.join(', ')}`)
  const only = values.only.split(',').filter(Boolean)
  const atOnce = Math.max(1, Number(values['at-once']))
  return { depth, seed: Number(values.seed), only, atOnce, out: values.out }
}

await main()
