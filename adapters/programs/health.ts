import type { Gap } from '../../bot/evidence/log/epoch.ts'
import { missingIn } from '../../bot/read-only.ts'
import type { HttpReply, Route } from '../http/route.ts'
import type { House } from './house.ts'

const OK: HttpReply = { status: 200, body: 'ok' }

/** No reason to send patients elsewhere: here they can still withdraw. */
const ONLY_TO_STOP: HttpReply = { status: 200, body: 'ok, but only to stop: the disk is full' }

/** It runs; and whether it takes answers, or why not. */
export function healthRoutes(gap: Gap | undefined, { isFull }: Pick<House['store'], 'isFull'>) {
  const ready = async (): Promise<HttpReply> => {
    if (gap) return { status: 503, body: `not ready: ${missingIn(gap)}` }
    return (await isFull?.()) ? ONLY_TO_STOP : OK
  }
  const routes: Route[] = [
    { method: 'GET', path: '/healthz', handle: async () => OK },
    { method: 'GET', path: '/readyz', handle: ready },
  ]
  return routes
}
