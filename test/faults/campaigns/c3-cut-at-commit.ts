import { setTimeout as pause } from 'node:timers/promises'
import { sharedSettings } from '../../support/instances.ts'
import { cluster, ROLE } from '../../support/postgres.ts'
import type { Campaign, Depth, Trials } from '../campaign.ts'
import { Cutter } from '../postgres/cutter.ts'
import { asOwner, rowsOf } from '../postgres/own.ts'
import { FORGETFUL } from '../postgres/sabotage.ts'
import { randomOf } from '../random.ts'
import { failuresOf, talkThrough } from '../talking.ts'

const CUTS: Record<Depth, number> = { short: 20, nightly: 500, release: 10_000 }

export const campaign: Campaign = {
  row: 'C3',
  says: 'The connection to PostgreSQL is cut as a turn is committed, before it, after it or before its answer: whoever sends again is answered, and it is there once.',
  promises: [1, 2],
  run: (depth, seed) => cuts(CUTS[depth], seed),
  // Of ten that are cut one is taken twice: of twenty it may be none.
  control: (seed) => cuts(100, seed, FORGETFUL),
}

async function cuts(many: number, seed: number, sabotage?: string): Promise<Trials> {
  const of = await cluster()
  const cutter = new Cutter(Number(new URL(of.url(ROLE, '')).port), randomOf(seed))
  await cutter.listen()
  try {
    const direct = await sharedSettings(of)
    if (sabotage) await rowsOf(asOwner(direct['CANDOUR_POSTGRES'] ?? ''), sabotage)
    const talked = await talkThrough({
      settings: {
        ...direct,
        CANDOUR_POSTGRES: cutter.through(direct['CANDOUR_POSTGRES'] ?? ''),
        CANDOUR_POSTGRES_KEYS: cutter.through(direct['CANDOUR_POSTGRES_KEYS'] ?? ''),
      },
      ...{ instances: 2, consultations: 12, atOnce: 12, later: 3 },
      trouble: async ({ talking }) => {
        cutter.each = 20
        while (cutter.cuts < many && talking()) await pause(20)
        cutter.each = 0
      },
    })
    return { trials: cutter.cuts, failures: failuresOf(talked) }
  } finally {
    await cutter.close()
  }
}
