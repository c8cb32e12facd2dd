import type { Campaign, Trials } from '../campaign.ts'
import { onBuildWith } from '../kit/build.ts'
import { thinking } from '../kit/period.ts'

const PARTS = [1, 50, 99, 99.9, 100, 101]

export const campaign: Campaign = {
  row: 'E4',
  says: 'The process ends and starts again at 1, 50, 99, 99.9, 100 and 101 % of the time to think: it ends when it would have ended.',
  promises: [8],
  run: () => restarts(),
  // Its clock stands still while it does not run.
  control: (seed) => onBuildWith(STANDING_STILL, import.meta.filename, seed),
}

const STANDING_STILL = {
  'adapters/config/clocks.ts': [
    'const wall = onward(now)',
    `const lost = now() - (globalThis.ran ?? now())
     const machine = now
     now = () => (globalThis.ran = machine() - lost)
     const wall = onward(now)`,
  ],
} as const

async function restarts(): Promise<Trials> {
  const one = await thinking()
  const failures: string[] = []
  try {
    for (const part of PARTS) {
      const since = ((one.ends - one.began) * part) / 100
      await one.restart(one.began + since)
      const asked = await one.comeBack()
      const over = asked === 'cooling-off/enough-time'
      if (over !== part >= 100) failures.push(`at ${part} % they are asked ${asked}`)
      if (over) break
    }
    return { trials: PARTS.length, failures }
  } finally {
    await one.close()
  }
}
