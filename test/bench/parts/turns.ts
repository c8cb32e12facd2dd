import type { Part } from '../part.ts'
import { hold } from '../requirement.ts'
import { alternate, type Runs, told, warmUp } from '../speed/drive.ts'
import {
  between,
  type Peer,
  startAgents,
  startCandour,
  startEcho,
  startVariant,
  type Variant,
} from '../speed/servers.ts'

const RUNS = 5
const AT_ONCE = [1, 10, 100]
const TIMES = { warm: 1, seconds: 4 }

type Print = (line: string) => void

/** Sealed, encrypted and on disk before the reply, beside echoes that keep nothing. */
export const part: Part = {
  says: 'a durable turn over Direct Line beside echo bots in memory, and what durability costs',
  async run(print) {
    await between([startEcho, startAgents, startCandour], async (peers) => {
      await warmUp(peers)
      for (const conversations of AT_ONCE)
        holdToEcho(conversations, await runsOf(peers, conversations, print), print)
      await runsOf([...peers.filter(({ kind }) => kind === 'echo'), ...changing(peers)], 100, print)
    })
    await beside(['forgetful'], holdToForgetful, print)
    await beside(['one-by-one', 'naive'], holdToNaive, print)
  },
}

/** The same server, whose patients change an answer again and again: the dearest turns there are. */
const changing = (peers: readonly Peer[]): Peer[] =>
  peers
    .filter(({ kind }) => kind === 'candour')
    .map((peer) => ({ ...peer, name: 'changing', kind: 'changing' }))

async function runsOf(peers: readonly Peer[], conversations: number, print: Print): Promise<Runs> {
  const runs = await alternate(peers, { conversations, ...TIMES }, RUNS)
  print(`${conversations} at once, medians of ${RUNS} alternating runs of ${TIMES.seconds} s`)
  for (const { name } of peers) print(`  ${told(name, runs)}`)
  return runs
}

function holdToEcho(conversations: number, { ratio, others }: Runs, print: Print): void {
  if (conversations === 1) return
  const [rate, late] = [
    ratio('candour', 'echo', ({ perSecond }) => perSecond),
    ratio('candour', 'echo', ({ p99 }) => p99),
  ]
  const at = `at ${conversations}, of the echo bot’s`
  hold(print, { what: `turns/s ${at}`, figure: rate, is: 'at least', aim: 1, others })
  hold(print, { what: `turns/s ${at}, the aim`, figure: rate, is: 'at least', aim: 2.3, others })
  hold(print, { what: `p99 ${at}`, figure: late, is: 'at most', aim: 1, others })
  hold(print, { what: `p99 ${at}, the aim`, figure: late, is: 'at most', aim: 0.5, others })
}

type Hold = (runs: Runs, print: Print) => void

/** The same server, and others that it becomes with a module or two replaced. */
async function beside(names: readonly Variant[], hold: Hold, print: Print): Promise<void> {
  const variants = names.map((name) => () => startVariant(name))
  await between([startCandour, ...variants], async (peers) => {
    await warmUp(peers)
    hold(await runsOf(peers, 100, print), print)
  })
}

/** It commits nothing. */
function holdToForgetful({ ratio, others }: Runs, print: Print): void {
  const tax = 100 * (1 - ratio('candour', 'forgetful', ({ perSecond }) => perSecond))
  const what = 'turns/s at 100 that durability costs'
  hold(print, { what, figure: tax, is: 'at most', aim: 15, unit: ' %', others })
}

/**
 * It commits each turn by itself on the main thread, and answers all that have come before it looks for
 * more; `one-by-one` does the former alone.
 */
function holdToNaive({ ratio, others }: Runs, print: Print): void {
  const loopOf = (name: Variant) => ratio('candour', name, ({ loop }) => loop)
  const what = 'event-loop delay p99 at 100, of one with a transaction for each turn'
  hold(print, { what, figure: loopOf('naive'), is: 'at most', aim: 0.2, others })
  print(`  where that too lets few in at a time: ${loopOf('one-by-one').toFixed(2)}`)
}
