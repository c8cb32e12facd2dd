import { join } from 'node:path'
import { CONTENT } from '../../../adapters/files/content.ts'
import { readKek } from '../../../adapters/keys/kek.ts'
import { createSqliteKeyReader } from '../../../adapters/keys/sqlite.ts'
import { createFilePlace } from '../../../adapters/place/file.ts'
import { readClinic, wordsOf } from '../../../adapters/programs/house.ts'
import type { KeyReader } from '../../../adapters/programs/reader.ts'
import { verifyAccess } from '../../../adapters/programs/verify-access.ts'
import { keyOfLog, verifyLog } from '../../../adapters/programs/verify-log.ts'
import { createSqliteReader, type Reader } from '../../../adapters/sqlite/reader.ts'
import { isAccess } from '../../../bot/evidence/access.ts'
import { bookOf, openBook } from '../../../bot/evidence/book.ts'
import { checkErased } from '../../../bot/evidence/erased.ts'
import type { Payload } from '../../../bot/evidence/record.ts'
import { verifyConsultation } from '../../../bot/evidence/verify.ts'
import type { House } from '../../../bot/house.ts'
import type { DataKey } from '../../../bot/ports.ts'
import { replay } from '../../../bot/replay.ts'
import type { Source } from '../../../content/catalogue.ts'

/**
 * What `npm run verify` checks, for thousands of folders in one process: every record, chain,
 * commitment, erasure and reading, and the log with the second place. Answers what does not hold.
 */
export async function examine(folder: string): Promise<string[]> {
  const reader = createSqliteReader({ path: join(folder, 'candour.sqlite') })
  const kek = readKek(join(folder, 'kek'))
  const keys = await createSqliteKeyReader({ path: join(folder, 'keys.sqlite'), kek })
  try {
    return await all(folder, reader, keys)
  } finally {
    reader.close()
    await keys.close()
  }
}

const clinic = readClinic(join(CONTENT, 'clinics'))

async function all(folder: string, reader: Reader, keys: KeyReader): Promise<string[]> {
  const faults: string[] = []
  const streams = reader.consultations().filter((id) => id !== bookOf(clinic.id))
  const months = streams.filter((id) => isAccess(clinic.id, id))
  const ids = streams.filter((id) => !months.includes(id))
  const erased = await erasedIn(reader, keys)
  const houses = housesOf(reader)
  for (const id of ids) {
    const records = reader.load(id)
    const gone = erased.get(id)
    const findKey = (key: string) => keys.find(key)
    const again = (payloads: readonly Payload[]) =>
      replay(houses(payloads[0]?.digests.content ?? ''), payloads)
    const found =
      gone === undefined
        ? await verifyConsultation({ records, consultation: id, findKey, replay: again })
        : await checkErased(records, clinic.id, gone, findKey)
    if (!found.ok) faults.push(`${id} does not hold at ${found.seq}: ${found.detail}`)
  }
  return [...faults, ...(await ofTheClinic(folder, reader, keys, months, ids))]
}

async function ofTheClinic(
  folder: string,
  reader: Reader,
  keys: KeyReader,
  months: readonly string[],
  ids: readonly string[],
): Promise<string[]> {
  const async = {
    ...{ load: async (id: string) => reader.load(id), log: reader.log },
    ...{ consultations: async () => reader.consultations(), bundles: async () => reader.bundles() },
    close: async () => {},
  }
  const read =
    months.length > 0 && (await verifyAccess({ reader: async, keys, clinic: clinic.id }, months))
  const records = ids.flatMap((id) => reader.load(id).map(({ recordId }) => recordId))
  const second = createFilePlace(join(folder, 'second-place', clinic.id))
  const store = reader.log(clinic.id)
  const log = await verifyLog({ store, second, keyOf: keyOfLog(keys), records })
  return [
    ...(read && 'fault' in read ? [`who read what does not hold: ${read.fault}`] : []),
    ...(log.ok ? [] : [`the log does not hold: ${log.detail}`]),
  ]
}

async function erasedIn(reader: Reader, keys: KeyReader): Promise<Map<string, number>> {
  const records = reader.load(bookOf(clinic.id))
  const found = new Map<string, DataKey | undefined>()
  for (const { sealed } of records) found.set(sealed.key, await keys.find(sealed.key))
  const entries = openBook(records, clinic.id, (id) => found.get(id))
  return new Map(
    entries.flatMap(({ act }) =>
      act.type === 'erase'
        ? act.consultations.map(({ id, records }) => [id, records] as const)
        : [],
    ),
  )
}

/** Words are read once: thousands of folders have the same. */
const made = new Map<string, ReturnType<typeof wordsOf>>()

function housesOf(reader: Reader): (digest: string) => House {
  const bundles = reader.bundles()
  return (digest) => {
    const bundle = bundles.get(digest)
    if (bundle === undefined) throw new Error('the words that it began with were not kept')
    const words = made.get(bundle) ?? wordsOf(JSON.parse(bundle) as Source[], clinic)
    made.set(bundle, words)
    if (words.digest === digest) return words.house
    throw new Error('the words that it began with are not what was kept')
  }
}
