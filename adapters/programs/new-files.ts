import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Files that were not there, empty and held, until what belongs in them is known. */
export interface NewFiles {
  /** Fills each, in the order in which they were named. */
  fill(contents: readonly (string | Uint8Array)[]): void
}

interface Opened {
  readonly path: string
  readonly file: number
}

/**
 * What is handed out goes on record before it is written: so its place must be certain before. What
 * `work` leaves unfilled is taken away again. Throws in words where there is no such place.
 */
export async function withNewFiles<result>(
  paths: readonly string[],
  work: (files: NewFiles) => Promise<result>,
): Promise<result> {
  const opened: Opened[] = []
  let filled = false
  try {
    for (const path of paths) opened.push({ path, file: openNew(path) })
    return await work({
      fill: (contents) => {
        opened.forEach(({ path, file }, n) => write(path, file, contents[n] ?? ''))
        filled = true
      },
    })
  } finally {
    for (const { path, file } of opened) {
      closeSync(file)
      if (!filled) rmSync(path, { force: true })
    }
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (cause) {
    throw new Error(whyNot(path, (cause as NodeJS.ErrnoException).code), { cause })
  }
}

function whyNot(path: string, code: string | undefined): string {
  // What is there already may be somebody's evidence.
  if (code === 'EEXIST') return `${path} is there already, and stays: name another file with --out.`
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return `There is no folder ${dirname(path)}: make it, or name another file with --out.`
  return `${path} cannot be made (${code}): name another file with --out.`
}

function write(path: string, file: number, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new Error(
      `${path} could not be written (${code}). It is on record that it was made, and it was not: make it again, to a disk with room.`,
      { cause },
    )
  }
}
