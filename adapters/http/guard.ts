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

export function createGuard({ allowedHosts, proxied }: GuardOptions, limits: Limits): Guard {
  const buckets = createBuckets(limits)
  const allowed = allowedHosts && new Set(allowedHosts.map(hostName))
  return (request) => {
    const wait = buckets.take(addressOf(request, { proxied }))
    if (wait > 0) return refusal('too-many-requests', { 'retry-after': String(wait) })
    const { host = '' } = request.headers
    if (!isHost(host) || !isPath(request.url ?? '')) return refusal('bad-request')
    return allowed && !allowed.has(hostName(host)) ? refusal('wrong-host') : undefined
  }
}
