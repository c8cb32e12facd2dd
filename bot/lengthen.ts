import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import { each } from './each.ts'
import type { StaffTurns } from './staff-turn.ts'
import type { Place } from './visitors.ts'

/**
 * Where the clinic asks for more time to reflect than it did, open consultations are told so. That
 * reads all there are, so it is remembered beside the data that all were told: while the clinic asks
 * for the same, and nothing was put back, those begun since began with it.
 */
export async function lengthenAll(
  parts: Parts,
  cases: Cases,
  staff: StaffTurns,
  place: Place,
): Promise<void> {
  const hours = place.given['reflection-hours']
  if (typeof hours !== 'number') return
  const before = await parts.lengthened?.read()
  if (await isSince(parts, place, hours, before)) return
  const all = await parts.store.consultations(place.clinic)
  const told = await each(parts, all, async (id) => {
    const now = (await cases.find(id))?.now
    const open = now?.state === 'active' || now?.state === 'paused'
    const known = now?.facts['reflection-hours']?.value ?? 0
    if (open && !now.facts.author && known < hours) await staff.lengthen(id, hours)
  })
  // One that could not be read may be readable again.
  if (told.length < all.length) return
  await parts.lengthened?.swap(before, `${hours} ${await sizeOf(parts, place)}`)
}

/** An older copy of the data has fewer records than there were then. */
async function isSince(
  parts: Parts,
  place: Place,
  hours: number,
  before: string | undefined,
): Promise<boolean> {
  // Another instance may still ask for less, and begin consultations with it.
  if (parts.store.shared) return false
  const [asked, size] = (before ?? '').split(' ').map(Number)
  return asked === hours && size !== undefined && size <= (await sizeOf(parts, place))
}

const sizeOf = async ({ store }: Parts, { clinic }: Place) =>
  (await store.log(clinic).head())?.size ?? 0
