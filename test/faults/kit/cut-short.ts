import type { Trials } from '../campaign.ts'
import { check } from './check.ts'
import { allPoints } from './inject.ts'
import { begun, copyOf, inPairs, newPlace, tell, type Telling } from './run.ts'
import { some } from './some.ts'

export interface CuttingShort {
  readonly most: number
  readonly seed: number
  readonly sabotage?: Telling['sabotage']
}

/**
 * No file may grow beyond the middle of a write that the story makes: the system takes the first half
 * of that write and refuses the rest.
 */
export async function cutShort({ most, seed, sabotage }: CuttingShort): Promise<Trials> {
  const place = newPlace()
  try {
    const base = await begun()
    const writes = (await allPoints(base)).filter(({ name }) => name === 'pwrite64')
    const sizes = [...new Set(writes.map(({ middle }) => middle))].toSorted((a, b) => a - b)
    const failures: string[] = []
    let trials = 0
    await inPairs(some(sizes, most, seed), async (size, lane) => {
      const folder = copyOf(base, place.path(`lane-${lane}`))
      const under = ['prlimit', `--fsize=${size}`]
      const heard = await tell(folder, { before: base.heard, under, sabotage })
      // Another time it may come to less.
      if (heard.code === 0 && sabotage === undefined) return
      trials += 1
      failures.push(...(await check(folder, heard)).map((one) => `up to ${size} bytes: ${one}`))
    })
    return { trials, failures }
  } finally {
    place.remove()
  }
}
