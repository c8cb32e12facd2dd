/** The parts of a whole run, each small enough that threads can share them out. */
import type { Pathway, Pinned } from '../../../machines/contract.ts'
import { PATHWAYS } from '../../../machines/index.ts'
import { cover } from '../cover.ts'
import { REAL } from '../house.ts'
import { hold } from '../invariants/hold.ts'
import { toldOf } from '../invariants/told.ts'
import { holdJourney, LONG, type Scope } from '../journey/hold.ts'
import { listOf } from '../lists.ts'
import { judge } from '../mutation/judge.ts'
import { allMutants, type Mutant } from '../mutation/mutants.ts'
import { tell, written } from '../mutation/stories.ts'

/** One line of a table, and what was found wrong. */
export interface Line {
  readonly row: readonly (string | number)[]
  readonly faults: readonly string[]
}

export const PATHWAY_HEAD = [
  ...['machine', 'states', 'transitions', 'pairs refused', 'ensures', 'invariants'],
  ...['paths', 'steps'],
]
export const JOURNEY_HEAD = ['treatment@1', 'paths', 'steps', 'refused', 'invariants']

let mutants: ReadonlyMap<string, Mutant> | undefined

/** What a thread can be asked for. Only plain data goes in and comes out. */
export const WORK = {
  pathway,
  journey,
  /** The ways on that a transcript takes. */
  async story(name: string): Promise<readonly string[]> {
    return [...(await tell(written(name))).ways]
  },
  /** What notices the mutant, if anything does. */
  async mutant({ id, stories }: { id: string; stories: readonly string[] }) {
    mutants ??= new Map(allMutants().map((one) => [one.id, one]))
    return judge(mutants.get(id) as Mutant, stories.map(written))
  },
} as const

function pathway(id: Pinned): Line {
  const real = PATHWAYS[id] as Pathway
  const covered = cover(real)
  const own = listOf(real)
  const held = hold(real)
  return {
    row: [
      ...[id, `${covered.states.size}/${own.states.length}`],
      ...[`${covered.ways.size}/${own.ways.length}`, covered.pairs.size],
      ...[Object.keys(real.outcomes).length, held.spoke.size, covered.spots, covered.steps],
    ],
    faults: [
      ...covered.faults.map((fault) => `${id}: ${fault}`),
      ...held.broken.map((one) => toldOf(real, one)),
    ],
  }
}

function journey(name: string): Line {
  const scope = LONG.find((one) => one.name === name) as Scope
  const held = holdJourney(REAL, scope)
  return {
    row: [name, held.places, held.steps, held.refusals, held.spoke.size],
    faults: held.broken.map((one) => one.told()),
  }
}

export type Work = typeof WORK
export type Kind = keyof Work
export type Given<kind extends Kind> = Parameters<Work[kind]>[0]
export type Made<kind extends Kind> = Awaited<ReturnType<Work[kind]>>
