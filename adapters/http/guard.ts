import type { IncomingMessage } from 'node:http'
import { addressOf, type Door, hostName, isHost, isPath } from './headers.ts'
import { createBuckets, type Limits } from './limits.ts'
import { type Refusal, refusal } from './reply.ts'

export interface GuardOptions extends Door {
  /** Without it, any. A page elsewhere can point a name of its own at a server on loopback. */
  readonly allowedHosts?: readonly string[] | undefined
}

/** Refuses what can be refused before a route is looked for, and before restify reads anything. */
export type Guard = (request: IncomingMessage) => Refusal | undefined

/** Names that were found good are not read again; a client makes up no more than these. */
const HOSTS = 100

export function createGuard({ allowedHosts, proxied }: GuardOptions, limits: Limits): Guard {
  const buckets = createBuckets(limits)
  const allowed = allowedHosts && new Set(allowedHosts.map(hostName))
  const known = new Set<string>()
  const refusalOf = (host: string): Refusal | undefined => {
    if (!isHost(host)) return refusal('bad-request')
    if (allowed && !allowed.has(hostName(host))) return refusal('wrong-host')
    if (known.size < HOSTS) known.add(host)
    return undefined
  }
  return (request) => {
    const wait = buckets.take(addressOf(request, { proxied }))
    if (wait > 0) return refusal('too-many-requests', { 'retry-after': String(wait) })
    const { host = '' } = request.headers
    if (!isPath(request.url ?? '')) return refusal('bad-request')
    return known.has(host) ? undefined : refusalOf(host)
  }
}
