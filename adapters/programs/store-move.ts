/**
 * `npm run store:move` takes a clinic from the folder CANDOUR_DATA to the PostgreSQL that the other
 * settings name, with CANDOUR_POSTGRES_OWNER: every record and every key byte for byte, so that each
 * proof holds as before. No server may run. What is there already is refused; what is in the
 * folder stays as it is.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Environment, readSettings, type Settings } from '../config/env.ts'
import { CONTENT } from '../files/content.ts'
import { currentKek } from '../keys/rotate.ts'
import { createFilePlace } from '../place/file.ts'
import { lockFile } from '../sqlite/connection.ts'
import { readClinic } from './house.ts'

type Print = (line: string) => void

/** The whole program: prints what was done, answers the exit code. */
export async function moveStore(env: Environment, print: Print): Promise<number> {
  try {
    const settings = readSettings(env)
    const owner = env['CANDOUR_POSTGRES_OWNER']
    if (!settings.postgres || !owner)
      throw new Error('Set CANDOUR_POSTGRES, CANDOUR_POSTGRES_KEYS and CANDOUR_POSTGRES_OWNER.')
    const path = join(settings.data, 'candour.sqlite')
    if (!existsSync(path)) throw new Error(`There is no evidence in ${settings.data}.`)
    const lock = lockFile(path)
    try {
      await move(settings, owner, print)
      return 0
    } finally {
      lock.close()
    }
  } catch (error) {
    print(reasonOf(error))
    return 1
  }
}

async function move(settings: Settings, owner: string, print: Print): Promise<void> {
  const { moveEvidence, moveKeys, movePlaces, compare } = await import('./move-postgres.ts')
  const { data, kekFile, postgres } = settings
  if (!postgres) return
  const kek = currentKek({ file: kekFile ?? '', keys: join(data, 'keys.sqlite') }).kek
  const clinic = readClinic(settings.clinicDir ?? join(CONTENT, 'clinics')).id
  // A key is durable before the first record that needs it.
  const keys = await moveKeys(join(data, 'keys.sqlite'), postgres, kek)
  print(`${keys} rows of keys are there, wrapped as they were.`)
  const rows = await moveEvidence(join(data, 'candour.sqlite'), owner, postgres)
  print(`${rows} rows of evidence are there.`)
  if (settings.secondPlace === undefined) {
    const from = (name: string) => createFilePlace(join(data, 'second-place', name))
    await movePlaces(postgres, [clinic, `${clinic}-erased`], from)
    print('The latest checkpoint is beside the keys now.')
  }
  const records = await compare(join(data, 'candour.sqlite'), postgres)
  print(`${records} records were read back, each the same byte for byte. Now: npm run verify`)
  print(`What is in ${data} is as it was. Start no server on it again: two would go two ways.`)
}

/** With what the database itself said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}

if (import.meta.main) {
  process.exitCode = await moveStore(process.env, (line) => console.log(line))
}
