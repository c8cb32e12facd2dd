/** Proves what it can of every statechart and prints what was explored. Fails on any fault. */
import { PATHWAYS } from '../../machines/index.ts'
import { cover } from './cover.ts'
import { listOf } from './lists.ts'
import { table } from './table.ts'

const began = performance.now()
const faults: string[] = []
const rows = Object.values(PATHWAYS).map((pathway) => {
  const covered = cover(pathway)
  const own = listOf(pathway)
  faults.push(...covered.faults.map((fault) => `${pathway.id}: ${fault}`))
  return [
    pathway.id,
    `${covered.states.size}/${own.states.length}`,
    `${covered.ways.size}/${own.ways.length}`,
    covered.pairs.size,
    covered.spots,
    covered.steps,
  ]
})

process.stdout.write(
  `${table(['machine', 'states', 'transitions', 'pairs refused', 'places', 'steps'], rows)}\n\n`,
)
process.stdout.write(faults.map((fault) => `✘ ${fault}\n`).join(''))
process.stdout.write(
  `${faults.length} faults, ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
)
process.exitCode = faults.length === 0 ? 0 : 1
