import { hash } from 'node:crypto'
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

const TREATMENTS = 'treatments/'

/** Words and treatments together: what a consultation is pinned to. */
export function readBundle(folder = CONTENT): { path: string; text: string }[] {
  const files = readdirSync(join(folder, TREATMENTS)).filter((name) => name.endsWith('.yaml'))
  const treatments = files.sort().map((name) => ({
    path: TREATMENTS + name,
    text: readFileSync(join(folder, TREATMENTS, name), 'utf8'),
  }))
  return [...readWords(folder), ...treatments]
}

export const isTreatment = ({ path }: { readonly path: string }): boolean =>
  path.startsWith(TREATMENTS)

/** SHA-256 in hex. */
export function digest(text: string): string {
  return hash('sha256', text, 'hex')
}
