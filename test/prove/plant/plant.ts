import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { plantOf } from './planted.ts'

/** Plants a fault in a process of its own, and tells what became of it. */
export function plant(seed: number): string {
  const { path, line, before, instead } = plantOf(seed)
  const here = (name: string) => join(import.meta.dirname, name)
  const root = join(import.meta.dirname, '../../..')
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      ...['--import', join(root, 'adapters/config/node.mjs'), '--import', here('hook.ts')],
      here('check.ts'),
    ],
    { cwd: root, env: { ...process.env, CANDOUR_PLANT: String(seed) }, encoding: 'utf8' },
  )
  const what = before.includes('\n') ? `${before.split('\n')[0]}…` : before
  // What does not even start is noticed by everybody.
  const verdict = stdout.trim() || `caught by an error: ${stderr.split('\n').find(Boolean) ?? ''}`
  return `seed ${seed}: ${path}:${line}, ${what} becomes ${instead}: ${verdict}`
}
