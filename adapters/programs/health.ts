import { setTimeout as pause } from 'node:timers/promises'
import { missingIn } from '../../bot/read-only.ts'
import type { HttpReply, Route } from '../http/route.ts'
import type { House } from './house.ts'

/** How long a database may take to say that it is there, in milliseconds. */
const PATIENCE = 2_000

const OK: HttpReply = { status: 200, body: 'ok' }

/** No reason to send patients elsewhere: here they can still withdraw. */
const ONLY_TO_STOP: HttpReply = { status: 200, body: 'ok, but only to stop: the disk is full' }

const AWAY: HttpReply = { status: 503, body: 'not ready: the records cannot be reached' }

export type Asked = Pick<House, 'gap' | 'place'> & {
  readonly store: Pick<House['store'], 'isFull' | 'offset' | 'shared'>
}

/**
 * Whether it takes answers. `stop-only`: the disk is full; `away`: a database did not say in time that
 * it is there; `gap`: records are missing, and it is only read.
 */
export type Readiness = 'ready' | 'stop-only' | 'away' | 'gap'

/** Asks anew each time; never rejects for what is away. */
export function createReadiness({ gap, place, store }: Asked): () => Promise<Readiness> {
  const answers = createQuestion(async () => {
    await Promise.all([store.offset(), place?.('ready').read()])
  })
  return async () => {
    if (gap) return 'gap'
    // A folder is on this machine; what is on another may be away while this one runs.
    if (store.shared && !(await answers())) return 'away'
    return (await store.isFull?.()) ? 'stop-only' : 'ready'
  }
}

/** It runs; and whether it takes answers, or why not. */
export function healthRoutes(house: Asked): Route[] {
  const readiness = createReadiness(house)
  const { gap } = house
  const missing = gap ? `not ready: ${missingIn(gap)}` : ''
  const replies: Readonly<Record<Readiness, HttpReply>> = {
    ...{ ready: OK, 'stop-only': ONLY_TO_STOP, away: AWAY },
    gap: { status: 503, body: missing },
  }
  return [
    { method: 'GET', path: '/healthz', handle: async () => OK },
    { method: 'GET', path: '/readyz', handle: async () => replies[await readiness()] },
  ]
}

/** One at a time, however many ask: what hangs must not use up the connections that are left. */
function createQuestion(ask: () => Promise<void>): () => Promise<boolean> {
  let asked: Promise<boolean> | undefined
  return async () => {
    asked ??= ask()
      .then(
        () => true,
        () => false,
      )
      .finally(() => (asked = undefined))
    return Promise.race([asked, pause(PATIENCE, false, { ref: false })])
  }
}
