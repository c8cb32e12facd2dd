import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillDemo } from '../../../adapters/programs/demo/people.ts'
import { type House, openHouse } from '../../../adapters/programs/house.ts'
import { kilobytes, type Part } from '../part.ts'

const FILES = ['candour.sqlite', 'candour.sqlite-wal'] as const

/** The eight made-up consultations of the demo, taken by the real engine into the real files. */
export const part: Part = {
  says: 'bytes that a turn leaves in SQLite, its file and what is written ahead of it',
  async run(print) {
    const data = mkdtempSync(join(tmpdir(), 'candour-bench-'))
    try {
      // The words and the statecharts are kept once, whoever comes.
      await (await open(data)).close()
      const empty = lengthsIn(data)
      const house = await open(data)
      const turns = await filled(house)
      const running = lengthsIn(data)
      await house.close()
      const closed = lengthsIn(data)
      const each = (bytes: number) => kilobytes((bytes - empty.file) / turns.taken)
      print(
        `${turns.taken} turns of ${turns.consultations} consultations, ${turns.records} records`,
      )
      print(
        `${each(running.file + running.ahead)} a turn while it runs (of it written ahead: ${kilobytes(running.ahead)} in all)`,
      )
      print(`${each(closed.file)} a turn after a checkpoint`)
      print(
        `${kilobytes(turns.sealed / turns.taken)} a turn are sealed records; the rest is leaves, proofs’ tiles, what sittings hold and SQLite’s own`,
      )
      print(`${kilobytes(empty.file)} before anybody came: words, statecharts, indexes`)
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  },
}

async function open(data: string): Promise<House> {
  const house = await openHouse({ data, mode: 'demo', kekFile: undefined, clinicDir: undefined })
  await house.candour.begin()
  return house
}

async function filled({ candour, clinic, clocks, store, log }: House) {
  await fillDemo({ ...candour, clinic, now: clocks.clock() })
  await log.settled()
  const rows = await store.consultations(clinic.id)
  const stored = await Promise.all(rows.map(({ id }) => store.load(id)))
  const records = stored.flat()
  // A turn has one open record; what is said apart goes with it.
  const taken = records.filter(({ stream }) => stream === 'open').length
  const sealed = records.reduce((sum, one) => sum + one.sealed.body.length, 0)
  return { taken, sealed, records: records.length, consultations: rows.length }
}

function lengthsIn(data: string): { readonly file: number; readonly ahead: number } {
  const [file = 0, ahead = 0] = FILES.map(
    (name) => statSync(join(data, name), { throwIfNoEntry: false })?.size ?? 0,
  )
  return { file, ahead }
}
