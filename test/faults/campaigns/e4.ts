import type { Campaign, Trials } from '../campaign.ts'
import { thinking } from '../kit/period.ts'

const PARTS = [1, 50, 99, 99.9, 100, 101]

export const campaign: Campaign = {
  row: 'E4',
  says: 'The process ends and starts again at 1, 50, 99, 99.9, 100 and 101 % of the time to think: it ends when it would have ended.',
  promises: [8],
  run: () => restarts(() => 0),
  // Time that passed before a restart does not count.
  control: () => restarts((since) => -since),
}

async function restarts(lost: (since: number) => number): Promise<Trials> {
  const one = await thinking(false)
  const failures: string[] = []
  try {
    for (const part of PARTS) {
      const since = ((one.ends - one.began) * part) / 100
      await one.restart()
      one.set(one.began + since + lost(since))
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
