import { type Data, openData } from '../../../adapters/programs/data.ts'
import { openTheLog } from '../../../adapters/programs/open-log.ts'
import type { RunningLog } from '../../../bot/evidence/log/log.ts'
import type { Payload } from '../../../bot/evidence/record.ts'
import { leafHash, NO_LEAF, seal, unseal } from '../../../bot/evidence/seal.ts'
import type { Turn } from '../../../bot/ports.ts'

/** Consultations that are sealed while those before them are written. */
const AT_ONCE = 60

export interface Folder {
  readonly data: string
  readonly clinic: string
}

/** What the one consultation of a folder says, record by record. */
export async function payloadsOf(folder: Folder): Promise<readonly Payload[]> {
  const { store, keys, close } = await open(folder)
  const [one] = await store.consultations(folder.clinic)
  if (!one) throw new Error('there is no consultation')
  const all = await store.load(one.id)
  const records = all.filter(({ stream }) => stream === 'open')
  const payloads: Payload[] = []
  for (const record of records) {
    const key = await keys.find(record.sealed.key)
    if (!key) throw new Error('there is no key')
    payloads.push(unseal(record, key))
  }
  await close()
  return payloads
}

/**
 * Adds people who said the same until the log has that many records: keys, sealing, the store and
 * the sequencer are the product's own. All that is spared is deciding anew what they say.
 */
export async function growTo(
  wanted: number,
  said: readonly Payload[],
  folder: Folder,
): Promise<void> {
  const data = await open(folder)
  const around = { ...data, clinic: { id: folder.clinic } }
  const { log } = await openTheLog({ data: folder.data, mode: 'demo' }, around)
  let there = await sizeOf(data, folder)
  let before = Promise.resolve()
  while (there < wanted) {
    const turns: Turn[] = []
    for (; turns.length < AT_ONCE && there < wanted; there += said.length)
      turns.push(await somebody(data, said, folder.clinic))
    await before
    before = written(data, log, turns)
  }
  await before
  await log.settled()
  await data.close()
}

async function written({ store }: Data, log: RunningLog, turns: readonly Turn[]): Promise<void> {
  await Promise.all(turns.map((turn) => store.commit(turn)))
  await log.settled()
}

const open = ({ data, clinic }: Folder) => openData({ data, kekFile: undefined }, clinic)

/** How many records the log of that folder has. */
export async function recordsIn(folder: Folder): Promise<number> {
  const data = await open(folder)
  const size = await sizeOf(data, folder)
  await data.close()
  return size
}

const sizeOf = async ({ store }: Data, { clinic }: Folder) =>
  (await store.log(clinic).head())?.size ?? 0

async function somebody(
  { keys, chance }: Data,
  said: readonly Payload[],
  clinic: string,
): Promise<Turn> {
  const [consultation, person] = [chance.id(), chance.id()]
  const key = await keys.stream(person, consultation, 'open')
  let prev = NO_LEAF
  const records = said.map((payload) => {
    const next = { ...payload, recordId: chance.id(), consultation, prev }
    const record = seal(next, key, chance.bytes(32), chance.bytes(12))
    prev = leafHash(record.leaf)
    return record
  })
  return {
    ...{ consultation, clinic, person, records, expect: { open: 0, restricted: 0 } },
    ...{ sittings: [], ended: [], activities: [], links: [], due: null },
  }
}
