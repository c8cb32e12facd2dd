/** The product with one thing wrong: a guard turned round, a way on missing, a gate taken away. */
import type { AnyStateMachine } from 'xstate'
import type { Gate, Journey, Pathway } from '../../../machines/contract.ts'
import { JOURNEYS, PATHWAYS } from '../../../machines/index.ts'
import { candidatesOf, rebuilt } from '../candidates.ts'
import { REAL, type Registry } from '../house.ts'

export interface Mutant {
  readonly id: string
  readonly kind: 'guard' | 'transition' | 'gate'
  /** The machine that it is a mutant of. */
  readonly of: string
  /** The way on that is altered, where it is one. */
  readonly way?: string
  readonly gate?: string
  registry(): Registry
}

type Guard = (args: unknown, params: unknown) => boolean

export function mutantsOf(pathway: Pathway): readonly Mutant[] {
  return candidatesOf(pathway.machine).flatMap(({ id, guard }): Mutant[] => [
    ...(guard ? [mutant(pathway, 'guard', id, () => flipped(pathway.machine, id, guard))] : []),
    mutant(pathway, 'transition', id, () =>
      rebuilt(pathway.machine, (one, way) => (one.id === id ? undefined : way)),
    ),
  ])
}

function mutant(
  pathway: Pathway,
  kind: Mutant['kind'],
  way: string,
  machine: () => AnyStateMachine,
): Mutant {
  return {
    ...{ id: `${pathway.id} ${kind} ${way}`, kind, of: pathway.id, way },
    registry: () => ({
      ...REAL,
      pathways: { ...PATHWAYS, [pathway.id]: { ...pathway, machine: machine() } },
    }),
  }
}

/** Yes is no there, and there alone: elsewhere the guard is as it was. */
function flipped(machine: AnyStateMachine, at: string, name: string): AnyStateMachine {
  const guard = (machine.implementations.guards as Record<string, Guard>)[name] as Guard
  const turned = Object.assign((args: unknown, params: unknown) => !guard(args, params), guard)
  return rebuilt(
    machine,
    ({ id }, way) => {
      if (id !== at) return way
      const { params } = (typeof way.guard === 'object' ? way.guard : {}) as { params?: unknown }
      return { ...way, guard: { type: 'turned', ...(params === undefined ? {} : { params }) } }
    },
    { actions: {}, guards: { turned } },
  )
}

/** A gate that stands at more than one place is taken away from each of them. */
export function gateMutants(): readonly Mutant[] {
  const treatment = JOURNEYS['treatment@1'] as Journey
  const names = treatment.stages.flatMap(({ entry, gates }) =>
    [...entry, ...gates].map(({ name }) => name),
  )
  return [...new Set(names)].map((gate): Mutant => {
    const left = (gates: readonly Gate[]) => gates.filter(({ name }) => name !== gate)
    const stages = treatment.stages.map((stage) => ({
      ...{ ...stage, entry: left(stage.entry), gates: left(stage.gates) },
    }))
    return {
      ...{ id: `treatment@1 gate ${gate}`, kind: 'gate', of: 'treatment@1', gate },
      registry: () => ({ ...REAL, journeys: { 'treatment@1': { ...treatment, stages } } }),
    }
  })
}

export const allMutants = (): readonly Mutant[] => [
  ...Object.values(PATHWAYS).flatMap(mutantsOf),
  ...gateMutants(),
]
