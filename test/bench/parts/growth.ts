import { join } from 'node:path'
import { type House, openHouse } from '../../../adapters/programs/house.ts'
import type { Claim } from '../../../bot/ports.ts'
import { newFolder } from '../../adapters/folder.ts'
import * as made from '../../adapters/turns.ts'
import { ENQUIRY } from '../../support/enquiry.ts'
import type { Part } from '../part.ts'
import { hold, median } from '../requirement.ts'
import { strangers } from '../speed/others.ts'

type Print = (line: string) => void

const LOG = [100, 10_000, 1_000_000]
const CONSULTATION = [100, 1_000, 10_000]
/** Past which a consultation is grown no further, in milliseconds of processor a turn. */
const TOO_SLOW = 20
const MEASURED = 40
const ROUNDS = 5
/** Records of a stranger’s consultation, and how many are added at once. */
const EACH = 500
const AT_ONCE = 20

/** Processor time, so that others who use the machine change little; the log’s own work included. */
export const part: Part = {
  says: 'processor of a turn as the log and as one consultation grow, beside empty ones',
  async run(print) {
    const [house, empty] = [await open(newFolder()), await open(newFolder())]
    // What runs often is compiled as it runs: neither is to be measured before that.
    for (const one of [house, empty, house, empty]) await costOf(one, await patient(one))
    await growLog(house, empty, print)
    await house.close()
    await growConsultation(empty, print)
    await empty.close()
  },
}

async function open(data: string): Promise<House> {
  const settings = { data: join(data, 'data'), kekFile: undefined, clinicDir: undefined }
  const house = await openHouse({ ...settings, mode: 'demo' })
  await house.candour.begin()
  return house
}

async function growLog(house: House, empty: House, print: Print): Promise<void> {
  let there = 0
  for (const records of LOG) {
    await addRecords(house, records - there)
    there = records
    const beside = strangers()
    const cost = await costOf(house, await patient(house))
    const least = await costOf(empty, await patient(empty))
    print(`log of ${records} records: ${shown(cost)} a turn; an empty one: ${shown(least)}`)
    const what = `processor of a turn with a log of ${records} records, of one with an empty log`
    hold(print, { what, figure: cost / least, is: 'at most', aim: 1.2, others: beside() })
  }
}

/** By the real store and the real sequencer, in large pieces. */
async function addRecords({ store, clinic, log }: House, count: number): Promise<void> {
  const wanted = Math.ceil(count / EACH)
  for (let from = 0; from < wanted; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, wanted - from) }, () => stranger(clinic.id))
    await Promise.all(some.map((turn) => store.commit(turn)))
    await log.settled()
  }
}

function stranger(clinic: string) {
  const records = Array.from({ length: EACH }, (_, seq) => made.record('open', seq))
  return made.turn(made.fresh('stranger'), 0, { clinic, records })
}

async function growConsultation(house: House, print: Print): Promise<void> {
  const one = await patient(house)
  for (const records of CONSULTATION) {
    while (one.turns() < records) await one.turn()
    const beside = strangers()
    const cost = await costOf(house, one)
    const least = await costOf(house, await patient(house))
    print(`consultation of ${records} records: ${shown(cost)} a turn; a new one: ${shown(least)}`)
    const what = `processor of a turn in a consultation of ${records} records, of one that begins`
    hold(print, { what, figure: cost / least, is: 'at most', aim: 1.2, others: beside() })
    if (cost > TOO_SLOW) return
  }
}

const shown = (milliseconds: number): string => `${(1000 * milliseconds).toFixed(0)} µs`

/** Milliseconds of processor that a turn takes: all threads, and its share of the log’s work. */
async function costOf(house: House, { turn }: Patient): Promise<number> {
  const rounds: number[] = []
  for (let n = 0; n < ROUNDS; n += 1) {
    const before = process.cpuUsage()
    for (let at = 0; at < MEASURED; at += 1) await turn()
    await house.log.settled()
    const { user, system } = process.cpuUsage(before)
    rounds.push((user + system) / 1000 / MEASURED)
  }
  return median(rounds)
}

type Patient = Awaited<ReturnType<typeof patient>>

/** Somebody who answers the enquiry, changes their mind, and answers it again. */
async function patient({ candour, chance, clocks }: House) {
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
  return { turn, turns: () => sent }
}
