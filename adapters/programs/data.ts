import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance, Clocks, Keys, Store } from '../../bot/ports.ts'
import { createChance } from '../config/chance.ts'
import { createClocks } from '../config/clocks.ts'
import type { Settings } from '../config/env.ts'
import { readOrMakeKek } from '../keys/kek.ts'
import { settleKek } from '../keys/rotate.ts'
import { createSqliteKeys } from '../keys/sqlite.ts'
import { createSqliteStore } from '../sqlite/store.ts'

export type DataSettings = Pick<Settings, 'data' | 'kekFile'>

/** All that is kept, opened in the order in which nobody else can change it any more. */
export interface Data {
  readonly store: Store
  readonly keys: Keys
  readonly kek: Uint8Array
  readonly chance: Chance
  readonly clocks: Clocks
  close(): Promise<void>
}

export async function openData(
  settings: DataSettings,
  clinic: string,
  onFatal?: (error: Error) => void,
): Promise<Data> {
  const { data } = settings
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const chance = createChance()
  const path = join(data, 'candour.sqlite')
  const store = createSqliteStore({ path, ...(onFatal ? { onFatal } : {}) })
  const { kek, keys } = await openKeys(settings, chance).catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  const clocks = await openClocks(store, clinic)
  return {
    ...{ store, keys, kek, chance, clocks },
    close: async () => {
      await store.close()
      await keys.close()
    },
  }
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
