import type { Heads } from './story.ts'
import { digestOf } from './story.ts'
import { examine } from './examine.ts'
import { openTold, type Told, type Where } from './house.ts'
import type { Heard } from './world.ts'

/**
 * Opens what a process left behind as the next one does, and answers what is not as promised: each
 * acknowledged answer there once, a repeat answered as before, and all that is there verifiable.
 */
export const check = (folder: string, heard: Heard): Promise<string[]> =>
  checkAt(folder, heard, () => examine(folder))

/** `verify`: what does not hold of all that is there. */
export async function checkAt(
  where: Where,
  heard: Heard,
  verify: () => Promise<string[]>,
): Promise<string[]> {
  const faults: string[] = []
  let house: Told
  try {
    house = await openTold(where, { fatal: (error) => faults.push(`in doubt: ${error.message}`) })
  } catch (error) {
    return [`does not start again: ${error instanceof Error ? error.message : String(error)}`]
  }
  try {
    faults.push(...(await headsAsPromised(house, heard)), ...(await repeats(house, heard)))
    faults.push(...(await remembered(house, heard)))
    await house.log.settled()
  } catch (error) {
    faults.push(`does not go on: ${error instanceof Error ? error.message : String(error)}`)
  } finally {
    await house.close()
  }
  return [...faults, ...(await verify())]
}

/** The heads that each consultation was last acknowledged with. */
function promised({ acked }: Heard): Map<string, Heads> {
  return new Map(acked.filter(({ id }) => id !== '').map(({ id, heads }) => [id, heads]))
}

/** A message that was not answered may be there, once; of what was answered nothing is missing. */
async function headsAsPromised({ store }: Told, heard: Heard): Promise<string[]> {
  const faults: string[] = []
  const whose = heard.ids.find(([who]) => who === heard.open?.who)?.[1]
  for (const [id, { open, restricted }] of promised(heard)) {
    const now = await store.heads(id)
    const may = id === whose ? 1 : 0
    const fits = now.open >= open && now.open <= open + may
    const apart = now.restricted >= restricted && now.restricted <= restricted + may
    if (!fits || !apart) {
      const is = `${now.open} and ${now.restricted}`
      faults.push(`${id} was acknowledged with ${open} and ${restricted} records, and has ${is}`)
    }
  }
  return faults
}

/** The same message under the same key, once and twice more: one record of it, and the same answer. */
async function repeats(house: Told, heard: Heard): Promise<string[]> {
  const { open, claims, acked } = heard
  const claim = claims.find(([who]) => who === open?.who)?.[1]
  if (!open?.message || !claim) return []
  const { sittings } = house.candour
  const first = await sittings.take(claim, open.message)
  if (!first.ok) return [`${open.kind} was not taken again: ${first.why}`]
  const id = (await house.store.sitting(claim.sitting))?.consultation ?? ''
  const once = await house.store.heads(id)
  const again = await sittings.take(claim, open.message)
  const twice = await house.store.heads(id)
  const before = acked.findLast((one) => one.id === id)?.heads.open ?? 1
  const faults: string[] = []
  if (once.open !== before + 1) {
    faults.push(`${open.kind} is there ${once.open - before} times after it was sent again`)
  }
  if (digestOf(once) !== digestOf(twice)) faults.push(`${open.kind} was recorded once more`)
  if (digestOf(first) !== digestOf(again)) faults.push(`${open.kind} was answered differently`)
  return faults
}

/** Every message that was acknowledged made a record of its own, and is answered again as it was. */
async function remembered({ candour, store }: Told, { acked, claims }: Heard): Promise<string[]> {
  const faults: string[] = []
  const last = new Map<string, number>()
  for (const { who, id, kind, heads, message, said } of acked) {
    const claim = claims.find(([whose]) => whose === who)?.[1]
    if (!message || !claim) continue
    if (heads.open <= (last.get(id) ?? 0)) faults.push(`${kind} was acknowledged without a record`)
    last.set(id, heads.open)
    if (!(await store.sitting(claim.sitting))) continue
    const again = await candour.sittings.take(claim, message)
    if (digestOf(again) !== said) faults.push(`${kind} was acknowledged, and is answered anew`)
  }
  return faults
}
