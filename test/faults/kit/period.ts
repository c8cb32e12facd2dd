import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClocks } from '../../../adapters/config/clocks.ts'
import { createMemoryKeys } from '../../../adapters/keys/memory.ts'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import type { Store } from '../../../bot/ports.ts'
import { chance, type OpenClinic, openClinic, type standingClocks } from '../../support/clinic.ts'
import * as story from '../../support/stories.ts'

/** Somebody who is thinking it over, at a clinic on a real disk whose machine's clock can be set. */
export interface Thinking {
  readonly id: string
  readonly ends: number
  readonly began: number
  /** The machine says so from now on. */
  set(milliseconds: number): void
  /** The process ends, and when the machine says so another one starts. */
  restart(at: number): Promise<void>
  /** They come back and say that they are ready; answers what they are asked then. */
  comeBack(): Promise<string>
  records(): Promise<number>
  close(): Promise<void>
}

export async function thinking(): Promise<Thinking> {
  const folder = mkdtempSync(join(tmpdir(), 'candour-period-'))
  const keys = createMemoryKeys({ chance })
  const machine = { now: Date.parse('2026-11-23T10:00:00.000Z') }
  let store: Store
  const open = async (): Promise<OpenClinic> => {
    store = createSqliteStore({ path: join(folder, 'candour.sqlite') })
    return openClinic({ store, keys, clocks: clocksOn(machine) })
  }
  let clinic = await open()
  const patient = await story.enquired(clinic)
  const id = await patient.consultation()
  await story.refuseGp(patient)
  await story.answersAll(clinic, patient)
  await story.prepare(clinic, id)
  await story.assess(clinic, id)
  await story.answersAll(clinic, await story.comesBack(clinic, id))
  await story.decidesAll(clinic, id)
  const hours = Number(await story.factOf(clinic, id, 'reflection-hours'))
  const ends = machine.now + hours * 3_600_000
  return {
    ...{ id, ends, began: machine.now },
    set: (milliseconds) => void (machine.now = milliseconds),
    async restart(at) {
      await store.close()
      machine.now = at
      clinic = await open()
    },
    async comeBack() {
      const back = await story.comesBack(clinic, id)
      await back.choose('ready-to-say')
      return (await back.question())?.content ?? ''
    },
    records: async () => (await store.heads(id)).open,
    async close() {
      await store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Machine {
  now: number
}

/** Those that the product has. */
function clocksOn(machine: Machine): ReturnType<typeof standingClocks> {
  const clocks = createClocks({ now: () => machine.now })
  return { ...clocks, set: (at) => void (machine.now = Date.parse(at)) }
}
