import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Part } from '../part.ts'
import { hold, median } from '../requirement.ts'
import { drive } from '../speed/drive.ts'
import { NODE, ROOT } from '../speed/processes.ts'
import { between, type Peer, startCandour, startEcho } from '../speed/servers.ts'

const RUNS = 5
const VISITORS = 100
const BUSY_WITH = { conversations: 100, warm: 2, seconds: 5 }

/** From a new connection to the first words: of Candour a token, a conversation, a stream and what is said on it. */
export const part: Part = {
  says: 'a hundred visitors who come at once to a server that a hundred others keep busy',
  async run(print) {
    const slowest = new Map<string, number[]>()
    let others = 0
    await between([startEcho, startCandour], async (peers) => {
      for (let n = 0; n < RUNS; n += 1)
        for (const peer of peers) {
          const found = await visited(peer)
          slowest.set(peer.name, [...(slowest.get(peer.name) ?? []), found.slowest])
          others = Math.max(others, found.others)
        }
    })
    const of = (name: string) => median(slowest.get(name) ?? [])
    for (const name of slowest.keys())
      print(`${name.padEnd(8)} slowest first answer ${of(name).toFixed(0)} ms, median of ${RUNS}`)
    const figure = of('candour') / of('echo')
    const what = 'slowest first answer, of the echo bot’s'
    hold(print, { what, figure, is: 'at most', aim: 0.25, others })
  },
}

async function visited(peer: Peer): Promise<{ slowest: number; others: number }> {
  const visit = spawn(
    process.execPath,
    [...NODE, 'test/bench/speed/visit.ts', peer.kind, `${peer.port}`, `${VISITORS}`],
    { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: visit.stdout })[Symbol.asyncIterator]()
  await lines.next()
  let took: readonly number[] = []
  const driven = await drive(peer, BUSY_WITH, async () => {
    visit.stdin.end('go')
    const { value = '[]' } = (await lines.next()) as { value?: string }
    took = JSON.parse(value) as number[]
  })
  const slowest = took.at(-1)
  if (slowest === undefined) throw new Error(`nobody could visit ${peer.name}`)
  return { slowest, others: driven.others }
}
