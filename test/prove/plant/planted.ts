/** Where a seed plants its fault: guards, dates, gates and the engine, by file and place. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chance, type Site, sitesIn } from './sites.ts'

const ROOT = join(import.meta.dirname, '../../..')

const WHERE = [
  ...['machines/pathways/*/guards.ts', 'machines/time.ts', 'machines/journeys/*.ts'],
  ...['machines/parameters/minimum-age.ts', 'machines/parameters/dated.ts'],
  ...['bot/advance.ts', 'bot/{due,settle}.ts', 'bot/opening.ts', 'bot/acts/*.ts'],
]

export interface Plant extends Site {
  readonly path: string
  readonly file: string
  readonly line: number
  /** The line as it stands, and the place in it. */
  readonly code: string
  readonly before: string
  /** The whole file, with the fault in it. */
  readonly text: string
}

/** First a kind of file, then a place in it: the few lines on dates come as often as the engine. */
export function plantOf(seed: number): Plant {
  const kinds = WHERE.map((pattern) => globSync(pattern, { cwd: ROOT }).sort())
  const files = kinds[Math.floor(chance(seed, 1) * kinds.length)] ?? []
  const all = files.flatMap((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    return sitesIn(path, text).map((site) => ({ ...site, path, text }))
  })
  const site = all[Math.floor(chance(seed, 2) * all.length)]
  if (!site) throw new Error(`seed ${seed} has nowhere to plant`)
  const { path, text, start, end, instead } = site
  const line = text.slice(0, start).split('\n').length
  return {
    ...site,
    ...{ file: join(ROOT, path), line },
    code: text.split('\n')[line - 1]?.trim() ?? '',
    before: text.slice(start, end),
    text: text.slice(0, start) + instead + text.slice(end),
  }
}
