import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { check } from '../kit/check.ts'
import { openTold } from '../kit/house.ts'
import { begun, copyOf, newPlace, tell } from '../kit/run.ts'

const TRIES: Readonly<Record<Depth, number>> = { short: 1, nightly: 20, release: 100 }

export const campaign: Campaign = {
  row: 'B7',
  says: 'Two more processes start on the same folder at the same moment while one runs: both are refused.',
  promises: [5, 9],
  run: (depth) => crowd(TRIES[depth]),
  // The file is gone whose lock keeps others out.
  control: () => crowd(1, (folder) => rmSync(join(folder, 'candour.sqlite.lock'))),
}

async function crowd(tries: number, spoil: (folder: string) => void = () => {}): Promise<Trials> {
  const place = newPlace()
  const failures: string[] = []
  try {
    const base = await begun()
    const folder = copyOf(base, place.path('one'))
    for (let n = 0; n < tries; n += 1) {
      const house = await openTold(folder)
      spoil(folder)
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
