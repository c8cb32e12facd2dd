import type { Gap } from '../../bot/evidence/log/epoch.ts'
import { missingIn } from '../../bot/read-only.ts'
import type { HttpReply, Route } from '../http/route.ts'

const OK: HttpReply = { status: 200, body: 'ok' }

/** It runs; and whether it takes answers, or why not. */
export function healthRoutes(gap: Gap | undefined): Route[] {
  const ready: HttpReply = gap ? { status: 503, body: `not ready: ${missingIn(gap)}` } : OK
  return [
    { method: 'GET', path: '/healthz', handle: async () => OK },
    { method: 'GET', path: '/readyz', handle: async () => ready },
  ]
}
