import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import type { Store } from '../../../bot/ports.ts'
import { newFolder } from '../../adapters/folder.ts'
import * as made from '../../adapters/turns.ts'
import type { Part } from '../part.ts'
import { hold, median } from '../requirement.ts'
import { strangers } from '../speed/others.ts'

const RUNS = 5
const MILLISECONDS = 1000
const TOGETHER = [1, 10, 100]
const PAGE = Buffer.alloc(4096, 1)
/** As large as what a turn of the enquiry leaves: see the part `storage`. */
const BODIES = { record: 1400, said: 900, reply: 112 }

/** One conversation’s next turn, on disk when it resolves. */
type Commit = (consultation: string, seq: number) => Promise<void>

/** The store alone, with turns of the size that they have, beside what the disk does by itself. */
export const part: Part = {
  says: 'turns that the store commits beside raw writes with fdatasync, in the same run',
  async run(print) {
    const folder = newFolder()
    const store = createSqliteStore({ path: join(folder, 'bench.sqlite') })
    const [beside, rates] = [strangers(), await ratesIn(folder, store)]
    const busy = beside()
    await store.close()
    const of = (name: string) => median(rates.get(name) ?? [])
    for (const name of rates.keys()) print(`${name.padEnd(22)} ${of(name).toFixed(0)} a second`)
    const to = (name: string) => of(nameOf(100)) / of(name)
    const judged = { is: 'at least', others: busy } as const
    const raw = 'turns/s at 100 together, of raw fdatasyncs/s'
    hold(print, { ...judged, what: raw, figure: to(RAW), aim: 4 })
    const alone = 'turns/s at 100 together, of those committed one by one'
    hold(print, { ...judged, what: alone, figure: to(nameOf(1)), aim: 6 })
  },
}

const RAW = 'write and fdatasync'
const nameOf = (together: number) => `turns, ${together} together`

async function ratesIn(folder: string, store: Store): Promise<ReadonlyMap<string, number[]>> {
  const rates = new Map<string, number[]>()
  const add = (name: string, rate: number) => rates.set(name, [...(rates.get(name) ?? []), rate])
  const commit = committing(store)
  for (let run = 0; run < RUNS; run += 1) {
    add(RAW, rawIn(join(folder, 'raw')))
    for (const together of TOGETHER) add(nameOf(together), await turnsIn(commit, together))
  }
  return rates
}

/** One page written over and over: nothing that is durable can be quicker than this. */
function rawIn(path: string): number {
  const file = openSync(path, 'w')
  const began = performance.now()
  let count = 0
  for (; performance.now() - began < MILLISECONDS; count += 1) {
    writeSync(file, PAGE, 0, PAGE.length, 0)
    fdatasyncSync(file)
  }
  closeSync(file)
  return (1000 * count) / (performance.now() - began)
}

async function turnsIn(commit: Commit, together: number): Promise<number> {
  const ids = Array.from({ length: together }, () => made.fresh('bench'))
  const began = performance.now()
  let seq = 0
  for (; performance.now() - began < MILLISECONDS; seq += 1)
    await Promise.all(ids.map((id) => commit(id, seq)))
  return (1000 * seq * together) / (performance.now() - began)
}

function committing(store: Store): Commit {
  return async (id, seq) => {
    const turn = made.turn(id, seq, {
      records: [{ ...made.record('open', seq), sealed: body(BODIES.record) }],
      sittings: [made.sitting(id, id, { activities: 2 * seq + 2 })],
      activities: [{ sitting: id, n: 2 * seq, sealed: body(BODIES.said) }],
      key: { sitting: id, key: `message ${seq}`, reply: body(BODIES.reply) },
    })
    const done = await store.commit(turn)
    if (done !== 'committed') throw new Error(`the store said ${done}`)
  }
}

const body = (length: number) => ({ ...made.sealed(), body: new Uint8Array(length).fill(7) })
