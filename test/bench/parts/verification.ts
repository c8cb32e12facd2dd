import { createHash } from 'node:crypto'
import { type Holds, verifyPack } from '../../../bot/evidence/verify/pack.ts'
import { comparePage } from '../../../bot/evidence/verify/page.ts'
import { replayPack } from '../../../bot/evidence/verify/replay.ts'
import { openClinic } from '../../support/clinic.ts'
import { installed, maker, packOf } from '../../support/packs.ts'
import * as story from '../../support/stories.ts'
import { kilobytes, least, type Part } from '../part.ts'
import { profiled } from '../profile.ts'

const RUNS = 40

/** One patient from the first message to the signature, among nobody else’s records. */
export const part: Part = {
  says: 'checking a pack, as a ratio to one plain SHA-256 over the same bytes',
  async run(print) {
    const clinic = openClinic()
    const { id } = await story.readyToSign(clinic)
    const pack = await packOf(clinic, id)
    const held = holding(pack)
    const plain = least(RUNS * 4, () => createHash('sha256').update(pack).digest())
    const steps = least(RUNS, () => holding(pack))
    const again = least(RUNS, () => takeAgain(held))
    print(
      `${kilobytes(pack.length)}, ${held.claim.records} records, ${held.files.size} files; SHA-256: ${plain.toFixed(2)} ms`,
    )
    const ratio = (took: number) => `${took.toFixed(1)} ms, ${(took / plain).toFixed(1)} times`
    print(`steps 0 to 9, without taking it again: ${ratio(steps)} (aim 15)`)
    print(`with every decision taken again:       ${ratio(steps + again)} (aim 25)`)
    await tellPage(held, print)
    await tell('without it', () => holding(pack), print)
    await tell('taking it again', () => takeAgain(held), print)
  },
}

function holding(pack: Uint8Array): Holds {
  const found = verifyPack(pack)
  if (!found.ok) throw new Error(found.detail)
  return found
}

function takeAgain(held: Holds): void {
  const taken = replayPack(held, installed)
  if (taken.ok !== true) throw new Error(taken.detail)
}

/** Not in the figure: it draws every statechart anew, which is no decision. */
async function tellPage(held: Holds, print: (line: string) => void): Promise<void> {
  const before = process.cpuUsage()
  const same = await comparePage(held, maker)
  if (same.ok !== true) throw new Error(same.detail)
  const { user, system } = process.cpuUsage(before)
  print(
    `making the readable page again, drawings and all, once: ${((user + system) / 1000).toFixed(0)} ms`,
  )
}

async function tell(which: string, what: () => void, print: (line: string) => void) {
  const found = await profiled(() => {
    for (let n = 0; n < RUNS; n += 1) what()
  })
  const lines = found.map(({ where, percent }) => `${where} ${percent.toFixed(0)}`)
  print(`profile, ${which}, of 100: ${lines.join(', ')}`)
}
