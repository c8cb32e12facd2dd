/** One of the threads: it does what it is told, one thing at a time. */
import { parentPort } from 'node:worker_threads'
import { WORK } from './work.ts'

export interface Task {
  readonly kind: keyof typeof WORK
  readonly given: unknown
}

parentPort?.on('message', ({ kind, given }: Task) => {
  const work = WORK[kind] as (given: unknown) => unknown
  void Promise.resolve()
    .then(() => work(given))
    .then(
      (made) => parentPort?.postMessage({ made }),
      // What cannot be done is a fault of the run, with where it happened.
      (error: unknown) => parentPort?.postMessage({ failed: String((error as Error).stack) }),
    )
})
