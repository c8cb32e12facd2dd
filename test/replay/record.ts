/**
 * `npm run record` tells every story again through the real engine and keeps its records as the
 * corpus of this version. Its chance and its clock are made: the same code gives the same bytes.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { readBundle } from '../../adapters/files/content.ts'
import { fillDemo } from '../../adapters/programs/demo/people.ts'
import { canonical } from '../../bot/evidence/canonical.ts'
import type { Payload } from '../../bot/evidence/record.ts'
import { unseal } from '../../bot/evidence/seal.ts'
import type { Chance } from '../../bot/ports.ts'
import { replay } from '../../bot/replay.ts'
import { refuseReleased } from '../../adapters/programs/versions.ts'
import { demoClinic, openClinic, type OpenClinic, shipped } from '../support/clinic.ts'
import { BEGIN, play } from '../transcripts/play.ts'
import { CONSULTATIONS, endOf, folderOf, type Recorded, WORDS } from './corpus.ts'
import { STORIES } from './stories.ts'

const TRANSCRIPTS = join(import.meta.dirname, '../transcripts')

/** The demo's people and every story's, in that order. */
export async function recordAll(): Promise<Recorded[]> {
  const all = await told('demo', demo)
  for (const name of STORIES) {
    const text = readFileSync(join(TRANSCRIPTS, `${name}.txt`), 'utf8')
    all.push(...(await told(name, (clinic) => play(text, clinic))))
  }
  return all
}

function demo({ sittings, desk, clocks }: OpenClinic): Promise<void> {
  return fillDemo({ sittings, desk, clinic: demoClinic, now: clocks.clock() })
}

async function told(story: string, tell: (clinic: OpenClinic) => Promise<void>) {
  const clinic = openClinic({ at: BEGIN, chance: madeOf(story) })
  await tell(clinic)
  const found: Recorded[] = []
  for (const { id } of await clinic.store.consultations('demo')) {
    const records = await recordsOf(clinic, id)
    if (records) found.push(recorded(`${story} ${found.length + 1}`, records))
  }
  return found
}

/** Nothing of a consultation whose keys a story has destroyed. */
async function recordsOf({ store, parts }: OpenClinic, id: string): Promise<Payload[] | undefined> {
  const records: Payload[] = []
  for (const record of await store.load(id)) {
    const key = await parts.keys.find(record.sealed.key)
    if (!key) return undefined
    records.push(unseal(record, key))
  }
  return records
}

function recorded(story: string, records: readonly Payload[]): Recorded {
  const again = replay(shipped.house, records)
  if (!again.ok || !again.consultation) throw new Error(`${story} does not replay as it was`)
  return { story, records, end: endOf(again.consultation) }
}

/** Bytes that anybody can make again, for people who do not exist. */
function madeOf(story: string): Chance {
  let count = 0
  const next = () =>
    createHash('sha512')
      .update(`${story} ${(count += 1)}`)
      .digest()
  return {
    bytes: (length) => new Uint8Array(next().subarray(0, length)),
    id: () => next().subarray(0, 16).toString('base64url'),
  }
}

/** The same words come back all through a corpus, further apart than gzip looks. */
function packed(text: string): Uint8Array {
  const { BROTLI_PARAM_LGWIN, BROTLI_PARAM_QUALITY } = constants
  const params = { [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_QUALITY]: 9 }
  return brotliCompressSync(text, { params })
}

if (import.meta.main) {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  refuseReleased(version)
  const folder = folderOf(version)
  const all = await recordAll()
  const lines = all.map((one) => `${canonical(JSON.parse(JSON.stringify(one)))}\n`).join('')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, CONSULTATIONS), packed(lines))
  writeFileSync(join(folder, WORDS), packed(JSON.stringify(readBundle())))
  console.log(`recorded ${all.length} consultations of ${version}`)
}
