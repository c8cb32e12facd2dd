/** The ways on that a statechart itself lists, and the same statechart with one of them altered. */
import { type AnyStateMachine, assign, createMachine } from 'xstate'

/** One alternative of one event in one state; `always` is what is passed through. */
export interface Candidate {
  readonly id: string
  readonly state: string
  readonly event: string
  readonly index: number
  readonly guard?: string
  readonly target?: string
}

/** A transition as a configuration holds it, once it is written out. */
export interface Way {
  readonly target?: string
  readonly guard?: string | { readonly type: string; readonly params?: unknown }
  readonly actions?: unknown
  readonly reenter?: boolean
}

type Written = string | Way | readonly (string | Way)[] | undefined
interface Node {
  readonly on?: Readonly<Record<string, Written>>
  readonly always?: Written
}

export function candidatesOf(machine: AnyStateMachine): readonly Candidate[] {
  const found: Candidate[] = []
  rebuilt(machine, (candidate, way) => {
    found.push(candidate)
    return way
  })
  return found
}

/** The machine made anew; a way that comes back `undefined` is gone. */
export function rebuilt(
  machine: AnyStateMachine,
  edit: (candidate: Candidate, way: Way) => Way | undefined,
  also: Readonly<Record<'actions' | 'guards', object>> = { actions: {}, guards: {} },
): AnyStateMachine {
  const ways = (state: string, event: string, written: Written) =>
    listed(written).flatMap((way, index) => {
      const made = edit(candidateOf(state, event, index, way), way)
      return made ? [made] : []
    })
  const states = Object.entries(statesOf(machine)).map(([state, node]) => {
    const always = ways(state, 'always', node.always)
    const on = Object.entries(node.on ?? {})
      .map(([event, written]) => [event, ways(state, event, written)] as const)
      .filter(([, left]) => left.length > 0)
    const { always: _, on: __, ...rest } = node
    return [
      state,
      {
        ...rest,
        ...(always.length > 0 ? { always } : {}),
        ...(node.on ? { on: Object.fromEntries(on) } : {}),
      },
    ]
  })
  const { actions, guards, ...others } = machine.implementations
  const config = { ...machine.config, states: Object.fromEntries(states) as never }
  return createMachine(
    config as never,
    {
      ...others,
      actions: { ...actions, ...also.actions },
      guards: { ...guards, ...also.guards },
    } as never,
  )
}

/** The machine, noting each way that it takes. */
export function noting(machine: AnyStateMachine, note: (id: string) => void): AnyStateMachine {
  const visit = assign((_: unknown, { id }: { id: string }) => {
    note(id)
    return {}
  })
  return rebuilt(
    machine,
    ({ id }, way) => ({
      ...way,
      actions: [...[way.actions ?? []].flat(), { type: 'visit', params: { id } }],
    }),
    { actions: { visit }, guards: {} },
  )
}

const statesOf = ({ config }: AnyStateMachine) =>
  (config.states ?? {}) as Readonly<Record<string, Node>>

function listed(written: Written): readonly Way[] {
  if (written === undefined) return []
  const all = (Array.isArray(written) ? written : [written]) as readonly (string | Way)[]
  return all.map((one) => (typeof one === 'string' ? { target: one } : one))
}

function candidateOf(state: string, event: string, index: number, way: Way): Candidate {
  const guard = typeof way.guard === 'string' ? way.guard : way.guard?.type
  const place = index === 0 && !guard ? '' : ` ${index + 1}`
  return {
    id: `${state} · ${event}${place}${guard ? ` if ${guard}` : ''} → ${way.target ?? 'itself'}`,
    ...{ state, event, index },
    ...(guard === undefined ? {} : { guard }),
    ...(way.target === undefined ? {} : { target: way.target }),
  }
}
