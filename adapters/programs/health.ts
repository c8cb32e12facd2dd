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

type Asked = Pick<House, 'gap' | 'place'> & {
  readonly store: Pick<House['store'], 'isFull' | 'offset' | 'shared'>
}

/** It runs; and whether it takes answers, or why not. */
export function healthRoutes({ gap, place, store }: Asked): Route[] {
  const answers = createQuestion(async () => {
    await Promise.all([store.offset(), place?.('ready').read()])
  })
  const ready = async (): Promise<HttpReply> => {
    if (gap) return { status: 503, body: `not ready: ${missingIn(gap)}` }
    // A folder is on this machine; what is on another may be away while this one runs.
    if (store.shared && !(await answers())) return AWAY
    return (await store.isFull?.()) ? ONLY_TO_STOP : OK
  }
  return [
    { method: 'GET', path: '/healthz', handle: async () => OK },
    { method: 'GET', path: '/readyz', handle: ready },
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
