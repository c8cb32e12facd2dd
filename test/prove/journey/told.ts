/** A path of the journey, where a pathway is one step, told as the whole conversation that it is. */
import { advance } from '../../../bot/advance.ts'
import type { House } from '../../../bot/house.ts'
import type {
  Command,
  Consultation,
  FactValues,
  Instant,
  Pathway,
} from '../../../machines/contract.ts'
import { BOUNDS, type Bounds } from '../bounds.ts'
import { conversation } from '../conversation.ts'
import { bring, isRefused } from '../engine.ts'
import { graphOf } from '../graph.ts'
import type { Registry } from '../house.ts'
import { houseOf } from '../house.ts'
import { begin } from './explore.ts'
import { actorFor } from './moves.ts'
import type { Stubbed } from './stubs.ts'

export interface Whole {
  readonly house: House
  readonly begun: Consultation
  readonly commands: readonly Command[]
  readonly end: Consultation
  /** What no real conversation leads to: the pathways ensure less than they do. */
  readonly unreal?: string
}

/** Every step in full: each pathway with its own shortest conversation to the same end. */
export function inFull(
  registry: Registry,
  stubs: Stubbed,
  steps: readonly Command[],
  take: typeof advance = advance,
): Whole {
  const house = houseOf(registry)
  const begun = begin(house, take)
  const commands: Command[] = []
  let now = begun
  for (const step of steps) {
    const told = fullStep(registry, stubs, now, step)
    if (!told) return { house, begun, commands, end: now, unreal: JSON.stringify(step.act) }
    for (const make of told) {
      // What has to wait in full may be later than in the short form.
      const made = make(now)
      const command = { ...made, at: latest(made.at, now.last) }
      const result = take(house, now, command)
      commands.push(command)
      if (isRefused(result)) {
        if (step === steps.at(-1)) continue
        return { house, begun, commands, end: now, unreal: result.detail }
      }
      now = result.next
    }
  }
  return { house, begun, commands, end: now }
}

type Make = (now: Consultation) => Command

function fullStep(
  { pathways }: Registry,
  { ends }: Stubbed,
  now: Consultation,
  step: Command,
): readonly Make[] | undefined {
  const { act } = step
  if (act.type === 'choose') {
    return [(at) => ({ ...step, act: { ...act, prompt: at.prompt?.id ?? '' } })]
  }
  if (act.type === 'change') {
    const closed = now.closed.find(({ key }) => key === act.open)
    const state = closed?.given.at(-1)?.state ?? 'ends'
    return [() => ({ ...step, act: { ...act, state } })]
  }
  if (act.type !== 'answer') return [() => step]
  const open = now.open.find(({ key }) => key.split('#')[0] === act.open.split('#')[0])
  const pathway = open && pathways[open.pathway]
  const end = pathway && ends[pathway.id]?.[act.event]
  if (!pathway || !end) return undefined
  const birth = end.writes['date-of-birth']?.(step.at)
  const bounds: Bounds = {
    ...{ answers: answersFor(pathway, birth), actors: [actorFor(open)], private: [true] },
  }
  const over = now.facts['reflection-ends-at']?.value
  for (const at of [latest(step.at, now.last), ...(over && over > now.last ? [over] : [])]) {
    const graph = graphOf(pathway, open.input, { ...bounds, moments: [at] })
    const there = [...graph.values()].find(
      ({ snapshot }) =>
        snapshot.value === end.outcome &&
        (birth === undefined || (snapshot.context as FactValues)['date-of-birth'] === birth),
    )
    if (there) return there.path.map((event) => (was: Consultation) => bring(was, pathway, event))
  }
  return undefined
}

const latest = (one: Instant, other: Instant) => (one > other ? one : other)

function answersFor({ id }: Pathway, birth: unknown): NonNullable<Bounds['answers']> {
  const dates = { 'date-of-birth': [birth], 'another-date': [birth] }
  return id === 'age@1' ? dates : (BOUNDS[id]?.answers ?? {})
}

export function toldInFull(
  registry: Registry,
  stubs: Stubbed,
  steps: readonly Command[],
  why: string,
  take: typeof advance = advance,
): string {
  const { house, begun, commands, unreal } = inFull(registry, stubs, steps, take)
  const shown = conversation(house, begun, commands, why, take)
  return unreal === undefined ? shown : `${shown}\n# then ${unreal}`
}
