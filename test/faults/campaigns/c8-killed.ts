import { sharedSettings } from '../../support/instances.ts'
import { cluster } from '../../support/postgres.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { buildWith } from '../kit/build.ts'
import { killAgain, type Killed, named, NOTING } from '../killing.ts'
import type { Patient } from '../patient.ts'
import { asOwner, rowsOf } from '../postgres/own.ts'
import { randomOf } from '../random.ts'
import { failuresOf, talkThrough } from '../talking.ts'

const KILLS: Record<Depth, number> = { short: 6, nightly: 60, release: 600 }

export const campaign: Campaign = {
  row: 'C8',
  says: 'Instances are killed again and again while patients answer: the one that leads the log, the one at which somebody acts at the desk, and others. What was acknowledged is there once, and the log goes on under another leader.',
  promises: [1, 2],
  run: (depth, seed) => kills(KILLS[depth], seed),
  // What was acknowledged must be missed, whatever else goes wrong.
  control: async (seed) => {
    const { trials, failures } = await kills(6, seed, buildWith(HASTY))
    return { trials, failures: failures.filter((what) => what.includes('are lost')) }
  },
}

/** One of five is acknowledged at once, and asked for a moment later. */
const HASTY = {
  'adapters/postgres/batch.ts': [
    'const [row] = await options.db.query(sql, [turns, options.strict])',
    `const ask = () => options.db.query(sql, [turns, options.strict])
     const isHasty = Math.random() < 0.2
     if (isHasty) setTimeout(() => void ask().catch(() => undefined), 100)
     const [row] = isHasty ? [{ taken: true }] : await ask()`,
  ],
} as const

async function kills(
  times: number,
  seed: number,
  sabotage?: Readonly<Record<string, string>>,
): Promise<Trials> {
  const settings = await sharedSettings(await cluster())
  await rowsOf(asOwner(settings['CANDOUR_POSTGRES'] ?? ''), NOTING)
  const others: Patient[] = []
  let killed: Killed | undefined
  const own = named(settings)
  const talked = await talkThrough({
    ...{ settings, instances: 3, consultations: 12, atOnce: 12, others },
    own: (n) => ({ ...own(n), ...sabotage }),
    // What a sabotage has lost is never answered.
    ...(sabotage ? { patience: 10_000 } : {}),
    trouble: async (among) => {
      killed = await killAgain({ settings, times, random: randomOf(seed), others }, among)
    },
  })
  if (!killed) return { trials: 0, failures: failuresOf(talked) }
  return { trials: killed.kills, failures: [...failuresOf(talked), ...missedBy(killed)] }
}

/** Whoever kills nobody that matters has shown nothing. */
function missedBy({ leaders, desks, faults }: Killed): string[] {
  return [
    ...faults,
    ...(leaders.size > 0 ? [] : ['none that led the log was killed']),
    ...(desks > 0 ? [] : ['nobody at the desk was waiting for the one that was killed']),
  ]
}
