import { verify } from '../../../adapters/programs/verify.ts'
import { newFolder } from '../../adapters/folder.ts'
import { KEYS_ROLE, sharedSettings } from '../../support/instances.ts'
import { type Cluster, cluster } from '../../support/postgres.ts'
import { newPlace, tell } from '../kit/run.ts'
import type { Saved } from '../kit/world.ts'
import { asOwner, rowsOf } from './own.ts'

/** A clinic on PostgreSQL that has begun, in which nobody has said anything yet. */
export interface Begun {
  readonly heard: Saved
  readonly settings: Settings
}

type Settings = Readonly<Record<string, string>>

const NAMES = ['CANDOUR_POSTGRES', 'CANDOUR_POSTGRES_KEYS'] as const

/** `sabotage`: done to the tables before anybody uses them. */
export async function begunOnPostgres(sabotage?: string): Promise<Begun> {
  const shared = await sharedSettings(await cluster())
  const settings: Settings = { ...shared, CANDOUR_DATA: newFolder() }
  const owner = asOwner(settings['CANDOUR_POSTGRES'] ?? '')
  if (sabotage) await rowsOf(owner, sabotage)
  const place = newPlace()
  try {
    const heard = await tell(place.path('begun'), { args: ['--to', '0'], settings })
    if (heard.code !== 0) throw new Error(`it does not begin: ${heard.errors}`)
    return { heard, settings }
  } finally {
    place.remove()
  }
}

/** Does something with a copy of both databases, which is gone afterwards. */
export async function withCopy<found>(
  { settings }: Begun,
  name: string,
  work: (settings: Settings) => Promise<found>,
): Promise<found> {
  const of = await cluster()
  const copy: Record<string, string> = { ...settings }
  for (const which of NAMES) {
    const url = new URL(settings[which] ?? '')
    const from = url.pathname.slice(1)
    url.pathname = `${from}_${name}`
    await of.admin(`CREATE DATABASE ${from}_${name} TEMPLATE ${from}`)
    copy[which] = url.href
  }
  await owned(of, copy)
  await itsLeadIsOver(copy)
  try {
    return await work(copy)
  } finally {
    for (const which of NAMES)
      await of.admin(`DROP DATABASE ${new URL(copy[which] ?? '').pathname.slice(1)} WITH (FORCE)`)
  }
}

/** Whoever serves the keys owns their database. */
const owned = (of: Cluster, copy: Settings) =>
  of.admin(
    `ALTER DATABASE ${new URL(copy['CANDOUR_POSTGRES_KEYS'] ?? '').pathname.slice(1)} OWNER TO ${KEYS_ROLE}`,
  )

/** As when the seconds have passed for which nobody else may lead. */
export const itsLeadIsOver = (settings: Settings) =>
  rowsOf(asOwner(settings['CANDOUR_POSTGRES'] ?? ''), 'UPDATE log SET leads_until = NULL')

/** What `npm run verify` says does not hold. */
export async function faultsIn(settings: Settings): Promise<string[]> {
  const lines: string[] = []
  const code = await verify(settings, [], (line) => lines.push(line))
  const isEmpty = lines.some((line) => line.includes('There are no consultations yet'))
  return code === 0 || isEmpty ? [] : [`it does not verify: ${lines.join(' ').slice(-300)}`]
}
