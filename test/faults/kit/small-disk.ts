import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own, of so many megabytes, that can really be full. */
export interface SmallDisk {
  readonly folder: string
  /** Leaves so many bytes. */
  fill(left: number): void
  empty(): void
  remove(): void
}

export function lacksMount(): string | undefined {
  if (process.platform !== 'linux') return 'it needs Linux'
  if (process.getuid?.() !== 0) return 'only root may mount a small file system'
  try {
    smallDisk(1).remove()
    return undefined
  } catch {
    return 'no file system can be mounted here'
  }
}

export function smallDisk(megabytes: number): SmallDisk {
  const root = mkdtempSync(join(tmpdir(), 'candour-disk-'))
  const run = (command: string, ...given: string[]) => {
    const { status, stderr } = spawnSync(command, given, { encoding: 'utf8' })
    if (status !== 0) throw new Error(`${command}: ${stderr}`)
  }
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', root)
  const filler = join(root, 'filler')
  return {
    folder: root,
    fill(left) {
      const file = openSync(filler, 'a')
      const size = writeAll(file)
      ftruncateSync(file, Math.max(0, size - left))
      closeSync(file)
    },
    empty: () => rmSync(filler, { force: true }),
    remove() {
      // Whoever was killed a moment ago may still hold it.
      run('umount', '-l', root)
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Until nothing more goes in; answers how much did. */
function writeAll(file: number): number {
  let size = 0
  for (const bytes of [1 << 20, 4096, 1]) {
    const chunk = Buffer.alloc(bytes, 1)
    try {
      for (;;) size += writeSync(file, chunk)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
    }
  }
  return size
}
