import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { catalogue, type Catalogue, type Source } from '../../content/catalogue.ts'

const folder = new URL('../../content/', import.meta.url)

/** Files of the content folder, by paths that begin there. */
export function sources(pattern: string): Source[] {
  return globSync(pattern, { cwd: folder })
    .sort()
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The words as they are in the repository. */
export function shippedWords(): Catalogue {
  return catalogue(sources('en-GB/**/*.{md,hbs,yaml}'), sha256)
}
