/** Where somebody can go round and round, and whether the words there name a person to turn to. */
import type { FactValues, Pathway } from '../../machines/contract.ts'
import { nameOf } from '../../bot/house.ts'
import type { Words } from '../../bot/words.ts'
import { BOUNDS } from './bounds.ts'
import { graphOf } from './graph.ts'

/** States from each of which the others can be reached again. */
export type Loop = readonly string[]

export function loopsOf(pathway: Pathway): readonly Loop[] {
  const bounds = BOUNDS[pathway.id] ?? {}
  const found = (bounds.given ?? [{}]).flatMap((given) => circles(stepsOf(pathway, given)))
  return [...new Map(found.map((loop) => [loop.join(), loop])).values()]
}

function stepsOf(pathway: Pathway, given: FactValues): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = graphOf(pathway, given, BOUNDS[pathway.id] ?? {})
  const steps = new Map<string, Set<string>>()
  for (const { snapshot, steps: all } of graph.values()) {
    const from = String(snapshot.value)
    const to = all.map((step) => String(graph.get(step.to)?.snapshot.value))
    steps.set(from, new Set([...(steps.get(from) ?? []), ...to]))
  }
  return steps
}

function circles(steps: ReadonlyMap<string, ReadonlySet<string>>): readonly Loop[] {
  const reached = new Map([...steps.keys()].map((from) => [from, reachedFrom(steps, from)]))
  const again = [...steps.keys()].filter((one) => reached.get(one)?.has(one))
  return again.map((one) =>
    again.filter((other) => reached.get(one)?.has(other) && reached.get(other)?.has(one)),
  )
}

function reachedFrom(steps: ReadonlyMap<string, ReadonlySet<string>>, from: string): Set<string> {
  const seen = new Set<string>()
  const waiting = [...(steps.get(from) ?? [])]
  for (const state of waiting) {
    if (seen.has(state)) continue
    seen.add(state)
    waiting.push(...(steps.get(state) ?? []))
  }
  return seen
}

/** Slots whose words are a person of the clinic, or its telephone. */
const PERSON = [
  ...['clinic-phone', 'questions-go-to', 'named-person-for-young-people', 'safeguarding-person'],
]

/** Loops of what a patient is asked in which nobody is named to turn to. */
export function lonely(pathway: Pathway, { catalogue }: Words): readonly Loop[] {
  if (pathway.role !== 'patient') return []
  const named = (state: string) =>
    catalogue.get(`${nameOf(pathway.id)}/${state}`).slots.some((slot) => PERSON.includes(slot))
  return loopsOf(pathway).filter((loop) => !loop.some(named))
}
