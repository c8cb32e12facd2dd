import type { FactName, FactValues, Pathway } from '../../machines/contract.ts'

/** The machine, whose guards tell what they look at. */
export function spied(
  machine: Pathway['machine'],
  read: (name: FactName) => void,
): Pathway['machine'] {
  type Guard = (args: { context: FactValues }, params: unknown) => boolean
  const guards = Object.entries(machine.implementations.guards as Record<string, Guard>)
  const watched = (context: FactValues) =>
    new Proxy(context, {
      get: (facts, name) => {
        if (typeof name === 'string') read(name as FactName)
        return facts[name as FactName]
      },
    })
  return machine.provide({
    guards: Object.fromEntries(
      guards.map(([name, guard]) => [
        name,
        Object.assign(
          (args: { context: FactValues }, params: unknown) =>
            guard({ ...args, context: watched(args.context) }, params),
          guard,
        ),
      ]),
    ),
  } as never)
}
