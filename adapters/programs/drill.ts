/**
 * `npm run drill`: whether a copy would bring the clinic back. Makes one of what is there, also while
 * a server runs, puts it back into a folder aside, starts there once and verifies all of it.
 * `npm run drill -- COPY [KEYS]`: the same with the files of `npm run backup` and
 * `npm run keys -- backup`. Without KEYS the keys are those in use.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { peek } from '../../bot/evidence/log/checkpoint.ts'
import { type Environment, readSettings, type Settings } from '../config/env.ts'
import { CONTENT } from '../files/content.ts'
import { copyForNow } from '../keys/backup.ts'
import { currentKek } from '../keys/rotate.ts'
import { backup } from './backup.ts'
import { age, type Found, lookAt } from './drill-found.ts'
import { openHouse, readClinic } from './house.ts'
import { erasuresPlace, secondPlace } from './open-log.ts'
import { restore } from './restore.ts'
import { EXIT, verify } from './verify.ts'

type Print = (line: string) => void

const NOT_HERE =
  'The evidence is in PostgreSQL: put a copy back into a new database with its own tools, and run ' +
  'npm run verify on that, as docs/running.md says.'

interface Drill {
  readonly env: Environment
  readonly settings: Settings
  readonly clinic: string
  /** Of the evidence; without one it is made. */
  readonly copy: string | undefined
  readonly keys: string
  /** Where all of it happens. */
  readonly folder: string
}

/** The whole program: prints what it found, answers the exit code of `verify`, or 1. */
export async function drill(
  env: Environment,
  args: readonly string[],
  print: Print,
  now = Date.now(),
): Promise<number> {
  let asked: Omit<Drill, 'folder'> | undefined
  try {
    asked = read(env, args)
    const what = asked
    return await aside((folder) => rehearse({ ...what, folder }, print, now))
  } catch (error) {
    print(error instanceof Error ? error.message : String(error))
    if (asked) print(FAILED)
    return 1
  }
}

const FAILED = 'The drill FAILED: it did not bring the clinic back. Nothing of it was kept.'

function read(env: Environment, args: readonly string[]): Omit<Drill, 'folder'> {
  const settings = readSettings(env)
  if (settings.postgres) throw new Error(NOT_HERE)
  const [copy, keys = join(settings.data, 'keys.sqlite'), ...rest] = args
  if (rest.length > 0) throw new Error('Use: npm run drill [-- COPY [KEYS]]')
  const clinic = readClinic(settings.clinicDir ?? join(CONTENT, 'clinics')).id
  return { env, settings, clinic, copy, keys }
}

/** The folder is gone however this ends, short of a kill: it has the keys beside the records. */
async function aside(work: (folder: string) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'candour-drill-'))
  const clean = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  process.once('exit', clean)
  try {
    return await work(folder)
  } finally {
    process.off('exit', clean)
    clean()
  }
}

async function rehearse(drill: Drill, print: Print, now: number): Promise<number> {
  const began = performance.now()
  // First what may only be behind: a server may be writing.
  const kept = await secondPlace(drill.settings, drill.clinic).read()
  const env = await putBack(drill)
  const found = await lookAt(readSettings(env).data, drill.clinic)
  const lacks = await keepCheckpoint(drill, env, found, kept)
  const { erased, fault } = await startOnce(drill, env)
  const lines: string[] = fault ? [`Candour does not start on it: ${fault}`] : []
  const verified = await verify(env, [], (line) => lines.push(line), erased)
  const code = verified === EXIT.holds && fault ? 1 : verified
  if (code === EXIT.holds) tell(found, lacks, print, now)
  lines.filter((line) => !IS_WELL.test(line)).forEach(print)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  print(code === EXIT.holds ? `It took ${seconds} seconds. Nothing of it was kept.` : FAILED)
  return code
}

/** A consultation of which nothing has to be said. */
const IS_WELL = /: holds, \d+ records$|: committed, content erased, /

/** Both copies in a folder that is set up as this clinic’s is; no witness is asked about it. */
async function putBack({ env, settings, copy, keys, folder }: Drill): Promise<Environment> {
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const evidence = copy ?? (await makeCopy(env, join(folder, 'copy')))
  // After the evidence: a key is on disk before anything is under it.
  const own = join(data, 'keys.sqlite')
  copyForNow(keys, own)
  const { from } = currentKek({ file: settings.kekFile ?? join(settings.data, 'kek'), keys: own })
  // Not a copy of it beside the keys; and by another name, what else is in its folder is let be.
  const kek = join(folder, 'kek')
  symlinkSync(resolve(from), kek)
  const there = {
    ...{ ...env, CANDOUR_DATA: data, CANDOUR_KEK_FILE: kek },
    ...{ CANDOUR_SECOND_PLACE: join(folder, 'second-place') },
    ...{ CANDOUR_WITNESS_VKEY: '', CANDOUR_WITNESS_URL: '', CANDOUR_WITNESS_FOLDER: '' },
  }
  await must((print) => restore(there, [evidence], print))
  return there
}

async function makeCopy(env: Environment, folder: string): Promise<string> {
  await must((print) => backup(env, [folder], print))
  return join(folder, readdirSync(folder)[0] ?? '')
}

/** What another program prints is said where it fails. */
async function must(program: (print: Print) => number | Promise<number>): Promise<void> {
  const lines: string[] = []
  if ((await program((line) => lines.push(line))) !== 0) throw new Error(lines.join('\n'))
}

/**
 * Puts the clinic’s own checkpoint into the second place aside, which the copy must bear out; where
 * a copy that was given is older, the one that is in it. Answers how many sealed records it lacks.
 */
async function keepCheckpoint(
  { copy, clinic }: Drill,
  env: Environment,
  { signed }: Found,
  kept: string | undefined,
): Promise<number> {
  const [is, was] = [signed && peek(signed), kept && peek(kept)]
  const sameLog = is && was && is.origin === was.origin
  const older = copy !== undefined && is && !(sameLog && was.size <= is.size)
  const text = older ? signed : kept
  if (text !== undefined) await secondPlace(readSettings(env), clinic).swap(undefined, text)
  return older && sameLog ? was.size - is.size : 0
}

/** Starts there, which takes up what was erased since. What doesn’t start is verified all the same. */
async function startOnce({ settings, clinic }: Drill, env: Environment) {
  const there = readSettings(env)
  const erasures = erasuresPlace(there, clinic)
  const known = await erasuresPlace(settings, clinic).read()
  if (known !== undefined) await erasures.swap(undefined, known)
  const fault = await begin(there)
  return { fault, erased: new Set((await erasures.read())?.split('\n')) }
}

/** Why not, if it does not. */
async function begin(settings: Settings): Promise<string | undefined> {
  try {
    const house = await openHouse(settings)
    await house.candour.begin().finally(() => house.close())
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function tell({ consultations, records, at }: Found, lacks: number, print: Print, now: number) {
  print('The copy was put back into a folder aside, and Candour started on it.')
  print(`Consultations: ${consultations}, with ${records} records.`)
  if (at !== undefined) print(`The newest was sealed at ${at}, ${age(now - Date.parse(at))} ago.`)
  if (lacks > 0) print(`Records that were sealed since, which it does not have: ${lacks}.`)
}

if (import.meta.main) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(1))
  process.exitCode = await drill(process.env, process.argv.slice(2), (line) => console.log(line))
}
