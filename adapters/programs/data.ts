import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Chance, Clocks, Keys, Place, Store } from '../../bot/ports.ts'
import { createChance } from '../config/chance.ts'
import { createClocks } from '../config/clocks.ts'
import type { Settings } from '../config/env.ts'
import { syncFolder } from '../keys/files.ts'
import { readOrMakeKek } from '../keys/kek.ts'
import { settleKek } from '../keys/rotate.ts'
import { createSqliteKeys } from '../keys/sqlite.ts'
import { createSqliteStore } from '../sqlite/store.ts'
import { refuseMoved } from './moved.ts'
import { refuseHalf } from './there.ts'

export type DataSettings = Pick<Settings, 'data' | 'kekFile'> & Partial<Pick<Settings, 'postgres'>>

/** Some hundred withdrawals, with the log that SQLite writes ahead. */
const BALLAST = 16 * 1024 * 1024

/** What the thread that writes seals with. */
const SEALING = new URL('../../bot/evidence/seal-turn.ts', import.meta.url)

/** All that is kept, opened in the order in which nobody else can change it any more. */
export interface Data {
  readonly store: Store
  readonly keys: Keys
  readonly kek: Uint8Array
  readonly chance: Chance
  readonly clocks: Clocks
  /** Where a text is kept beside the keys, if that is another machine's: see `placeOf`. */
  readonly place?: (name: string) => Place
  /** What the server was found to be, where there is one. */
  readonly standing?: { readonly version: string; readonly grade: string }
  close(): Promise<void>
}

export async function openData(
  settings: DataSettings,
  clinic: string,
  onFatal?: (error: Error) => void,
): Promise<Data> {
  const chance = createChance()
  const opened = await openStores(settings, chance, onFatal)
  const { store, keys } = opened
  const clocks = await openClocks(store, clinic)
  return {
    ...{ ...opened, chance, clocks },
    close: async () => {
      await store.close()
      await keys.close()
    },
  }
}

/** What needs PostgreSQL is imported where there is one, and nowhere else. */
async function openStores(
  settings: DataSettings,
  chance: Chance,
  onFatal?: (error: Error) => void,
): Promise<Pick<Data, 'store' | 'keys' | 'kek' | 'place' | 'standing'>> {
  const { data, postgres, kekFile = '' } = settings
  if (postgres) {
    const { openPostgres } = await import('./data-postgres.ts')
    return openPostgres(postgres, kekFile, chance)
  }
  refuseHalf(data)
  makeFolder(resolve(data))
  const path = join(data, 'candour.sqlite')
  const more = onFatal ? { onFatal } : {}
  const store = createSqliteStore({ path, ballast: BALLAST, sealing: SEALING, ...more })
  const opening = async () => {
    await refuseMoved(data, store.bundle)
    return openKeys(settings, chance)
  }
  const { kek, keys } = await opening().catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  return { store, keys, kek }
}

/** A folder that the one around it has forgotten after a power cut was not durable. */
function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (first === undefined) return
  for (let one = folder; one.length >= first.length; one = dirname(one)) syncFolder(dirname(one))
}

/** After the store is open: then nobody else changes the KEK. */
async function openKeys({ data, kekFile }: Pick<Settings, 'data' | 'kekFile'>, chance: Chance) {
  const path = join(data, 'keys.sqlite')
  const file = kekFile ?? join(data, 'kek')
  if (!kekFile) readOrMakeKek({ file, chance, keys: path })
  const kek = settleKek({ file, keys: path })
  return { kek, keys: await createSqliteKeys({ path, kek, chance }) }
}

/** The demo's offset is read from the store at the start and whenever its control moved it. */
async function openClocks(store: Store, clinic: string): Promise<Clocks> {
  const last = (await store.log(clinic).head())?.at
  let offset = await store.offset()
  const reload = async () => {
    offset = await store.offset()
  }
  return { ...createClocks({ offset: () => offset, last }), reload }
}
