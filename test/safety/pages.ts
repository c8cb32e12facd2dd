/** Pages of the safety case that a run writes, and where they are. */
import { readFileSync } from 'node:fs'

export const PAGE = 'docs/safety/invariants.md'
export const PLANTED_PAGE = 'docs/safety/planted.md'

export const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
