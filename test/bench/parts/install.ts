import { spawnSync } from 'node:child_process'
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Part } from '../part.ts'
import { hold } from '../requirement.ts'
import { ROOT } from '../speed/processes.ts'

const LARGEST = 12
const MEGABYTE = 1024 * 1024

/** On the disk, as `du` counts; Node itself comes as a package too, and is not counted. */
export const part: Part = {
  says: 'what npm ci --omit=dev leaves on the disk, without Node itself',
  async run(print) {
    const folder = mkdtempSync(join(tmpdir(), 'candour-install-'))
    try {
      for (const file of ['package.json', 'package-lock.json'])
        cpSync(join(ROOT, file), join(folder, file))
      install(folder)
      const sizes = packagesIn(join(folder, 'node_modules')).filter(({ name }) => name !== 'node')
      const whole = sizes.reduce((sum, { size }) => sum + size, 0)
      hold(print, {
        what: 'production install',
        figure: whole,
        is: 'at most',
        aim: 230,
        unit: ' MB',
      })
      const largest = sizes.sort((one, other) => other.size - one.size).slice(0, LARGEST)
      for (const { name, size } of largest) print(`  ${name} ${size.toFixed(0)} MB`)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Node itself is what its package’s script would fetch. */
function install(cwd: string): void {
  const options = ['ci', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund']
  const done = spawnSync('npm', options, {
    ...{ cwd, encoding: 'utf8', shell: process.platform === 'win32' },
  })
  if (done.status !== 0) throw new Error(`npm ci: ${done.stderr}`)
}

function packagesIn(modules: string) {
  return readdirSync(modules).map((name) => ({ name, size: sizeOf(join(modules, name)) }))
}

function sizeOf(path: string): number {
  const stat = lstatSync(path)
  const own = ((stat.blocks || Math.ceil(stat.size / 512)) * 512) / MEGABYTE
  if (!stat.isDirectory()) return own
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), own)
}
