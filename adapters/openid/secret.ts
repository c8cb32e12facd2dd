import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'

/** The secret in a file that nobody but the server's user may read, or what is wrong with it. */
export function readSecret(file: string): { readonly secret: string } | { readonly fault: string } {
  let opened: number
  try {
    opened = openSync(file, 'r')
  } catch {
    return { fault: 'cannot be read' }
  }
  try {
    const { mode } = fstatSync(opened)
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      return { fault: 'others may read it: give it mode 0400' }
    const secret = readFileSync(opened, 'utf8').trim()
    return secret === '' ? { fault: 'is empty' } : { secret }
  } finally {
    closeSync(opened)
  }
}
