// Loaded before a program that is measured: how long its event loop was held up, told when asked.

import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** In milliseconds; what the timer itself waits is no delay. */
const EVERY = 1

if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution: EVERY })
  delay.enable()
  process.on('message', (asked) => {
    if (asked === 'begin') delay.reset()
    else process.send?.(Math.max(0, delay.percentile(99) / 1e6 - EVERY))
  })
  // Whoever measures is gone: nobody else would end it.
  process.on('disconnect', () => process.exit())
  process.channel?.unref()
}
