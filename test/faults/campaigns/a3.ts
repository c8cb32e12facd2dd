import { setTimeout as pause } from 'node:timers/promises'
import type { Campaign, Depth } from '../campaign.ts'
import { broken } from '../kit/run.ts'
import { numbers } from '../kit/some.ts'
import { endUnderLoad } from '../kit/under-load.ts'

const KILLS: Readonly<Record<Depth, number>> = { short: 1, nightly: 60, release: 1000 }

export const campaign: Campaign = {
  row: 'A3',
  says: 'The server is killed at a random moment while six people answer, and is started again.',
  promises: [1, 2],
  run: (depth, seed) => killUnderLoad(KILLS[depth], seed),
  // What is acknowledged is committed a moment later.
  control: (seed) => killUnderLoad(1, seed, broken('late')),
}

function killUnderLoad(times: number, seed: number, more?: Readonly<Record<string, string>>) {
  const chance = numbers(seed)
  return endUnderLoad({
    ...{ times, more },
    end: async (server) => {
      await pause(chance() * 300)
      await server.kill()
      return []
    },
  })
}
