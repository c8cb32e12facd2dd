import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContext } from 'playwright-core'
import type { Trials } from '../campaign.ts'

const RUN = join(import.meta.dirname, 'run-careless.ts')
const HOOK = join(import.meta.dirname, 'careless.mjs')

/** A campaign’s own `careless`, in a process whose pages have forgotten to escape. */
export function carelessly(campaign: string): Promise<Trials> {
  const child = fork(RUN, [campaign], { execArgv: [...process.execArgv, '--import', HOOK] })
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as Trials))
    child.once('exit', (code, signal) => reject(new Error(`it ended with ${code ?? signal}`)))
  })
}

/** The sabotage is caught if every place that shows anything was noticed to show more than words. */
export function noticed(places: Iterable<string>, failures: readonly string[]): Trials {
  const all = [...places]
  const seen = all.filter((one) => failures.some((told) => told.startsWith(`${one}: `)))
  const each = all.length > 0 && seen.length === all.length
  return { trials: all.length, failures: each ? ['each was noticed'] : [] }
}

/** The chat makes its pages in the browser: there it writes words as markup. */
export async function markupInChat(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const { append } = Element.prototype
    Element.prototype.append = function (...children) {
      for (const one of children)
        if (typeof one === 'string') this.insertAdjacentHTML('beforeend', one)
        else append.call(this, one)
    }
  })
}
