import type { Actor } from '../machines/commands.ts'
import type { Day } from '../machines/contract.ts'
import { dayOf } from '../machines/time.ts'
import type { Parts } from './case.ts'
import type { Cases } from './cases.ts'
import type { AccessEntry } from './evidence/access.ts'
import type { Reads } from './reads.ts'
import { isOf, lineOf } from './show/reads.ts'
import { nameOfPerson, readsRestricted } from './show/who.ts'
import { who } from './show/words.ts'
import type { ReadLine, ReadsAsked, ReadsView } from './views/reads.ts'
import type { Place } from './visitors.ts'

interface House {
  readonly parts: Pick<Parts, 'clocks' | 'trouble'>
  readonly cases: Pick<Cases, 'find'>
  readonly place: Pick<Place, 'clinic'>
  readonly reads: Reads
}

/**
 * Who of the clinic read what. That safeguarding read something is a sign of its own, so it is for
 * those alone who read the restricted stream; that they did is on record before it is shown.
 */
export async function whoRead(
  house: House,
  viewer: Actor,
  asked: ReadsAsked,
): Promise<ReadsView | undefined> {
  if (!readsRestricted(viewer)) return undefined
  const { by, consultation, from, most } = asked
  await house.reads.note(viewer, {
    ...{ type: 'accesses' },
    ...(by === undefined ? {} : { staff: by }),
    ...(consultation === undefined ? {} : { consultation }),
  })
  const entries = await readIn(house, asked.months)
  const wanted = entries.filter(
    (one) => (by === undefined || one.by.id === by) && isOf(one.access, asked),
  )
  const lines = wanted
    .toReversed()
    .slice(from, from + most)
    .map(lineOf)
  const names = await namesOf(house, [consultation, ...lines.map((line) => line.consultation)])
  const of = consultation === undefined ? undefined : names.get(consultation)
  return {
    lines: lines.map((line) => named(line, names)),
    ...{ all: wanted.length, staff: staffIn(entries) },
    ...(consultation === undefined ? {} : { one: { consultation, ...(of && { of }) } }),
  }
}

async function readIn({ reads, parts }: House, months: number): Promise<readonly AccessEntry[]> {
  const found: AccessEntry[] = []
  for (const month of monthsUntil(dayOf(parts.clocks.wall()), months))
    found.push(...(await reads.of(month)))
  return found
}

/** The first day of each, the earliest first. */
export function monthsUntil(day: Day, count: number): readonly Day[] {
  const [year = 0, month = 0] = day.split('-').map(Number)
  const last = year * 12 + month - 1
  const two = (number: number) => String(number).padStart(2, '0')
  return Array.from({ length: count }, (_, at) => last - count + 1 + at).map(
    (at) => `${Math.floor(at / 12)}-${two((at % 12) + 1)}-01` as Day,
  )
}

/** By today's name of the consultation; what was erased has none. */
async function namesOf({ cases, place, parts }: House, ids: readonly (string | undefined)[]) {
  const names = new Map<string, string>()
  for (const id of new Set(ids.filter((one) => one !== undefined))) {
    try {
      const found = await cases.find(id)
      if (found?.now.clinic === place.clinic) names.set(id, nameOfPerson(found.now))
    } catch (error) {
      if (!parts.trouble) throw error
      parts.trouble(id, error)
    }
  }
  return names
}

function named(line: ReadLine, names: ReadonlyMap<string, string>): ReadLine {
  const of = line.consultation === undefined ? undefined : names.get(line.consultation)
  return of === undefined ? line : { ...line, of }
}

function staffIn(entries: readonly AccessEntry[]): ReadsView['staff'] {
  const names = new Map(entries.map(({ by }) => [by.id, who(by)]))
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((one, other) => one.name.localeCompare(other.name))
}
