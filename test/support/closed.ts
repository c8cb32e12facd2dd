import { setTimeout } from 'node:timers/promises'
import type { Context, RootHookObject } from 'mocha'

/** How long what is being closed may take; a browser on a busy machine needs seconds. */
const GRACE = 10_000

/**
 * Of what keeps a process alive: what was open before the first test of a file may be open after its
 * last. A process that runs several files would otherwise hide a server or a browser nobody closed.
 */
export const mochaHooks: RootHookObject = {
  async beforeAll() {
    // Mocha's own timer runs from here on, as it does in the other hook.
    await wait()
    before = open()
  },
  async afterAll(this: Context) {
    this.timeout(2 * GRACE)
    const until = performance.now() + GRACE
    while (left().length > 0 && performance.now() < until) await wait()
    const still = left()
    if (still.length > 0) throw new Error(`Something is still open: ${still.join(', ')}.`)
  },
}

let before = new Map<string, number>()

function open(): Map<string, number> {
  const counted = new Map<string, number>()
  for (const kind of process.getActiveResourcesInfo()) {
    counted.set(kind, (counted.get(kind) ?? 0) + 1)
  }
  return counted
}

function left(): string[] {
  return [...open()].flatMap(([kind, count]) => (count > (before.get(kind) ?? 0) ? [kind] : []))
}

/** Keeps nothing alive, so that it isn't counted itself. */
const wait = () => setTimeout(20, undefined, { ref: false })
