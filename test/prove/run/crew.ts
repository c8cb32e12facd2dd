/** Threads that share the work of a run. */
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Given, Kind, Made } from './work.ts'
import type { Task } from './thread.ts'

interface Waiting extends Task {
  readonly done: (made: unknown) => void
  readonly failed: (error: Error) => void
}
type Answer = { readonly made: unknown } | { readonly failed: string }

export interface Crew {
  /** Each done by whoever is free, answered in the order of what was given. */
  all<kind extends Kind>(kind: kind, given: readonly Given<kind>[]): Promise<readonly Made<kind>[]>
  leave(): Promise<void>
}

/** Two at least: the time that a run may take is said for two cores. */
export function gather(size = Math.min(Math.max(2, availableParallelism()), 4)): Crew {
  const waiting: Waiting[] = []
  const busy = new Map<Worker, Waiting>()
  const workers = Array.from({ length: size }, () => hire(busy, waiting))
  const all = (kind: Kind, given: readonly unknown[]) => {
    const made = given.map(
      (one) => new Promise((done, failed) => void waiting.push({ kind, given: one, done, failed })),
    )
    for (const worker of workers) next(worker, busy, waiting)
    return Promise.all(made)
  }
  return {
    all: all as Crew['all'],
    leave: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))),
  }
}

function hire(busy: Map<Worker, Waiting>, waiting: Waiting[]): Worker {
  const worker = new Worker(new URL('thread.ts', import.meta.url))
  worker.on('message', (answer: Answer) => {
    const task = busy.get(worker)
    busy.delete(worker)
    if ('made' in answer) task?.done(answer.made)
    else task?.failed(new Error(answer.failed))
    next(worker, busy, waiting)
  })
  worker.on('error', (error) => busy.get(worker)?.failed(error as Error))
  return worker
}

function next(worker: Worker, busy: Map<Worker, Waiting>, waiting: Waiting[]): void {
  if (busy.has(worker)) return
  const task = waiting.shift()
  if (!task) return
  busy.set(worker, task)
  worker.postMessage({ kind: task.kind, given: task.given })
}
