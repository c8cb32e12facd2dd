/**
 * `npm run generate` writes every file that is made from another. A test compares them with what
 * is committed, so that nobody edits the copy.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { clausesModule, readRegister } from './generate-clauses.ts'

/** A file that is made, and its making. Paths are relative to the top of the repository. */
export interface Generated {
  readonly path: string
  readonly text: () => string
}

export const generated: readonly Generated[] = [
  {
    path: 'machines/clauses/ids.ts',
    text: () => clausesModule(readRegister(source('machines/clauses/register.yaml'))),
  },
]

function source(path: string): string {
  return readFileSync(atTop(path), 'utf8')
}

function atTop(path: string): URL {
  return new URL(`../../${path}`, import.meta.url)
}

if (import.meta.main) {
  for (const { path, text } of generated) {
    writeFileSync(atTop(path), text())
    console.log(`wrote ${path}`)
  }
}
