import Mocha, { type Runnable, type Test } from 'mocha'

/** Skips this test, or from a hook every test of its suite, and says why: `skip.call(this, '…')`. */
export function skip(this: Mocha.Context, reason: string): never {
  const { test } = this
  const inHook = test instanceof Mocha.Hook
  if (inHook) test.parent?.eachTest((skipped) => explain(skipped, reason))
  else if (test) explain(test, reason)
  return this.skip()
}

/** The reason that was given for a test that did not run. */
export function reasonFor(test: Test): string {
  return test.err?.message ?? 'no reason given'
}

// Of all that hangs on a test, its error is what mocha brings from another process to the reporter.
function explain(skipped: Runnable, reason: string): void {
  Object.assign(skipped, { err: new Error(reason) })
}
