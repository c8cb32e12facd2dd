/**
 * `npm run log` says what the clinic’s log is: its policy, which has its verifier key, and its
 * latest checkpoint. It reads beside a running server. `npm run log -- begin` begins a log, which
 * no other program does but the first start of a demo.
 */
import { join } from 'node:path'
import { inception } from '../../bot/evidence/log/log.ts'
import { createLogReader } from '../../bot/evidence/log/reader.ts'
import { createChance } from '../config/chance.ts'
import { createClocks } from '../config/clocks.ts'
import { type Environment, readSettings, type Settings } from '../config/env.ts'
import { CONTENT } from '../files/content.ts'
import { readOrMakeKek } from '../keys/kek.ts'
import { currentKek, settleKek } from '../keys/rotate.ts'
import { createSqliteKeyReader, createSqliteKeys } from '../keys/sqlite.ts'
import { createSqliteReader } from '../sqlite/reader.ts'
import { createSqliteStore } from '../sqlite/store.ts'
import { readClinic } from './house.ts'
import { logParts, witnessesOf } from './open-log.ts'
import { keyOfLog } from './verify-log.ts'

type Print = (line: string) => void

export async function log(env: Environment, [act]: readonly string[], print: Print): Promise<void> {
  const settings = readSettings(env)
  if (act !== undefined && act !== 'begin') throw new Error(`There is no "${act}", only "begin".`)
  if (act === 'begin') await begin(settings)
  await tell(settings, print)
}

async function begin(settings: Settings): Promise<void> {
  const { data, kekFile } = settings
  const chance = createChance()
  const store = createSqliteStore({ path: join(data, 'candour.sqlite') })
  const place = { file: kekFile ?? join(data, 'kek'), keys: join(data, 'keys.sqlite') }
  if (!kekFile) readOrMakeKek({ ...place, chance })
  const keys = await createSqliteKeys({ path: place.keys, kek: settleKek(place), chance })
  const clinic = readClinic(settings.clinicDir ?? join(CONTENT, 'clinics'))
  try {
    const around = { store, keys, chance, clinic, clocks: createClocks() }
    await inception(logParts(settings, around), clinic.id, chance)
  } finally {
    await Promise.all([store.close(), keys.close()])
  }
}

async function tell(settings: Settings, print: Print): Promise<void> {
  const { data, kekFile, clinicDir } = settings
  const reader = createSqliteReader({ path: join(data, 'candour.sqlite') })
  const path = join(data, 'keys.sqlite')
  const { kek } = currentKek({ file: kekFile ?? join(data, 'kek'), keys: path })
  const keys = await createSqliteKeyReader({ path, kek })
  try {
    const store = reader.log(readClinic(clinicDir ?? join(CONTENT, 'clinics')).id)
    const read = createLogReader({ store, keyOf: keyOfLog(keys), witnesses: witnessesOf(settings) })
    print(await read.policy())
    print((await read.checkpoint()) ?? 'This clinic has no log yet.')
    if (!settings.witness) print('Nobody outside sees this log: it is not witnessed.')
  } finally {
    reader.close()
    await keys.close()
  }
}

if (import.meta.main) {
  await log(process.env, process.argv.slice(2), (line) => console.log(line)).catch(
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exit(1)
    },
  )
}
