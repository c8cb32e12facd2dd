import type { Actor } from '../../machines/contract.ts'
import type { HttpRequest } from '../http/route.ts'
import type { DeskOptions } from './options.ts'

/** What somebody sent to a locked desk: theirs alone, in memory, until they have signed in again. */
export interface Keeping {
  /** Keeps it, and says where to go to sign in again. */
  keep(by: Actor, request: HttpRequest): string
  /** The last of this person's, once. */
  take(by: Actor): Kept | undefined
}

export interface Kept {
  readonly action: string
  readonly fields: readonly (readonly [name: string, value: string])[]
}

const HOUR = 3_600_000
const MOST = 50

export function createKeeping({ clocks }: Pick<DeskOptions, 'clocks'>): Keeping {
  const kept = new Map<string, Kept & { readonly at: number }>()
  const now = () => Date.parse(clocks.wall())
  return {
    keep({ id }, { path, body }) {
      kept.delete(id)
      kept.set(id, { action: path, fields: fieldsIn(body), at: now() })
      for (const oldest of [...kept.keys()].slice(0, -MOST)) kept.delete(oldest)
      return '/desk/locked?to=/desk/kept'
    },
    take({ id }) {
      const found = kept.get(id)
      kept.delete(id)
      return found && now() - found.at < HOUR ? found : undefined
    },
  }
}

function fieldsIn(body: unknown): Kept['fields'] {
  return Object.entries(body as Record<string, string | readonly string[]>)
    .filter(([name]) => name !== 'token')
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
}
