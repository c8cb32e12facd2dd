/** The load, in a process of its own: `load.ts KIND PORT CONVERSATIONS WARM-SECONDS SECONDS`. */
import { type Meet, meetCandour, meetChanging, meetEcho, type Talker } from './talker.ts'
import { meetEchoTold, meetTeams } from './teams-talker.ts'

export interface Measured {
  readonly turns: number
  readonly perSecond: number
  /** Milliseconds from sending to having read the reply. */
  readonly p50: number
  readonly p99: number
  /** Cores that the load itself used. */
  readonly load: number
  /** Seconds that it took. */
  readonly elapsed: number
}

const MEET: Readonly<Record<string, Meet>> = {
  ...{ candour: meetCandour, changing: meetChanging, echo: meetEcho, teams: meetTeams },
  'echo-told': meetEchoTold,
}

async function main([kind = '', ...numbers]: readonly string[]): Promise<void> {
  const [port = 0, conversations = 1, warm = 1, seconds = 1] = numbers.map(Number)
  const meet = MEET[kind]
  if (!meet) throw new Error(`no such peer: ${kind}`)
  const met: Talker[] = []
  for (let n = 0; n < conversations; n += TOGETHER)
    met.push(...(await Promise.all(some(n, conversations).map((one) => meet(port, one)))))
  await talk(met, warm)
  console.log('warm')
  console.log(JSON.stringify(await talk(met, seconds)))
  met.forEach((one) => one.close())
}

/** A connection on which nothing is sent is closed, so nobody waits long for the last. */
const TOGETHER = 10
const some = (from: number, most: number) =>
  Array.from({ length: Math.min(TOGETHER, most - from) }, (_, n) => from + n)

async function talk(met: readonly Talker[], seconds: number): Promise<Measured> {
  const took: number[] = []
  const cpu = process.cpuUsage()
  const began = performance.now()
  const until = began + seconds * 1000
  await Promise.all(
    met.map(async ({ turn }) => {
      for (let at = performance.now(); at < until; at = performance.now()) {
        await turn()
        took.push(performance.now() - at)
      }
    }),
  )
  const elapsed = performance.now() - began
  const { user, system } = process.cpuUsage(cpu)
  took.sort((one, other) => one - other)
  const at = (part: number) => took[Math.floor((took.length - 1) * part)] ?? 0
  return {
    ...{ turns: took.length, perSecond: took.length / (elapsed / 1000), elapsed: elapsed / 1000 },
    ...{ p50: at(0.5), p99: at(0.99), load: (user + system) / 1000 / elapsed },
  }
}

await main(process.argv.slice(2))
process.exit()
