import { join } from 'node:path'
import type { Settings } from '../config/env.ts'
import { currentKek } from '../keys/rotate.ts'
import { createSqliteKeyReader } from '../keys/sqlite.ts'
import { createSqliteReader } from '../sqlite/reader.ts'
import type { Reader, Reading } from './reader.ts'
import { refuseHalf } from './there.ts'

export async function openReading(settings: Settings): Promise<Reading> {
  const { data, kekFile, postgres } = settings
  if (postgres) {
    const { readPostgres } = await import('./reading-postgres.ts')
    return readPostgres(postgres, kekFile ?? '')
  }
  refuseHalf(data, true)
  const reader = readSqlite(join(data, 'candour.sqlite'))
  try {
    const path = join(data, 'keys.sqlite')
    const { kek } = currentKek({ file: kekFile ?? join(data, 'kek'), keys: path })
    return { reader, keys: await createSqliteKeyReader({ path, kek }) }
  } catch (error) {
    await reader.close()
    throw error
  }
}

function readSqlite(path: string): Reader {
  const { consultations, load, bundles, log, close } = createSqliteReader({ path })
  return {
    consultations: async () => consultations(),
    load: async (id) => load(id),
    bundles: async () => bundles(),
    log,
    close: async () => close(),
  }
}
