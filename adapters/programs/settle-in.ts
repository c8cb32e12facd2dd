import { Session } from 'node:inspector/promises'
import { flushCompileCache } from 'node:module'

/** As long as a first visitor may take to come, in milliseconds. */
const QUIET = 4000

/**
 * Gives back what starting needed and running does not, about a third of the memory, and keeps what
 * was compiled for the next start. Nobody waits for it.
 */
export function settleIn(): void {
  setTimeout(() => void settle(), QUIET).unref()
}

async function settle(): Promise<void> {
  flushCompileCache()
  const session = new Session()
  session.connect()
  await session.post('HeapProfiler.collectGarbage')
  session.disconnect()
}
