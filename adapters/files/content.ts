import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

export const CONTENT = join(import.meta.dirname, '../../content')

/** Every file of words of every locale, by its path under the folder of content. */
export function readWords(folder = CONTENT): { path: string; text: string }[] {
  const locales = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(entry.name))
    .filter(({ name }) => name !== 'clinics' && name !== 'treatments')
  return locales.flatMap(({ name }) =>
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(md|hbs|yaml)$/.test(path))
      .sort()
      .map((path) => ({
        path: `${name}/${path.split(sep).join('/')}`,
        text: readFileSync(join(folder, name, path), 'utf8'),
      })),
  )
}

/** SHA-256 in hex. */
export function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
