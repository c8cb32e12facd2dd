import { DateTime } from 'luxon'
import { type Instant, reflectionEnds } from '../../../machines/time.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { onBuildWith } from '../kit/build.ts'

const HOUR = 3_600_000
const YEARS = Array.from({ length: 17 }, (_, n) => 2024 + n)
const PERIODS = [1, 24, 48, 72, 96, 168, 336]
/** Hours before and after the clocks change at which the time to think begins. */
const AROUND: Readonly<Record<Depth, number>> = { short: 6, nightly: 400, release: 400 }

export const campaign: Campaign = {
  row: 'E3',
  says: 'The clocks change during the time to think, at each change from 2024 to 2040: the hours that really pass are counted.',
  promises: [8],
  run: async (depth) => acrossChanges(AROUND[depth]),
  // The same time of day, so many days later.
  control: (seed) => onBuildWith(BY_THE_CALENDAR, import.meta.filename, seed),
}

const BY_THE_CALENDAR = {
  'machines/time.ts': [
    "DateTime.fromISO(deliveredAt, { zone: 'utc' }).plus({ hours }).toISO()",
    'DateTime.fromISO(deliveredAt, LONDON).plus({ days: hours / 24 }).toUTC().toISO()',
  ],
} as const

function acrossChanges(around: number): Trials {
  const failures: string[] = []
  let trials = 0
  for (const change of YEARS.flatMap(changesOf)) {
    for (let hour = -around; hour <= around; hour += 1) {
      const from = new Date(change + hour * HOUR).toISOString() as Instant
      for (const hours of PERIODS) {
        trials += 1
        const really = Date.parse(reflectionEnds(from, hours)) - Date.parse(from)
        if (really !== hours * HOUR)
          failures.push(`${hours} hours from ${from} are ${really / HOUR}`)
      }
    }
  }
  return { trials, failures }
}

/** London's own, found by looking at every day of the year, and then at its hours. */
function changesOf(year: number): number[] {
  const days = steps(Date.UTC(year, 2, 25), Date.UTC(year, 10, 1), 24 * HOUR).filter(changesIn)
  const found = days.flatMap((day) =>
    steps(day, day + 24 * HOUR, HOUR).filter((at) => offset(at) !== offset(at + HOUR)),
  )
  if (found.length !== 2) throw new Error(`${year} has ${found.length} changes`)
  return found.map((at) => at + HOUR)
}

const steps = (from: number, to: number, by: number) =>
  Array.from({ length: (to - from) / by }, (_, n) => from + n * by)
const offset = (at: number) => DateTime.fromMillis(at, { zone: 'Europe/London' }).offset
const changesIn = (day: number) => offset(day) !== offset(day + 24 * HOUR)
