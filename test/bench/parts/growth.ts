import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type House, openHouse } from '../../../adapters/programs/house.ts'
import type { Payload } from '../../../bot/evidence/record.ts'
import type { Claim } from '../../../bot/ports.ts'
import { newFolder } from '../../adapters/folder.ts'
import { ENQUIRY } from '../../support/enquiry.ts'
import type { Part } from '../part.ts'
import { hold, median } from '../requirement.ts'
import { growTo, payloadsOf, recordsIn } from '../speed/many.ts'
import { strangers } from '../speed/others.ts'

type Print = (line: string) => void

const LOG = [100, 10_000, 1_000_000]
const CONSULTATION = [100, 1_000, 10_000]
/** Past which a consultation is grown no further, in milliseconds of processor a turn. */
const TOO_SLOW = 20
const MEASURED = 40
const ROUNDS = 7
/** How many answers each of those gives who fill the log. */
const ANSWERS = 80

/**
 * Processor time, so that others who use the machine change little; the log’s own work included. A
 * log of a million records is 4 GB and takes a quarter of an hour: `BENCH_LOG` names a folder in
 * which it is kept, and grown no further than it has to be, from one run to the next.
 */
export const part: Part = {
  says: 'processor of a turn as the log and as one consultation grow, beside empty ones',
  async run(print) {
    const said = await whatSomebodySaid()
    const empty = await open(newFolder())
    // What runs often is compiled as it runs: it is not to be measured before that.
    for (let n = 0; n < 3; n += 1) await costs([await patient(empty)])
    await growLog(empty, said, print)
    await growConsultation(empty, print)
    await empty.close()
  },
}

async function open(folder: string): Promise<House> {
  const settings = { data: join(folder, 'data'), kekFile: undefined, clinicDir: undefined }
  const house = await openHouse({ ...settings, mode: 'demo' })
  await house.candour.begin()
  return house
}

async function whatSomebodySaid(): Promise<readonly Payload[]> {
  const folder = newFolder()
  const house = await open(folder)
  const one = await patient(house)
  while (one.turns() < ANSWERS) await one.turn()
  await house.log.settled()
  await house.close()
  return payloadsOf({ data: join(folder, 'data'), clinic: house.clinic.id })
}

async function growLog(empty: House, said: readonly Payload[], print: Print): Promise<void> {
  const folder = process.env['BENCH_LOG'] ?? newFolder()
  mkdirSync(folder, { recursive: true })
  const kept = { data: join(folder, 'data'), clinic: empty.clinic.id }
  // Its log begins here, and its keys are made.
  await (await open(folder)).close()
  for (const records of LOG) {
    if ((await recordsIn(kept)) > 2 * records) continue
    await growTo(records, said, kept)
    const began = performance.now()
    const house = await open(folder)
    const took = (performance.now() - began) / 1000
    // All records are hashed again once a day: that is no turn's.
    await house.log.settled()
    const beside = strangers()
    const [cost = NaN, least = NaN] = await costs([await patient(house), await patient(empty)])
    print(`log of ${records} records: ${shown(cost)} a turn; an empty one: ${shown(least)}`)
    print(`  opened in ${took.toFixed(2)} s, ${(memory() / 1024).toFixed(0)} MB`)
    const what = `processor of a turn with a log of ${records} records, of one with an empty log`
    hold(print, { what, figure: cost / least, is: 'at most', aim: 1.2, others: beside() })
    await house.close()
  }
}

const memory = () => process.memoryUsage.rss() / 1024

async function growConsultation(house: House, print: Print): Promise<void> {
  const one = await patient(house)
  for (const records of CONSULTATION) {
    while (one.turns() < records) await one.turn()
    const beside = strangers()
    const [cost = NaN, least = NaN] = await costs([one, await patient(house)])
    print(`consultation of ${records} records: ${shown(cost)} a turn; a new one: ${shown(least)}`)
    const what = `processor of a turn in a consultation of ${records} records, of one that begins`
    hold(print, { what, figure: cost / least, is: 'at most', aim: 1.2, others: beside() })
    if (cost > TOO_SLOW) return
  }
}

const shown = (milliseconds: number): string => `${(1000 * milliseconds).toFixed(0)} µs`

/**
 * Milliseconds of processor that a turn of each takes: all threads, and its share of the log’s work.
 * In turn, so that a machine that slows down slows all of them.
 */
async function costs(patients: readonly Patient[]): Promise<readonly number[]> {
  const rounds = patients.map((): number[] => [])
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [at, { turn, settled }] of patients.entries()) {
      const before = process.cpuUsage()
      for (let times = 0; times < MEASURED; times += 1) await turn()
      await settled()
      const { user, system } = process.cpuUsage(before)
      rounds[at]?.push((user + system) / 1000 / MEASURED)
    }
  }
  return rounds.map(median)
}

type Patient = Awaited<ReturnType<typeof patient>>

/** Somebody who answers the enquiry, changes their mind, and answers it again. */
async function patient({ candour, chance, clocks, log }: House) {
  const sitting = chance.id()
  const claim: Claim = { sitting, began: clocks.wall(), channel: 'widget', visitor: true }
  const [first] = await candour.sittings.visitor(claim)
  let question = first?.message.question
  let sent = 0
  const turn = async () => {
    const round = /^enquiry#(\d+)/.exec(question?.id ?? '')?.[1] ?? '1'
    const known = question && ENQUIRY[question.content]
    const value = known
      ? { question: question?.id, ...known }
      : { change: `enquiry#${round}/full-name` }
    const taken = await candour.sittings.take(claim, { key: `${sent}`, value })
    if (!taken.ok) throw new Error(`not taken: ${taken.why}`)
    question = taken.activities.at(-1)?.message.question
    sent += 1
  }
  for (let at = 0; at < 12; at += 1) await turn()
  return { turn, turns: () => sent, settled: () => log.settled() }
}
