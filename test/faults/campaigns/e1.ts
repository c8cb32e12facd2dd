import type { Campaign, Trials } from '../campaign.ts'
import { onBuildWith } from '../kit/build.ts'
import { type Thinking, thinking } from '../kit/period.ts'

const HOUR = 3_600_000
const BACK = [2001, HOUR, 24 * HOUR, 365 * 24 * HOUR, Infinity]
const PARTS = [0.01, 0.25, 0.5, 0.75, 0.99]

export const campaign: Campaign = {
  row: 'E1',
  says: 'The clock of the machine goes back, by seconds or to 1970, while somebody thinks it over: nothing is taken until it is right again.',
  promises: [5, 8],
  run: (depth) => goBack(BACK, depth === 'short' ? [0.5] : PARTS),
  // However far a clock goes back, it is waited out.
  control: (seed) => onBuildWith(UNWATCHED, import.meta.filename, seed),
}

const UNWATCHED = {
  'adapters/config/clocks.ts': ['TOLERATED = 2000', 'TOLERATED = Infinity'],
} as const

async function goBack(all: readonly number[], parts: readonly number[]): Promise<Trials> {
  const one = await thinking()
  const failures: string[] = []
  try {
    for (const part of parts) {
      const now = one.began + (one.ends - one.began) * part
      for (const by of all) {
        one.set(now)
        await one.comeBack()
        const fault = await jump(one, Math.max(0, now - by))
        if (fault) failures.push(`${by / 1000} seconds back at ${part * 100} %: ${fault}`)
      }
    }
    return { trials: parts.length * all.length, failures }
  } finally {
    await one.close()
  }
}

async function jump(one: Thinking, to: number): Promise<string | undefined> {
  const before = await one.records()
  one.set(to)
  const taken = await one.comeBack().then(
    () => true,
    () => false,
  )
  const after = await one.records()
  if (taken) return 'it was taken'
  return after === before ? undefined : `${after - before} records were made`
}
