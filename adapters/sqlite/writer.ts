import { Worker } from 'node:worker_threads'
import { CandourError } from '../../bot/errors.ts'
import type { SealedTurn, Store, UnsealedTurn } from '../../bot/ports.ts'
import type { Writes } from './writes.ts'

export interface WriterOptions {
  readonly path: string
  /** Called once, when the store is in doubt about what it holds and refuses all further work. */
  readonly onFatal?: ((error: CandourError) => void) | undefined
  /** How many writes shared a flush. */
  readonly onFlush?: ((writes: number) => void) | undefined
  /** Bytes that are kept for a full disk: see ballast.ts. Without them a full disk stops the store. */
  readonly ballast?: number | undefined
  /** The module whose `sealTurn` the thread seals with. Without it, turns come sealed. */
  readonly sealing?: URL | undefined
}

/** What a module that seals has. Pure: it is called in the thread that writes. */
export interface Sealing {
  readonly sealTurn: (turn: UnsealedTurn) => SealedTurn
}

/** Resolves when it is on disk. */
export type Write = <name extends keyof Writes>(
  name: name,
  ...args: Parameters<Writes[name]>
) => Promise<ReturnType<Writes[name]>>

/** Seals, and writes: the same as `commit`. Rejects where it cannot be sealed. */
export type Take = NonNullable<Store['commitUnsealed']>

/** Refuses once the store is in doubt. */
export type Read = <T>(work: () => T) => Promise<T>

export interface Writer {
  readonly write: Write
  readonly take: Take
  readonly read: Read
  /** Looks, and makes or takes room as it finds. */
  readonly isFull: () => Promise<boolean>
  /** Does what was asked before, and nothing that is asked after. */
  readonly close: () => Promise<void>
}

/** One thing that is asked of the thread, which gets together what was decided in one go. */
export type Asked = readonly [n: number, name: Name, args: readonly unknown[]]
export type Name = keyof Writes | 'take' | 'isFull'

/** What comes back, when it is on disk. */
export type Done = readonly [n: number, result: unknown, refused?: Refused]
/** Of what is refused nothing was written; the store goes on. */
export type Refused = 'store/full' | { readonly unsealed: string }

/** `flushed`: how many writes shared each flush since the last that was told. */
export type Told =
  | { readonly done: readonly Done[]; readonly flushed: readonly number[] }
  | { readonly failed: unknown }

export interface ThreadData extends Pick<WriterOptions, 'path' | 'ballast'> {
  readonly sealing: string | undefined
}

/**
 * Writes in a thread of its own: a flush to the disk holds nobody else up, and all that came while
 * one lasted shares the next.
 */
export function startWriter(options: WriterOptions): Writer {
  const { onFatal, onFlush } = options
  const thread = startThread(options)
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  const asking = createAsking(thread)
  let dead: CandourError | undefined

  /** Nobody knows what is on disk now: only a new process, reading again, can find out. */
  const fail = (cause: unknown) => {
    if (dead) return
    dead = new CandourError('store/failed', {}, { cause })
    asking.rejectAll(dead)
    onFatal?.(dead)
  }
  const ask = async (name: Asked[1], args: readonly unknown[]): Promise<never> => {
    if (dead) throw dead
    return asking.ask(name, args)
  }
  thread.on('message', (told: Told) => {
    if ('failed' in told) return fail(told.failed)
    told.done.forEach(asking.settle)
    told.flushed.forEach((writes) => onFlush?.(writes))
  })
  thread.on('error', fail)
  thread.on('exit', () => fail(new Error('the thread that writes has ended')))
  return {
    write: (name, ...args) => ask(name, args),
    take: (turn) => ask('take', [turn]),
    isFull: () => ask('isFull', []),
    read: async (work) => {
      if (dead) throw dead
      return work()
    },
    close: async () => {
      asking.send()
      dead ??= new CandourError('store/failed', { why: 'closed' })
      thread.ref()
      thread.postMessage('close')
      await ended
    },
  }
}

function startThread({ path, ballast, sealing }: WriterOptions): Worker {
  const workerData: ThreadData = { path, ballast, sealing: sealing?.href }
  return new Worker(new URL('./thread.ts', import.meta.url), { workerData })
}

interface Waiting {
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

/** As many are handed over at once, so that the thread writes while others are still decided. */
const GROUP = 16

/** Hands over together what was asked in one go: no later, since a round of others may come first. */
function createSending(thread: Worker, refuse: (n: number, error: unknown) => void) {
  let asked: Asked[] = []

  const send = () => {
    const together = asked
    asked = []
    if (together.length === 0) return
    try {
      thread.postMessage(together)
    } catch {
      together.forEach(alone)
    }
  }
  /** What cannot cross to another thread is refused, and nobody else’s with it. */
  const alone = (one: Asked) => {
    try {
      thread.postMessage([one])
    } catch (error) {
      refuse(one[0], error)
    }
  }
  const add = (one: Asked) => {
    if (asked.length === 0) process.nextTick(send)
    asked.push(one)
    if (asked.length >= GROUP) send()
  }
  return { add, send }
}

/** While nothing is under way, nothing is kept alive. */
function createAsking(thread: Worker) {
  const waiting = new Map<number, Waiting>()
  let next = 0
  thread.unref()

  const settled = (n: number): Partial<Waiting> => {
    const one = waiting.get(n) ?? {}
    waiting.delete(n)
    if (waiting.size === 0) thread.unref()
    return one
  }
  const { add, send } = createSending(thread, (n, error) => settled(n).reject?.(error))
  return {
    send,
    ask: (name: Asked[1], args: readonly unknown[]): Promise<never> =>
      new Promise((resolve, reject) => {
        if (waiting.size === 0) thread.ref()
        waiting.set((next += 1), { resolve, reject })
        add([next, name, args])
      }),
    settle([n, result, refused]: Done): void {
      const { resolve, reject } = settled(n)
      if (refused === 'store/full') reject?.(new CandourError(refused))
      else if (refused) reject?.(new Error(`A turn cannot be sealed: ${refused.unsealed}`))
      else resolve?.(result as never)
    },
    rejectAll(error: CandourError): void {
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
      thread.unref()
    },
  }
}
