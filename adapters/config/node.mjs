// Plain JavaScript, because the Node that it refuses could not read anything else.

import module from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'

/** The oldest Node that has all that Candour stands on: SQLite, and TypeScript as it is. */
const OLDEST = [24, 15]

/**
 * Throws on an older Node. An install that skips scripts leaves the machine's own in charge,
 * silently: so this is asked at every start, of programs and of tests.
 * @param {string} version
 */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return
  throw new Error(
    `Candour needs Node ${OLDEST.join('.')} or later; this is ${version}. Node 24 comes with ` +
      'npm ci: run programs and tests with npm, and do not install with --ignore-scripts.',
  )
}

try {
  requireNode(process.versions.node)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

/** What was read and compiled once is not again: a start takes half the time, and less memory. */
module.enableCompileCache(fileURLToPath(new URL('../../node_modules/.cache/node', import.meta.url)))

// A thread is ended with its process, and then keeps nothing: it does so while it runs.
if (!isMainThread) setTimeout(() => module.flushCompileCache(), 2000).unref()
