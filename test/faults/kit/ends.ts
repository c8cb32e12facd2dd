/**
 * Ways in which a process ends that it does not choose, for the one that imports it first: with
 * ENDS=at-once a request to stop is none to finish anything; with ENDS=no-room the heap grows at
 * SIGUSR2 until V8 gives up, with ENDS=no-room-to-write that of the thread that writes.
 */
import { pathToFileURL } from 'node:url'
import { BroadcastChannel, isMainThread } from 'node:worker_threads'

const { ENDS } = process.env
const FILE = pathToFileURL(import.meta.filename).href

type Way = 'at-once' | 'no-room' | 'no-room-to-write'

/** Settings of a server that ends so. */
export const ended = (how: Way): Readonly<Record<string, string>> => ({
  ...{ ENDS: how, NODE_OPTIONS: `--import=${FILE} --max-old-space-size=192` },
})

if (ENDS === 'at-once' && isMainThread) process.prependListener('SIGTERM', () => process.exit(0))

const hoard: number[][] = []
/** Little by little: the program goes on answering until there is no room for it. */
const grow = () => {
  for (let n = 0; n < 20; n += 1) hoard.push(Array.from({ length: 10_000 }, (_, at) => at + n / 7))
  setTimeout(grow, 1)
}

const orders = new BroadcastChannel('candour-ends')
orders.unref()
if (isMainThread) {
  process.on('SIGUSR2', () => (ENDS === 'no-room' ? grow() : orders.postMessage('grow')))
} else if (ENDS === 'no-room-to-write') orders.onmessage = grow
