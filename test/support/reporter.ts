import { readFileSync } from 'node:fs'
import Mocha, { type Runner, type Suite, type Test } from 'mocha'
import { Proofs } from './proofs.ts'
import { reasonFor } from './skip.ts'

const { Base } = Mocha.reporters
const { color, consoleLog, list, symbols } = Base

/** Mocha has it, its types do not. */
type Linked = Runner & { linkPartialObjects(wanted: boolean): void }

/** One that needs a second try now and then is to be mended; more of them are a fault. */
const MOST_SECOND_TRIES = 3

interface Tally {
  passed: number
  failed: number
  skipped: number
}

/**
 * One line for each top suite, failures in full, every skipped test with its reason, every test
 * that had a second try with what failed at the first, each hazard of which a test is missing, the
 * totals.
 * With CANDOUR_MAY_SKIP, a skip that the file does not allow counts as a failure.
 */
export default class Compact extends Base {
  readonly #skipped: Test[] = []
  readonly #again: string[] = []
  readonly #tally = new Map<Suite, Tally>()
  readonly #allowed = allowance()
  readonly #proofs: Proofs

  constructor(runner: Runner, options: Mocha.MochaOptions) {
    super(runner, options)
    this.#proofs = new Proofs(options)
    // Until mocha says otherwise: a run that never reaches its end has not passed.
    process.exitCode = 1
    // What comes from another process else names its parents without being one object with them.
    ;(runner as Linked).linkPartialObjects(true)
    runner.on('pass', (test) => this.#count(test, 'passed'))
    runner.on('fail', (test) => this.#count(test, 'failed'))
    runner.on('pending', (test) => {
      this.#skipped.push(test)
      this.#count(test, 'skipped')
    })
    runner.on('retry', (test: Test, error: Error) => {
      this.#again.push(`${test.fullTitle()}: ${error.message}`)
    })
    runner.on('suite end', (suite) => this.#suiteEnd(suite))
  }

  /** Mocha calls this last; the number handed on becomes the exit code. */
  override done(failures: number, exit?: (failures: number) => void): void {
    if (this.failures.length > 0) list(this.failures)
    const forbidden = this.#tellSkipped()
    const failed = failures + forbidden + this.#tellUnproved() + this.#tellAgain()
    if (this.stats.tests === 0) consoleLog(color('fail', 'No test ran.'))
    consoleLog(`\n${totals(this.stats.passes, failed, this.#skipped.length - forbidden)}`)
    failWhenStillOpen()
    exit?.(failed)
  }

  #count(test: Mocha.Runnable, how: keyof Tally): void {
    this.#proofs.saw(test, how)
    const suite = topSuite(test)
    if (!suite) return
    const tally = this.#tally.get(suite) ?? { passed: 0, failed: 0, skipped: 0 }
    tally[how] += 1
    this.#tally.set(suite, tally)
  }

  #suiteEnd(suite: Suite): void {
    const tally = this.#tally.get(suite)
    if (!suite.parent?.root || !tally) return
    const { passed, failed, skipped } = tally
    const sign = failed > 0 ? color('fail', symbols.err) : color('checkmark', symbols.ok)
    consoleLog(`  ${sign} ${suite.title} ${color('pass', totals(passed, failed, skipped))}`)
  }

  /** Lists what did not run; answers how many of those were not allowed to be skipped. */
  #tellSkipped(): number {
    const forbidden = this.#skipped.filter((test) => this.#allowed?.(test) === false)
    if (this.#skipped.length > 0) consoleLog('\nSkipped:')
    for (const test of this.#skipped) {
      const verdict = forbidden.includes(test) ? color('fail', ' (may not be skipped here)') : ''
      consoleLog(`  - ${test.fullTitle()}: ${reasonFor(test)}${verdict}`)
    }
    return forbidden.length
  }

  /** Lists what was tried a second time; answers by how much it was too often. */
  #tellAgain(): number {
    if (this.#again.length > 0) consoleLog('\nTried a second time:')
    for (const line of this.#again) consoleLog(`  - ${line}`)
    const over = Math.max(0, this.#again.length - MOST_SECOND_TRIES)
    if (over > 0) consoleLog(color('fail', `  more than ${MOST_SECOND_TRIES} are too many`))
    return over
  }

  /** Answers how many proofs of the hazard log are missing. */
  #tellUnproved(): number {
    const missing = this.#proofs.missing()
    if (missing.length > 0) consoleLog('\nHazards without a passing test:')
    for (const line of missing) consoleLog(color('fail', `  - ${line}`))
    return missing.length
  }
}

/** A server or a browser that nobody closed would keep the process, and a build, waiting for ever. */
function failWhenStillOpen(): void {
  const grace = 10_000
  const fail = (): never => {
    console.error('Something is still open after the last test.')
    // Mocha sets its own code on exit; whoever listens later has the last word.
    process.once('exit', () => (process.exitCode = 1))
    process.exit()
  }
  setTimeout(fail, grace).unref()
}

function topSuite(test: Mocha.Runnable): Suite | undefined {
  let suite = test.parent
  while (suite?.parent && !suite.parent.root) suite = suite.parent
  return suite
}

function totals(passed: number, failed: number, skipped: number): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Reads lines of `title pattern — reason`; a pattern is a regular expression over the full title. */
function allowance(): ((test: Test) => boolean) | undefined {
  const file = process.env.CANDOUR_MAY_SKIP
  if (!file) return undefined
  const patterns = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map(allowedTitle)
  return (test) => patterns.some((pattern) => pattern.test(test.fullTitle()))
}

function allowedTitle(line: string): RegExp {
  const [pattern = '', reason = ''] = line.split(' — ')
  if (!pattern.trim() || !reason.trim()) throw new Error(`No pattern or no reason: ${line}`)
  return new RegExp(pattern.trim())
}
