import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { plantOf } from './planted.ts'

/** A fault that was planted, and what noticed it first, if anything did. */
export interface Planted {
  readonly seed: number
  readonly path: string
  readonly line: number
  /** The line as it stands, and what becomes of the place in it. */
  readonly code: string
  readonly before: string
  readonly instead: string
  readonly by?: string
}

const root = join(import.meta.dirname, '../../..')
const here = (name: string) => join(import.meta.dirname, name)
const ARGUMENTS = [
  '--disable-warning=ExperimentalWarning',
  ...['--import', join(root, 'adapters/config/node.mjs'), '--import', here('hook.ts')],
  here('check.ts'),
]
const CAUGHT = 'caught by '

/** Plants a fault in a process of its own, and tells what became of it. */
export async function plant(seed: number): Promise<Planted> {
  const { path, line, code, before, instead } = plantOf(seed)
  const by = await noticedBy(seed)
  const [first = '', ...more] = before.split('\n')
  const what = more.length > 0 ? `${first}…` : first
  return { seed, path, line, code, before: what, instead, ...(by === undefined ? {} : { by }) }
}

async function noticedBy(seed: number): Promise<string | undefined> {
  const env = { ...process.env, CANDOUR_PLANT: String(seed) }
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ARGUMENTS, { cwd: root, env })
    const said = stdout.trim()
    if (said === 'not caught') return undefined
    if (!said.startsWith(CAUGHT)) throw new Error(`seed ${seed} said nothing: ${said}`)
    return said.slice(CAUGHT.length)
  } catch (error) {
    // What does not even start is noticed by everybody.
    const { stderr } = error as { stderr?: string }
    if (stderr === undefined) throw error
    return `an error: ${/^\w*Error: .*$/m.exec(stderr)?.[0] ?? stderr.split('\n').find(Boolean) ?? ''}`
  }
}

export function inWords({ seed, path, line, before, instead, by }: Planted): string {
  const verdict = by === undefined ? 'not caught' : `caught by ${by}`
  return `seed ${seed}: ${path}:${line}, ${before} becomes ${instead}: ${verdict}`
}
