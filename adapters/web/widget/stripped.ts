import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

/** Beside what Node keeps of its own modules; whoever writes here could write to any package. */
const KEPT = new URL('../../../node_modules/.cache/widget/', import.meta.url)

/**
 * TypeScript as a browser takes it. What strips the types takes a dozen megabytes and is never given
 * back, so what it made of a text is kept for the next start, where that can be written.
 */
export function stripped(text: string): string {
  const digest = createHash('sha256').update(process.version).update(text).digest('hex')
  const file = new URL(`${digest}.js`, KEPT)
  const known = read(file)
  if (known !== undefined) return known
  const made = stripTypeScriptTypes(text)
  keep(file, made)
  return made
}

function read(file: URL): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function keep(file: URL, text: string): void {
  try {
    mkdirSync(KEPT, { recursive: true })
    const unfinished = new URL(`${randomUUID()}.part`, KEPT)
    writeFileSync(unfinished, text)
    renameSync(unfinished, file)
  } catch {
    return
  }
}
