/**
 * The product with one thing broken, for the process that imports this first and for its threads: as
 * a file of it is loaded, something that stands there is something else. No file is touched.
 */
import { fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Trials } from '../campaign.ts'

/** By file of the product: what stands there once, and what stands there instead. */
export type Breaks = Readonly<Record<string, readonly [is: string, becomes: string]>>

const ROOT = join(import.meta.dirname, '../../..')
const FILE = pathToFileURL(import.meta.filename).href
const ALONE = join(import.meta.dirname, 'alone.ts')
const { BREAKS } = process.env

/** Settings of a process that is that build. Throws where there is nothing to break any more. */
export function buildWith(breaks: Breaks): Readonly<Record<string, string>> {
  for (const [file, [is]] of Object.entries(breaks)) {
    const times = readFileSync(join(ROOT, file), 'utf8').split(is).length - 1
    if (times !== 1) throw new Error(`${file} has ${times} times: ${is}`)
  }
  return { BREAKS: JSON.stringify(breaks), NODE_OPTIONS: `--import=${FILE}` }
}

/** Those of this very process, for another one that is to be the same build. */
export const sameBuild = (): Readonly<Record<string, string>> =>
  BREAKS === undefined ? {} : buildWith(JSON.parse(BREAKS) as Breaks)

/** The short trials of the campaign in that file, or its own `onBroken`, in a process that is that build. */
export async function onBuildWith(breaks: Breaks, file: string, seed: number): Promise<Trials> {
  const child = fork(ALONE, [file, String(seed)], {
    env: { ...process.env, ...buildWith(breaks) },
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', './adapters/config/node.mjs'],
    cwd: ROOT,
  })
  return new Promise((resolve, reject) => {
    let found: Trials | undefined
    child.once('message', (message) => (found = message as Trials))
    child.once('exit', (code, signal) =>
      found ? resolve(found) : reject(new Error(`the broken build ended with ${code ?? signal}`)),
    )
  })
}

if (BREAKS !== undefined) {
  const breaks = Object.entries(JSON.parse(BREAKS) as Breaks)
  const byPath = new Map(breaks.map(([file, what]) => [join(ROOT, file), what]))
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      const found = url.startsWith('file:') && byPath.get(fileURLToPath(url))
      if (!found) return loaded
      const [is, becomes] = found
      const text = Buffer.from(loaded.source as Uint8Array).toString()
      return { ...loaded, source: text.replace(is, () => becomes) }
    },
  })
}
