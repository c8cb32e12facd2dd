/**
 * For the process that imports it first: its machine's clock is SKEW milliseconds ahead of the
 * others', or behind them. With BELIEVING whatever a clock says is recorded, also what goes back.
 */
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const { SKEW, BELIEVING } = process.env
const FILE = pathToFileURL(import.meta.filename).href

/** Settings of a server on such a machine. */
export const skewed = (by: number, believing = false): Readonly<Record<string, string>> => ({
  ...{ SKEW: String(by), NODE_OPTIONS: `--import=${FILE}` },
  ...(believing ? { BELIEVING: 'all' } : {}),
})

if (SKEW !== undefined) {
  const Right = Date
  const now = () => Right.now() + Number(SKEW)
  globalThis.Date = class extends Right {
    constructor(...given: []) {
      if (given.length === 0) super(now())
      else super(...given)
    }
    static override now = now
  } as DateConstructor
}

if (BELIEVING) {
  registerHooks({
    load: (url, context, next) =>
      url.endsWith('/bot/moment.ts')
        ? { format: 'module', source: BELIEVED, shortCircuit: true }
        : next(url, context),
  })
}
const BELIEVED = `export const latest = ({ last }) => last
export const notBefore = (at) => at`
