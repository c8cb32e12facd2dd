import type { Campaign, Depth, Trials } from '../campaign.ts'
import { ended } from '../kit/ends.ts'
import { broken } from '../kit/run.ts'
import { endUnderLoad } from '../kit/under-load.ts'

/** Of the heap of the program, and of that of the thread that writes. */
const TIMES: Readonly<Record<Depth, number>> = { short: 1, nightly: 10, release: 150 }

export const campaign: Campaign = {
  row: 'A5',
  says: 'The heap is full, the program’s or that of the thread that writes, while six people answer: V8 ends the process in the middle of whatever it does, and it is started again.',
  promises: [1, 2, 5],
  run: async (depth) => {
    const program = await runOut('no-room', TIMES[depth])
    const thread = await runOut('no-room-to-write', TIMES[depth])
    return {
      trials: program.trials + thread.trials,
      failures: [...program.failures, ...thread.failures],
    }
  },
  // What is acknowledged is committed a moment later.
  control: () => runOut('no-room', 1, broken('late')),
}

function runOut(
  how: 'no-room' | 'no-room-to-write',
  times: number,
  spoilt: Readonly<Record<string, string>> = {},
): Promise<Trials> {
  const own = ended(how)
  const NODE_OPTIONS = [own['NODE_OPTIONS'], spoilt['NODE_OPTIONS']].filter(Boolean).join(' ')
  return endUnderLoad({
    ...{ times, more: { ...own, ...spoilt, NODE_OPTIONS }, silent: true },
    end: async (server) => {
      const gone = server.gone()
      server.signal('SIGUSR2')
      return (await gone) === 0 ? ['it ended as if all were well'] : []
    },
  })
}
