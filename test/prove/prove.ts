/**
 * Proves what it can of every statechart and of the journey, and prints what was explored.
 * `--plant SEED` plants a fault instead and tells what notices it; `--quick` leaves mutants out.
 */
import { PATHWAYS } from '../../machines/index.ts'
import { cover } from './cover.ts'
import { REAL } from './house.ts'
import { hold } from './invariants/hold.ts'
import { toldOf } from './invariants/told.ts'
import { holdJourney, LONG } from './journey/hold.ts'
import { listOf } from './lists.ts'
import { countOf, judgeAll, reviewedSurvivors, unreviewed } from './mutation/run.ts'
import { plant } from './plant/plant.ts'
import { table } from './table.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)
const [what = '', seed = ''] = process.argv.slice(2)

if (what === '--plant') print(plant(Number(seed)))
else process.exitCode = (await prove(what === '--quick')) ? 0 : 1

async function prove(quick: boolean): Promise<boolean> {
  const began = performance.now()
  const faults: string[] = []
  const verdicts = quick ? [] : await judgeAll()
  if (!quick) faults.push(...unreviewed(verdicts, reviewedSurvivors()))
  const mutants = (id: string) => (quick ? ['', ''] : countOf(id, verdicts))
  const head = [
    'machine',
    'states',
    'transitions',
    'pairs refused',
    'ensures',
    'invariants',
    'steps',
  ]
  const pathways = Object.values(PATHWAYS).map((pathway) => {
    const covered = cover(pathway)
    const own = listOf(pathway)
    const held = hold(pathway)
    faults.push(...covered.faults.map((fault) => `${pathway.id}: ${fault}`))
    faults.push(...held.broken.map((one) => toldOf(pathway, one)))
    return [
      ...[pathway.id, `${covered.states.size}/${own.states.length}`],
      ...[`${covered.ways.size}/${own.ways.length}`, covered.pairs.size],
      ...[Object.keys(pathway.outcomes).length, held.spoke.size, covered.steps],
      ...mutants(pathway.id),
    ]
  })
  print(`${table([...head, 'killed', 'survived'], pathways)}\n`)
  const journeys = LONG.map((scope) => {
    const held = holdJourney(REAL, scope)
    faults.push(...held.broken.map((one) => one.told()))
    return [scope.name, held.places, held.steps, held.refusals, held.spoke.size]
  })
  print(`${table(['treatment@1', 'places', 'steps', 'refused', 'invariants'], journeys)}\n`)
  const [killed, survived] = countOf('treatment@1', verdicts)
  if (!quick) print(`gates of treatment@1: ${killed} mutants killed, ${survived} survived\n`)
  for (const fault of faults) print(`✘ ${fault}\n`)
  print(`${faults.length} faults, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return faults.length === 0
}
