/**
 * `npm run store:move` takes a clinic from the folder CANDOUR_DATA to the PostgreSQL that the other
 * settings name, with CANDOUR_POSTGRES_OWNER: every record and every key byte for byte, so that each
 * proof holds as before. No server may run. Cut off anywhere, it is run again and goes on; where
 * something else is, it writes nothing. What is in the folder stays as it is, and no server starts on
 * it any more, until `npm run store:move -- back` says that it is to be served again.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CandourError } from '../../bot/errors.ts'
import { type Environment, readSettings, type Settings } from '../config/env.ts'
import { CONTENT } from '../files/content.ts'
import { currentKek } from '../keys/rotate.ts'
import { lockFile } from '../sqlite/connection.ts'
import { createSqliteReader } from '../sqlite/reader.ts'
import { readClinic } from './house.ts'
import { moveBeside } from './move-beside.ts'
import { markMoved, markServedAgain } from './moved.ts'
import { secondPlace } from './open-log.ts'

type Print = (line: string) => void

const USE = 'Use: npm run store:move [-- back]'

/** The whole program: prints what was done, answers the exit code. */
export async function moveStore(
  env: Environment,
  print: Print,
  args: readonly string[] = [],
): Promise<number> {
  try {
    const settings = readSettings(env)
    const [what, ...rest] = args
    if (rest.length > 0 || (what !== undefined && what !== 'back')) throw new Error(USE)
    const owner = env['CANDOUR_POSTGRES_OWNER']
    if (!what && (!settings.postgres || !owner))
      throw new Error('Set CANDOUR_POSTGRES, CANDOUR_POSTGRES_KEYS and CANDOUR_POSTGRES_OWNER.')
    const path = join(settings.data, 'candour.sqlite')
    if (!existsSync(path)) throw new Error(`There is no evidence in ${settings.data}.`)
    const lock = lockFile(path)
    try {
      await (what ? goBack(settings.data, print) : move(settings, owner ?? '', print))
      return 0
    } finally {
      lock.close()
    }
  } catch (error) {
    print(reasonOf(error))
    return 1
  }
}

async function goBack(data: string, print: Print): Promise<void> {
  const moved = await markServedAgain(data)
  if (!moved) return print(`What is in ${data} was not moved: a server starts on it.`)
  print(
    `A server starts on ${data} again. What came to ${moved.to} since ${moved.at} is not in it.`,
  )
  print('Start none there any more, or two go two ways.')
}

async function move(settings: Settings, owner: string, print: Print): Promise<void> {
  const { data, kekFile, postgres } = settings
  if (!postgres) return
  const [path, keysPath] = [join(data, 'candour.sqlite'), join(data, 'keys.sqlite')]
  const kek = currentKek({ file: kekFile ?? '', keys: keysPath }).kek
  const clinic = readClinic(settings.clinicDir ?? join(CONTENT, 'clinics')).id
  await checkFolder(path, settings, clinic)
  const { lookAtEvidence, moveEvidence, moveKeys, compare } = await import('./move-postgres.ts')
  const goneOn = (await lookAtEvidence(path, owner, postgres)).holds === 'more'
  // A key is durable before the first record that needs it, and so is the second place: where it is
  // and the evidence is not, no server starts.
  const keys = await moveKeys(keysPath, postgres, kek, async (beside, { holds }) => {
    if (goneOn && holds === 'nothing')
      throw new CandourError('store/holds-other', { why: 'a server has gone on with other keys' })
    await moveBeside(settings, clinic, beside, goneOn)
  })
  print(`${keys.rows} rows of keys are there, wrapped as they were, and what belongs beside them.`)
  const evidence = await moveEvidence(path, owner, postgres)
  print(`${evidence.rows} rows of evidence are there.`)
  if (goneOn) print('A server has gone on there since: what it wrote stays as it is.')
  else {
    const records = await compare(path, postgres)
    print(`${records} records were read back, each the same byte for byte.`)
  }
  const { host, pathname } = new URL(postgres.url)
  await markMoved(data, host + pathname, new Date().toISOString())
  print('Now: npm run verify')
  print(`What is in ${data} is as it was, and no server starts on it any more.`)
}

/** A log whose second place stayed behind would be believed by nobody where it goes. */
async function checkFolder(path: string, settings: Settings, clinic: string): Promise<void> {
  const reader = createSqliteReader({ path })
  try {
    const head = await reader.log(clinic).head()
    if (!head) throw new Error(`There is no log of ${clinic} in ${path}. Set CANDOUR_CLINIC_DIR.`)
    if (head.published && (await secondPlace(settings, clinic).read()) === undefined)
      throw new Error('The second place of the log is not there. Set CANDOUR_SECOND_PLACE.')
  } finally {
    reader.close()
  }
}

/** With what the database itself said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}

if (import.meta.main) {
  process.exitCode = await moveStore(
    process.env,
    (line) => console.log(line),
    process.argv.slice(2),
  )
}
