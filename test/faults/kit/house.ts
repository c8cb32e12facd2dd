import { join } from 'node:path'
import { CONTENT, readBundle } from '../../../adapters/files/content.ts'
import { createFilePlace } from '../../../adapters/place/file.ts'
import { type DataSettings, openData } from '../../../adapters/programs/data.ts'
import { givenBy, readClinic, wordsOf } from '../../../adapters/programs/house.ts'
import { erasuresPlace, openTheLog } from '../../../adapters/programs/open-log.ts'
import { type Candour, createCandour } from '../../../bot/candour.ts'
import type { RunningLog } from '../../../bot/evidence/log/log.ts'
import type { Clocks, Keys, Place, Store } from '../../../bot/ports.ts'

/** Called before and after everything that is asked of a port: where a process may die. */
export type Step = (name: string) => Promise<void>

/** The real stores, keys, log and turn on a folder, as a server has them, without its channels. */
export interface Told {
  readonly candour: Candour
  readonly clocks: Clocks
  readonly log: RunningLog
  /** Itself: nothing that is asked of it is a step. */
  readonly store: Store
  close(): Promise<void>
}

export interface Wrapping {
  readonly step?: Step
  /** A port that is broken on purpose. */
  readonly spoil?: (store: Store) => Store
  /** As a server does that is in doubt about what it holds. */
  readonly fatal?: (error: Error) => void
}

const clinic = readClinic(join(CONTENT, 'clinics'))

/** Those that the story says: most processes here live for a moment. */
const bundle = readBundle().filter(({ path }) =>
  /^(en-GB\/(ui|lexicon|(welcome|age|enquiry|consultation)\/)|treatments\/)/.test(path),
)
let made: ReturnType<typeof wordsOf> | undefined

/** A folder, or the databases of a PostgreSQL. */
export type Where = string | DataSettings

export async function openTold(where: Where, { step, spoil, fatal }: Wrapping = {}): Promise<Told> {
  const at = typeof where === 'string' ? { data: where, kekFile: undefined } : where
  const { data } = at
  const kept = await openData(at, clinic.id, fatal)
  const stepping = step ?? (async () => {})
  const store = stepped('store', spoil ? spoil(kept.store) : kept.store, stepping)
  const keys: Keys = stepped('keys', kept.keys, stepping)
  const place = (name: string): Place =>
    stepped('place', (kept.place ?? inFolder(data))(name), stepping)
  const { chance, clocks } = kept
  const said = (made ??= wordsOf(bundle, clinic))
  await store.keepBundle(said.digest, JSON.stringify(bundle))
  const settings = { data, mode: 'demo' as const }
  const { log } = await openTheLog(settings, { store, keys, clocks, chance, clinic, place })
  const erasures = erasuresPlace(settings, clinic.id, place)
  const candour = createCandour(
    { store, keys, clocks, chance, words: said, log, erasures },
    { clinic: clinic.id, journey: 'treatment@1', mode: 'demo', given: givenBy(clinic) },
  )
  await candour.begin()
  return { candour, clocks, log, store: kept.store, close: kept.close }
}

const inFolder = (data: string) => (name: string) =>
  createFilePlace(join(data, 'second-place', name))

function stepped<port extends object>(name: string, port: port, step: Step): port {
  return new Proxy(port, {
    get(target, method) {
      const found: unknown = Reflect.get(target, method)
      if (typeof found !== 'function') return found
      const call = found as (...given: unknown[]) => unknown
      // The one that answers a port, and at once.
      if (method === 'log') return (clinic: string) => stepped('log', call(clinic) as object, step)
      return async (...given: unknown[]) => {
        await step(`${name}.${String(method)}`)
        const answer = await call(...given)
        await step(`${name}.${String(method)} done`)
        return answer
      }
    },
  })
}
