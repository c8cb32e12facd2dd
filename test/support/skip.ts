import Mocha, { type Runnable, type Suite } from 'mocha'

const reasons = new WeakMap<Runnable | Suite, string>()

/** Skips this test, or from a hook every test of its suite, and says why: `skip.call(this, '…')`. */
export function skip(this: Mocha.Context, reason: string): never {
  const { test } = this
  const inHook = test instanceof Mocha.Hook
  const skipped = inHook ? test.parent : test
  if (skipped) reasons.set(skipped, reason)
  return this.skip()
}

/** The reason that was given for a test that did not run. */
export function reasonFor(test: Runnable): string {
  const own = reasons.get(test)
  if (own) return own
  for (let suite = test.parent; suite; suite = suite.parent) {
    const reason = reasons.get(suite)
    if (reason) return reason
  }
  return 'no reason given'
}
