/**
 * `npm run generate` writes every file that is made from another. A test compares them with what
 * is committed, so that nobody edits the copy. With `--release`, every version of a statechart
 * that is there is marked as released with the version in package.json: see versions.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { clausesModule, readRegister } from './generate-clauses.ts'
import { lockText, readLock, tagBinds, tagsOf, versionsNow } from './versions.ts'

/** A file that is made, and its making. Paths are relative to the top of the repository. */
export interface Generated {
  readonly path: string
  readonly text: (release?: string) => string
}

export const generated: readonly Generated[] = [
  {
    path: 'machines/clauses/ids.ts',
    text: () => clausesModule(readRegister(source('machines/clauses/register.yaml'))),
  },
  {
    path: 'machines/versions.lock',
    text: (release) => lockText(tagBinds(readLock(), tagsOf()), versionsNow(), release),
  },
]

function source(path: string): string {
  return readFileSync(atTop(path), 'utf8')
}

function atTop(path: string): URL {
  return new URL(`../../${path}`, import.meta.url)
}

if (import.meta.main) {
  const { version } = JSON.parse(source('package.json')) as { version: string }
  const release = process.argv.includes('--release') ? version : undefined
  for (const { path, text } of generated) {
    writeFileSync(atTop(path), text(release))
    console.log(`wrote ${path}`)
  }
}
