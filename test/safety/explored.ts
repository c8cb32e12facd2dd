/**
 * `npm run explored` runs the proofs and keeps what they explored, beside the 48 invariants, in
 * docs/safety/invariants.md. A run that found a fault is kept too, and ends with 1. `-- --quick`
 * leaves the mutants out, and says so.
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import { PAGE, read } from './pages.ts'

const top = new URL('../../', import.meta.url)
const LEDGER = 'test/prove/invariants/ledger.yaml'

type Entry = { says: string } & (
  { here: string } | { tested: string; title: string } | { waits: string[] }
)

/** The 48, each with what holds it. */
export function invariants(ledger = read(LEDGER)): string {
  const rows = Object.entries(load(ledger) as Record<string, Entry>)
  const waiting = rows.filter(([, one]) => 'waits' in one).length
  return [
    `${rows.length - waiting} are held, ${waiting} wait for pathways that are not built.`,
    ...['', '| | invariant | held by |', '| --- | --- | --- |'],
    ...rows.map(([id, one]) => `| ${id} | ${one.says} | ${holds(one)} |`),
  ].join('\n')
}

function holds(one: Entry): string {
  if ('here' in one) return 'every path'
  if ('waits' in one) return `_nothing yet: waits for ${one.waits.join(', ')}_`
  return `[a test](../../test/${one.tested})`
}

export function page(ran: string, quick = false): string {
  return [
    ...['# Invariants, and what was explored', ''],
    ...[
      'Written by `npm run explored` from [the ledger](../../test/prove/invariants/ledger.yaml) and a run of',
    ],
    ...['`npm run prove`: change those, not this page.', '', invariants(), ''],
    ...['## What was explored', ''],
    'For each statechart: its states and transitions, visited of all that there are; each pair of a state and an event that it ' +
      'refuses; the ends whose promise was proved; the invariants that had something to say; the steps taken. Then the journey, ' +
      'over the ends of its pathways. Last, the faults, and the seconds on the machine that ran it. Where fewer are visited than there are, the rest stand ' +
      'behind the engine, which refuses sooner: `test/prove/bounds.ts` says why of each.',
    ...(quick ? ['', 'This run left out the mutants; `npm run prove` has them.'] : []),
    ...['', '```text', ran.trim(), '```', ''],
  ].join('\n')
}

/** States and transitions of each statechart, as a page tells them: visited, and of how many. */
export function counted(text: string): Record<string, readonly [states: string, ways: string]> {
  const rows = text.matchAll(/^([a-z-]+@\d+) +(\d+\/\d+) +(\d+\/\d+) /gm)
  return Object.fromEntries(
    [...rows].map(([, id = '', states = '', ways = '']) => [id, [states, ways]]),
  )
}

if (import.meta.main) {
  const more = process.argv.slice(2)
  const prove = fileURLToPath(new URL('../prove/prove.ts', import.meta.url))
  const node = ['--disable-warning=ExperimentalWarning', '--import', './adapters/config/node.mjs']
  const { stdout, status } = spawnSync(process.execPath, [...node, prove, ...more], {
    ...{ cwd: fileURLToPath(top), encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  })
  if (Object.keys(counted(stdout)).length === 0) throw new Error('The proofs said nothing.')
  writeFileSync(new URL(PAGE, top), page(stdout, more.includes('--quick')))
  console.log(`wrote ${PAGE}\n${stdout}`)
  process.exitCode = status ?? 1
}
