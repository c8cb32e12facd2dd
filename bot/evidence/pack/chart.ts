import type { Pathway } from '../../../machines/contract.ts'

interface Branch {
  readonly guard?: unknown
  readonly target?: unknown
}

/** Every way out of every state of a pathway, with its guard and the clauses behind it. */
export function chartTable({ id, role, machine, outcomes }: Pathway): string {
  const lines = [`${id}, for the ${role}`, '']
  for (const [name, { config }] of Object.entries(machine.states)) {
    const outcome = outcomes[name]
    if (outcome) lines.push(`${name}  (ends here: ${outcome.then})`)
    else lines.push(name)
    const ways = { ...(config.on as object), ...(config.always ? { '': config.always } : {}) }
    for (const [event, branches] of Object.entries(ways)) {
      for (const branch of [branches as unknown].flat()) {
        lines.push(`  ${event === '' ? 'at once' : event}  →  ${wayOf(branch, name, machine)}`)
      }
    }
  }
  return `${lines.join('\n')}\n`
}

function wayOf(branch: unknown, from: string, machine: Pathway['machine']): string {
  if (typeof branch === 'string') return branch
  const { guard, target = from } = branch as Branch
  const to = String([target].flat()[0])
  if (guard === undefined) return to
  const name = typeof guard === 'string' ? guard : String((guard as { type?: unknown }).type)
  const cited = (machine.implementations.guards as Record<string, { clauses?: readonly string[] }>)[
    name
  ]
  return `${to}  when ${name} (${cited?.clauses?.join(', ') ?? 'no clause'})`
}
