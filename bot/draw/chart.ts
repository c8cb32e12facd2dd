import type { AnyStateMachine, AnyTransitionDefinition } from 'xstate'
import type { Authority, Cited } from '../../machines/cited.ts'
import type { Asks, StateMeta } from '../../machines/contract.ts'
import type { ClauseId } from '../../machines/clauses/ids.ts'

/** A guard as it stands in a machine, with what it is about there. */
export interface Asked {
  readonly name: string
  readonly about: readonly string[]
  readonly clauses: readonly ClauseId[]
  readonly authority: Authority
}

/** One transition: what happens, what must hold, and where it leads. */
export interface Way {
  /** `right-date/right/1`: the second way out of that state with that event. */
  readonly id: string
  readonly from: string
  /** Empty where the state is passed through by itself. */
  readonly event: string
  readonly to: string
  readonly guard?: Asked
  /** Taken when no guard before it held. */
  readonly otherwise: boolean
}

export interface State {
  readonly id: string
  readonly asks?: Asks
  readonly final: boolean
  readonly ways: readonly Way[]
}

export interface Chart {
  readonly start: string
  /** In the order of the machine. */
  readonly states: readonly State[]
}

const charts = new WeakMap<AnyStateMachine, Chart>()

/** All that a machine can do, as plain data. */
export function chartOf(machine: AnyStateMachine): Chart {
  const chart = charts.get(machine) ?? readChart(machine)
  charts.set(machine, chart)
  return chart
}

function readChart(machine: AnyStateMachine): Chart {
  const states = Object.values(machine.states).map((node): State => {
    const { asks } = (node.meta ?? {}) as StateMeta
    const out = [...(node.always ? [['', node.always] as const] : []), ...node.transitions]
    return {
      ...{ id: node.key, final: node.type === 'final', ...(asks ? { asks } : {}) },
      ways: out.flatMap(([event, all]) =>
        all.map((one, at) => wayOf(machine, node.key, event, one, at)),
      ),
    }
  })
  const [start] = Object.values(machine.root.initial.target ?? []).map(({ key }) => key)
  if (start === undefined) throw new Error(`${machine.id} begins nowhere`)
  return { start, states }
}

function wayOf(
  machine: AnyStateMachine,
  from: string,
  event: string,
  { target, guard }: AnyTransitionDefinition,
  at: number,
): Way {
  const asked = guard === undefined ? undefined : guardOf(machine, guard)
  return {
    ...{ id: `${from}/${event || 'always'}/${at}`, from, event },
    to: target?.[0]?.key ?? from,
    ...(asked ? { guard: asked } : {}),
    otherwise: !asked && at > 0,
  }
}

function guardOf(machine: AnyStateMachine, guard: unknown): Asked {
  const { type: name, params = {} } =
    typeof guard === 'string' ? { type: guard } : (guard as { type: string; params?: object })
  const found = machine.implementations.guards[name] as Cited | undefined
  if (!found) throw new Error(`${machine.id} has no guard ${name}`)
  const { clauses, authority } = found
  return { name, about: Object.values(params).map(String), clauses, authority }
}
