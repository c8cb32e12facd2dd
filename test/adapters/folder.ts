import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const folders: string[] = []
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A new folder for a test, deleted when all of them have run. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'candour-'))
  folders.push(folder)
  return folder
}
