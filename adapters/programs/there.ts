import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CandourError } from '../../bot/errors.ts'
import type { Settings } from '../config/env.ts'
import { holdsNothing } from '../sqlite/connection.ts'

const filesIn = (data: string) => [join(data, 'candour.sqlite'), join(data, 'keys.sqlite')] as const

/** A folder that was mistyped has nothing of anybody, and must not become a clinic of its own. */
export function refuseNothingThere({
  data,
  postgres,
}: Pick<Settings, 'data'> & Partial<Pick<Settings, 'postgres'>>): void {
  const [records] = filesIn(data)
  if (!postgres && !existsSync(records))
    throw new Error(`There is no ${records}: does CANDOUR_DATA say where the records are?`)
}

/** One without the other opens nothing. A first start that was cut off had no record yet. */
export function refuseHalf(data: string, readOnly = false): void {
  const [records, keys] = filesIn(data)
  if (isThere(records) === isThere(keys)) return
  if (isThere(keys)) throw new CandourError('store/half', { missing: records, there: keys })
  if (!holdsNothing(records, readOnly))
    throw new CandourError('store/half', { missing: keys, there: records })
}

const isThere = (path: string): boolean => existsSync(path) && statSync(path).size > 0
