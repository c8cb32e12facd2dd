/**
 * `npm run verify [-- <consultation> …]` checks the evidence, also while a server runs. Its exit
 * code says which step failed first: see EXIT. With a file that ends in .zip it checks that pack,
 * and needs nothing else: see verify-pack.ts.
 */
import { join } from 'node:path'
import { CandourError } from '../../bot/errors.ts'
import { isAccess } from '../../bot/evidence/access.ts'
import { bookOf, openBook } from '../../bot/evidence/book.ts'
import { checkErased } from '../../bot/evidence/erased.ts'
import type { Payload } from '../../bot/evidence/record.ts'
import {
  type Replayed,
  type Step,
  type Verified,
  verifyConsultation,
} from '../../bot/evidence/verify.ts'
import type { House } from '../../bot/house.ts'
import type { DataKey } from '../../bot/ports.ts'
import { replay } from '../../bot/replay.ts'
import type { Source } from '../../content/catalogue.ts'
import type { Clinic } from '../../content/clinic.ts'
import { type Environment, readSettings, type Settings } from '../config/env.ts'
import { CONTENT } from '../files/content.ts'
import { readClinic, wordsOf } from './house.ts'
import { secondPlace } from './open-log.ts'
import type { KeyReader, Reader } from './reader.ts'
import { openReading } from './reading.ts'
import { verifyAccess } from './verify-access.ts'
import { keyOfLog, type LogFound, logInWords, verifyLog } from './verify-log.ts'
import { verifyPackFile } from './verify-pack.ts'
import { print } from './print.ts'

export const EXIT = {
  holds: 0,
  /** Nothing was verified: no evidence, or none that can be read. */
  nothing: 2,
  leaf: 10,
  seal: 11,
  commitment: 12,
  chain: 13,
  head: 13,
  replay: 14,
  log: 15,
} as const satisfies Record<Step | 'holds' | 'nothing' | 'log', number>

interface Opened {
  /** Erased after what is verified was copied: its own book cannot know of them. */
  readonly erasedSince: ReadonlySet<string>
  readonly reader: Reader
  readonly keys: KeyReader
  readonly replay: (payloads: readonly Payload[]) => Replayed
  readonly clinic: string
  readonly verifyLog: (records: readonly string[]) => Promise<LogFound>
}

type Print = (line: string) => void

/** The whole program: prints what it finds, answers the exit code. */
export async function verify(
  env: Environment,
  only: readonly string[],
  print: Print,
  erasedSince: ReadonlySet<string> = new Set(),
) {
  if (only.some((one) => one.endsWith('.zip'))) return await verifyPackFile(only, print)
  try {
    const opened = { ...(await open(readSettings(env))), erasedSince }
    try {
      return await verifyAll(opened, only, print)
    } finally {
      await opened.reader.close()
      await opened.keys.close()
    }
  } catch (error) {
    print(`Nothing was verified. ${error instanceof Error ? error.message : String(error)}`)
    const locked = error instanceof CandourError && error.code === 'keys/wrong-kek'
    return locked ? EXIT.seal : EXIT.nothing
  }
}

/** The only place that knows what evidence is kept in, and what takes its commands again. */
async function open(settings: Settings): Promise<Omit<Opened, 'erasedSince'>> {
  const { reader, keys, place } = await openReading(settings)
  try {
    const clinic = readClinic(settings.clinicDir ?? join(CONTENT, 'clinics'))
    const houseOf = housesOf(await reader.bundles(), clinic)
    const again = (all: readonly Payload[]) => replay(houseOf(all[0]?.digests.content ?? ''), all)
    const log = { store: reader.log(clinic.id), second: secondPlace(settings, clinic.id, place) }
    const wholeLog = (records: readonly string[]) =>
      verifyLog({ ...log, keyOf: keyOfLog(keys), records })
    return { reader, keys, replay: again, clinic: clinic.id, verifyLog: wholeLog }
  } catch (error) {
    await Promise.all([reader.close(), keys.close()])
    throw error
  }
}

const NOT_KEPT = 'the words that it began with were not kept'

/** What takes commands again under words of that digest, which are read once for all who have them. */
function housesOf(bundles: ReadonlyMap<string, string>, clinic: Clinic): (digest: string) => House {
  const made = new Map<string, House>()
  return (digest) => {
    const known = made.get(digest)
    if (known) return known
    const { digest: found, house } = wordsOf(sourcesOf(bundles, digest), clinic)
    if (found !== digest) throw new Error('the words that it began with are not what was kept')
    made.set(digest, house)
    return house
  }
}

function sourcesOf(bundles: ReadonlyMap<string, string>, digest: string): Source[] {
  const bundle = bundles.get(digest)
  if (bundle === undefined) throw new Error(NOT_KEPT)
  return JSON.parse(bundle) as Source[]
}

