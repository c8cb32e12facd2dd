import type { IncomingMessage } from 'node:http'
import type { Route } from './route.ts'

export interface Found<Handle> {
  readonly path: string
  readonly handle: Handle
  readonly params: Readonly<Record<string, string>>
}

/** Finds the routes that are said to come often. What it does not find may still be one of restify’s. */
export function findOften<Handle>(
  routes: readonly Route[],
  handleOf: (route: Route) => Handle,
): (request: Pick<IncomingMessage, 'method' | 'url'>) => Found<Handle> | undefined {
  const often = routes
    .filter((route) => route.often)
    .map((route) => ({ ...route, is: patternOf(route), handle: handleOf(route) }))
  return ({ method, url = '' }) => {
    for (const { is, path, handle, ...route } of often) {
      const read = route.method === method ? is.exec(url) : null
      if (read) return { path, handle, params: { ...read.groups } }
    }
    return undefined
  }
}

/** A path with anything to decode in it is left to restify, and so is a query. */
function patternOf({ path }: Route): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/:(\w+)/g, '(?<$1>[\\w-]+)')}$`)
}
