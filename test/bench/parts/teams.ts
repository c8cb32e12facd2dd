import type { Part } from '../part.ts'
import { hold } from '../requirement.ts'
import { alternate, told, warmUp } from '../speed/drive.ts'
import { between, startEcho, startEchoTold, startTeams } from '../speed/servers.ts'

const RUNS = 5
const AT_ONCE = 100
const TIMES = { warm: 1, seconds: 4 }

/** A signed token, an answer on record, a card in place and the next question sent to Teams. */
export const part: Part = {
  says: 'a durable answer of a practitioner in Teams beside the stock Bot Framework echo bot',
  async run(print) {
    await between([startEcho, startEchoTold, startTeams], async (peers) => {
      await warmUp(peers)
      const runs = await alternate(peers, { conversations: AT_ONCE, ...TIMES }, RUNS)
      print(`${AT_ONCE} at once, medians of ${RUNS} alternating runs of ${TIMES.seconds} s`)
      for (const { name } of peers) print(`  ${told(name, runs)}`)
      const alike = runs.ratio('teams', 'echo-told', ({ perSecond }) => perSecond)
      print(
        `  of an echo bot’s that is not asked for a token, and sends its answer: ${alike.toFixed(2)}`,
      )
      const figure = runs.ratio('teams', 'echo', ({ perSecond }) => perSecond)
      const what = `turns/s in Teams at ${AT_ONCE}, of the echo bot’s`
      hold(print, { what, figure, is: 'at least', aim: 0.8, others: runs.others })
    })
  },
}