async function verifyAll(opened: Opened, only: readonly string[], print: Print): Promise<number> {
  const book = bookOf(opened.clinic)
  const streams = (await opened.reader.consultations()).filter((id) => id !== book)
  const access = streams.filter((id) => isAccess(opened.clinic, id))
  const all = streams.filter((id) => !access.includes(id))
  const unknown = only.filter((id) => !all.includes(id))
  if (unknown.length > 0) throw new Error(`There is no consultation ${unknown.join(', ')}.`)
  const chosen = only.length > 0 ? only : all
  if (chosen.length === 0) throw new Error('There are no consultations yet.')
  const { erased, fault } = await erasedIn(opened)
  const wrong: Wrong[] = fault ? [fault] : []
  if (fault) print(`The clinic’s own book DOES NOT HOLD: ${fault.detail}`)
  for (const id of chosen) {
    const erasure = erased.get(id) ?? (opened.erasedSince.has(id) ? {} : undefined)
    const found = erasure
      ? await verifyErased(opened, id, erasure, print)
      : await verifyOne(opened, id, print)
    if (found) wrong.push(found)
  }
  const log = only.length > 0 ? undefined : await verifyWholeLog(opened, all, print)
  const own = only.length > 0 ? undefined : await verifyOwn(opened, access, print)
  if (own) wrong.push(own)
  const unchecked = wrong.filter(({ detail }) => detail === NOT_KEPT).length
  print(closing(chosen.length, wrong.length - unchecked, unchecked))
  return EXIT[wrong[0]?.step ?? log ?? 'holds']
}

async function verifyOwn(opened: Opened, months: readonly string[], print: Print) {
  if (months.length === 0) return undefined
  const found = await verifyAccess(opened, months)
  if ('entries' in found)
    return void print(`Who read what: ${found.entries} entries, each follows from the one before.`)
  print(`Who read what DOES NOT HOLD in ${found.month}: ${found.fault}`)
  return { ok: false, step: 'chain', stream: 'open', seq: 0, detail: found.fault } as const
}

async function verifyWholeLog(opened: Opened, all: readonly string[], print: Print) {
  const records: string[] = []
  for (const id of all)
    records.push(...(await opened.reader.load(id)).map(({ recordId }) => recordId))
  const found = await opened.verifyLog(records)
  print(`The log: ${logInWords(found)}`)
  return found.ok ? undefined : 'log'
}

/** What was erased, from the clinic's own book, which is opened and checked as a whole. */
async function erasedIn({ reader, keys, clinic }: Opened) {
  const erased = new Map<string, Erasure>()
  try {
    const records = await reader.load(bookOf(clinic))
    const found = new Map<string, DataKey | undefined>()
    for (const { sealed } of records) found.set(sealed.key, await keys.find(sealed.key))
    for (const { seq, act } of openBook(records, clinic, (id) => found.get(id))) {
      if (act.type !== 'erase') continue
      for (const { id, records } of act.consultations) erased.set(id, { n: seq, records })
    }
    return { erased }
  } catch (error) {
    const detail = error instanceof CandourError ? error.code : 'it cannot be read'
    const fault: Wrong = { ok: false, step: 'chain', stream: 'open', seq: 0, detail }
    return { erased, fault }
  }
}

/** What the book says of it, if it says anything. */
interface Erasure {
  readonly n?: number
  readonly records?: number
}

async function verifyErased(
  { reader, keys, clinic }: Opened,
  id: string,
  { n, records }: Erasure,
  print: Print,
): Promise<Wrong | undefined> {
  const here = await reader.load(id)
  const count = records ?? here.length
  const found = await checkErased(here, clinic, count, (key) => keys.find(key))
  if (found.ok) {
    const by = n === undefined ? 'a later erasure' : `erasure ${n}`
    return void print(`${id}: committed, content erased, by ${by}, ${count} records`)
  }
  const { stream, seq, detail } = found
  print(`${id}: erased, and DOES NOT HOLD at ${stream} record ${seq}: ${detail}`)
  return { ok: false, step: 'leaf', stream, seq, detail }
}

type Wrong = Extract<Verified, { ok: false }>

async function verifyOne(opened: Opened, id: string, print: Print): Promise<Wrong | undefined> {
  const found = await verifyConsultation({
    records: await opened.reader.load(id),
    consultation: id,
    findKey: (key) => opened.keys.find(key),
    replay: opened.replay,
  })
  if (found.ok) return void print(`${id}: holds, ${found.records} records`)
  const { stream, seq, step, detail } = found
  print(
    detail === NOT_KEPT
      ? `${id}: CANNOT BE CHECKED HERE, ${step}: ${detail}`
      : `${id}: DOES NOT HOLD at ${stream} record ${seq}, ${step}: ${detail}`,
  )
  return found
}

function closing(all: number, wrong: number, unchecked: number): string {
  const consultations = all === 1 ? '1 consultation' : `${all} consultations`
  const beside = unchecked > 0 ? ` ${unchecked} could not be checked here.` : ''
  if (wrong > 0) {
    return `${wrong} of ${consultations} did not hold. Keep the files as they are.${beside}`
  }
  if (unchecked > 0) {
    return `${unchecked} of ${consultations} could not be checked here. Nothing was found changed.`
  }
  return `${consultations}: every record is as it was written, in its order, and leads where it says.`
}

if (import.meta.main) {
  process.exitCode = await verify(process.env, process.argv.slice(2), print)
}
