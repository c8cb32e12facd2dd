import type { ClauseId } from './clauses/ids.ts'

/** What stands behind a guard, strongest first. Software may never call a weaker one the law. */
export type Authority = 'statute' | 'regulator-standard' | 'best-practice' | 'clinic-policy'

/** What `cited` takes: any question with a yes or a no. */
export type Guard = (...args: never[]) => boolean

/** A guard that can say which clauses it applies, and what stands behind them. */
export type Cited<G extends Guard = Guard> = G & {
  readonly clauses: readonly [ClauseId, ...ClauseId[]]
  readonly authority: Authority
}

/**
 * Ties a guard to the clauses it applies, so that a record can give the reason for a branch.
 * Two citations of one function stay apart: each gets its own.
 */
export function cited<G extends Guard>(
  clauses: readonly [ClauseId, ...ClauseId[]],
  guard: G,
  authority: Authority = 'best-practice',
): Cited<G> {
  const own = ((...args) => guard(...args)) as G
  Object.defineProperty(own, 'name', { value: guard.name })
  return Object.freeze(Object.assign(own, { clauses, authority }))
}
