import { realpathSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

const APART = {
  CANDOUR_KEK_FILE: 'whoever copies the one has the other, and can read all of it',
  CANDOUR_SECOND_PLACE: 'what is lost or put back with the data can tell nothing about it',
}

/** A demo keeps all of it together, and is asked for nothing. */
export function notApart(env: Environment): Record<string, string> {
  const mode = env['CANDOUR_MODE']
  if (mode !== 'pilot' && mode !== 'production') return {}
  const data = env['CANDOUR_DATA'] || './data'
  const inside = Object.entries(APART).filter(([name]) => env[name] && isIn(data, env[name]))
  return Object.fromEntries(
    inside.map(([name, why]) => [name, `is in ${data}, the folder of the data: ${why}`]),
  )
}

/** By its name, or by where links lead: a copy may follow them or not. */
const isIn = (folder: string, path: string): boolean =>
  isUnder(resolve(folder), resolve(path)) || isUnder(settle(folder), settle(path))

function isUnder(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** As far as it is there already. */
function settle(path: string): string {
  const whole = resolve(path)
  try {
    return realpathSync(whole)
  } catch {
    const above = dirname(whole)
    return above === whole ? whole : join(settle(above), relative(above, whole))
  }
}
