/** Each pathway as one question: how does it end? All else of the journey is the real thing. */
import { assign, createMachine, type AnyStateMachine } from 'xstate'
import type { House } from '../../../bot/house.ts'
import type {
  FactValues,
  Instant,
  Journey,
  Pathway,
  PathwayEvent,
  Pinned,
} from '../../../machines/contract.ts'
import type { Day } from '../../../machines/time.ts'
import { type End, endsOf, type Told } from './domains.ts'
import { RAW } from './fold.ts'

export interface Stubbed {
  readonly house: House
  /** By pathway and the event that stands for it. */
  readonly ends: Readonly<Record<Pinned, Readonly<Record<string, End>>>>
  /** Whether an answer counts as a turn. */
  turning(pathway: Pinned, event: string): boolean
}

const MOMENT = '2026-03-02T09:00:00.000Z' as Instant

/** What a journey makes of facts that alone are known. */
function tell({ stages }: Journey, facts: FactValues): Told {
  const known = { facts, team: {}, questionsOpen: 0, at: MOMENT }
  const answers = stages.flatMap(({ entry, gates, opens }) => [
    ...[...entry, ...gates].map(({ met }) => met(known)),
    ...opens.map(({ when }) => when(known)),
  ])
  const apart = JSON.stringify(RAW.map((name) => facts[name]))
  return { apart, open: answers.filter(Boolean).length }
}

/** How wide a walk is: which birthdays, and whether an end from which nothing goes on is a turn. */
export interface Width {
  readonly births: readonly Day[]
  readonly ends: 'free' | 'turns'
}

export function stubbed(
  journey: Journey,
  pathways: Readonly<Record<Pinned, Pathway>>,
  { births, ends: how }: Width,
): Stubbed {
  const within = ({ writes }: End) => {
    const birth = writes['date-of-birth']?.(MOMENT) as Day | undefined
    return birth === undefined || births.includes(birth)
  }
  const all = Object.values(pathways).map((pathway) => {
    const ends = Object.fromEntries(
      endsOf(pathway, (facts) => tell(journey, facts))
        .filter((end) => within(end))
        .map((end, at) => [`${end.outcome}/${at}`, end]),
    )
    return [pathway, ends] as const
  })
  const made = all.map(([pathway, ends]) => [
    pathway.id,
    { ...pathway, answers: {}, machine: stub(pathway, ends) },
  ])
  return {
    house: {
      pathways: Object.fromEntries(made) as House['pathways'],
      journeys: { [journey.id]: journey },
      asked: (id) => id,
    },
    ends: Object.fromEntries(all.map(([{ id }, ends]) => [id, ends])),
    turning: (id, event) =>
      how === 'turns' && pathways[id]?.outcomes[event.split('/')[0] ?? '']?.then !== 'goes-on',
  }
}

function stub(pathway: Pathway, ends: Readonly<Record<string, End>>): AnyStateMachine {
  const write = assign(({ event }: { event: PathwayEvent }) =>
    Object.fromEntries(
      Object.entries(ends[event.type]?.writes ?? {}).map(([name, value]) => [
        name,
        value(event.at),
      ]),
    ),
  )
  const on = Object.fromEntries(
    Object.entries(ends).map(([event, { outcome }]) => [
      event,
      { target: outcome, actions: 'write' },
    ]),
  )
  const finals = Object.keys(pathway.outcomes).map((outcome): [string, object] => [
    outcome,
    { type: 'final' },
  ])
  const config = {
    id: pathway.id,
    context: ({ input }: { input: object }): object => ({ ...input }),
    initial: 'ends',
    states: {
      ends: { meta: { asks: { kind: 'choice', fresh: true } }, on },
      ...Object.fromEntries(finals),
    },
  }
  return createMachine(config as never, { actions: { write } } as never)
}
