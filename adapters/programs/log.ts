/**
 * `npm run log` says what the clinic’s log is: its policy, which has its verifier key, and its
 * latest checkpoint. It reads beside a running server. `npm run log -- begin` begins a log, which
 * no other program does but the first start of a demo.
 */
import { join } from 'node:path'
import { inception } from '../../bot/evidence/log/log.ts'
import { createLogReader } from '../../bot/evidence/log/reader.ts'
import { type Environment, readSettings, type Settings } from '../config/env.ts'
import { CONTENT } from '../files/content.ts'
import { openData } from './data.ts'
import { readClinic } from './house.ts'
import { logParts, witnessesOf } from './open-log.ts'
import { openReading } from './reading.ts'
import { keyOfLog } from './verify-log.ts'
import { print } from './print.ts'

type Print = (line: string) => void

export async function log(env: Environment, [act]: readonly string[], print: Print): Promise<void> {
  const settings = readSettings(env)
  if (act !== undefined && act !== 'begin') throw new Error(`There is no "${act}", only "begin".`)
  if (act === 'begin') await begin(settings)
  await tell(settings, print)
}

async function begin(settings: Settings): Promise<void> {
  const clinic = readClinic(settings.clinicDir ?? join(CONTENT, 'clinics'))
  const data = await openData(settings, clinic.id)
  try {
    await inception(logParts(settings, { ...data, clinic }), clinic.id, data.chance)
  } finally {
    await data.close()
  }
}

async function tell(settings: Settings, print: Print): Promise<void> {
  const { reader, keys } = await openReading(settings)
  try {
    const store = reader.log(readClinic(settings.clinicDir ?? join(CONTENT, 'clinics')).id)
    const read = createLogReader({ store, keyOf: keyOfLog(keys), witnesses: witnessesOf(settings) })
    print(await read.policy())
    print((await read.checkpoint()) ?? 'This clinic has no log yet.')
    if (!settings.witness) print('Nobody outside sees this log: it is not witnessed.')
  } finally {
    await reader.close()
    await keys.close()
  }
}

if (import.meta.main) {
  await log(process.env, process.argv.slice(2), print).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  })
}
