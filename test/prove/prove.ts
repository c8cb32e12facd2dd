/** Proves what it can of every statechart and of the journey, and prints what was explored. */
import { PATHWAYS } from '../../machines/index.ts'
import { cover } from './cover.ts'
import { REAL } from './house.ts'
import { hold } from './invariants/hold.ts'
import { toldOf } from './invariants/told.ts'
import { holdJourney, LONG } from './journey/hold.ts'
import { listOf } from './lists.ts'
import { table } from './table.ts'

const began = performance.now()
const faults: string[] = []
const print = (text: string) => process.stdout.write(`${text}\n`)

const pathways = Object.values(PATHWAYS).map((pathway) => {
  const covered = cover(pathway)
  const own = listOf(pathway)
  const held = hold(pathway)
  faults.push(...covered.faults.map((fault) => `${pathway.id}: ${fault}`))
  faults.push(...held.broken.map((one) => toldOf(pathway, one)))
  return [
    pathway.id,
    `${covered.states.size}/${own.states.length}`,
    `${covered.ways.size}/${own.ways.length}`,
    covered.pairs.size,
    Object.keys(pathway.outcomes).length,
    held.spoke.size,
    covered.steps,
  ]
})
const head = ['machine', 'states', 'transitions', 'pairs refused', 'ensures', 'invariants', 'steps']
print(`${table(head, pathways)}\n`)

const journeys = LONG.map((scope) => {
  const held = holdJourney(REAL, scope)
  faults.push(...held.broken.map((one) => one.told()))
  return [scope.name, held.places, held.steps, held.refusals, held.spoke.size]
})
print(`${table(['treatment@1', 'places', 'steps', 'refused', 'invariants'], journeys)}\n`)

for (const fault of faults) print(`✘ ${fault}\n`)
print(`${faults.length} faults, ${((performance.now() - began) / 1000).toFixed(1)} s`)
process.exitCode = faults.length === 0 ? 0 : 1
