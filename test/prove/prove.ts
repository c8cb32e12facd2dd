/**
 * Proves what it can of every statechart and of the journey, and prints what was explored.
 * `--plant SEED` plants a fault instead and tells what notices it; `--quick` leaves mutants out.
 */
import type { Pinned } from '../../machines/contract.ts'
import { PATHWAYS } from '../../machines/index.ts'
import { LONG } from './journey/hold.ts'
import { countOf, judgeAll, reviewedSurvivors, unreviewed } from './mutation/run.ts'
import type { Verdict } from './mutation/judge.ts'
import { inWords, plant } from './plant/plant.ts'
import { type Crew, gather } from './run/crew.ts'
import { JOURNEY_HEAD, type Line, PATHWAY_HEAD } from './run/work.ts'
import { table } from './table.ts'

const print = (text: string) => process.stdout.write(`${text}\n`)
const [what = '', seed = ''] = process.argv.slice(2)

if (what === '--plant') print(inWords(await plant(Number(seed))))
else process.exitCode = (await prove(what === '--quick')) ? 0 : 1

async function prove(quick: boolean): Promise<boolean> {
  const began = performance.now()
  const crew = gather()
  const [journeys, pathways, verdicts] = await explore(crew, quick).finally(() => crew.leave())
  const faults = [...pathways, ...journeys].flatMap((line) => line.faults)
  if (!quick) faults.push(...unreviewed(verdicts, reviewedSurvivors()))
  const judged = (of: string) => (quick ? [] : countOf(of, verdicts))
  const killed = quick ? [] : ['killed', 'survived']
  const rows = pathways.map(({ row }) => [...row, ...judged(String(row[0]))])
  print(`${table([...PATHWAY_HEAD, ...killed], rows)}\n`)
  print(
    `${table(
      JOURNEY_HEAD,
      journeys.map(({ row }) => row),
    )}\n`,
  )
  if (!quick) print(`${told(verdicts)}\n`)
  for (const fault of faults) print(`✘ ${fault}\n`)
  print(`${faults.length} faults, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return faults.length === 0
}

/** What takes longest begins first. */
async function explore(
  crew: Crew,
  quick: boolean,
): Promise<readonly [readonly Line[], readonly Line[], readonly Verdict[]]> {
  const scopes = LONG.map(({ name }) => name)
  return Promise.all([
    // The widest walk is the last of the list.
    crew.all('journey', scopes.toReversed()).then((lines) => lines.toReversed()),
    crew.all('pathway', Object.keys(PATHWAYS) as Pinned[]),
    quick ? [] : judgeAll(crew),
  ])
}

function told(verdicts: readonly Verdict[]): string {
  const [killed, survived] = countOf('treatment@1', verdicts)
  const dead = verdicts.filter(({ by }) => by !== undefined).length
  return [
    `Gates of treatment@1: ${killed} mutants killed, ${survived} survived.`,
    `All: ${verdicts.length} mutants, ${dead} killed, ${verdicts.length - dead} survived.`,
  ].join('\n')
}
