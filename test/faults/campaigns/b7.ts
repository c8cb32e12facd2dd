import type { Campaign, Depth, Trials } from '../campaign.ts'
import { onBuildWith } from '../kit/build.ts'
import { check } from '../kit/check.ts'
import { openTold } from '../kit/house.ts'
import { begun, copyOf, newPlace, tell } from '../kit/run.ts'

const TRIES: Readonly<Record<Depth, number>> = { short: 1, nightly: 20, release: 100 }

export const campaign: Campaign = {
  row: 'B7',
  says: 'Two more processes start on the same folder at the same moment while one runs: both are refused.',
  promises: [5, 9],
  run: (depth) => crowd(TRIES[depth]),
  // The lock keeps nobody out.
  control: (seed) => onBuildWith(UNLOCKED, import.meta.filename, seed),
}

const UNLOCKED = {
  'adapters/sqlite/connection.ts': ['MEMORY; BEGIN EXCLUSIVE', 'MEMORY'],
} as const

async function crowd(tries: number): Promise<Trials> {
  const place = newPlace()
  const failures: string[] = []
  try {
    const base = await begun()
    const folder = copyOf(base, place.path('one'))
    for (let n = 0; n < tries; n += 1) {
      const house = await openTold(folder)
      const others = await Promise.all([tell(folder), tell(folder)])
      await house.close()
      for (const { ready } of others) if (ready) failures.push(`try ${n}: a second one ran`)
    }
    failures.push(...(await check(folder, { ...base.heard, ready: true })))
    return { trials: tries, failures }
  } finally {
    place.remove()
  }
}
