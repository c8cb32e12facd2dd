/** Visitors who come at once when told to: `visit.ts KIND PORT HOW-MANY`; prints milliseconds of each. */
import { once } from 'node:events'
import { type Meet, meetEcho, visitCandour } from './talker.ts'

const MEET: Readonly<Record<string, Meet>> = { candour: visitCandour, echo: meetEcho }
/** Not those who talk already. */
const FIRST = 10_000

async function main([kind = '', port, visitors]: readonly string[]): Promise<void> {
  const meet = MEET[kind]
  if (!meet) throw new Error(`no such peer: ${kind}`)
  console.log('ready')
  await once(process.stdin, 'data')
  const began = performance.now()
  const took = await Promise.all(
    Array.from({ length: Number(visitors) }, async (_, n) => {
      await meet(Number(port), FIRST + n)
      return performance.now() - began
    }),
  )
  console.log(JSON.stringify(took.sort((one, other) => one - other)))
}

await main(process.argv.slice(2))
process.exit()
