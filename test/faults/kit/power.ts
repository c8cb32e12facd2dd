import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '../../../adapters/sqlite/connection.ts'
import { createSqliteReader, type Reader } from '../../../adapters/sqlite/reader.ts'
import type { Trials } from '../campaign.ts'
import { check } from './check.ts'
import { Disk, type Fate } from './disk.ts'
import { examine } from './examine.ts'
import { newPlace, tell, type Telling } from './run.ts'
import { numbers } from './some.ts'
import { type Call, readTrace, TRACING } from './trace.ts'
import { type Heard, listen } from './world.ts'

export interface PowerCuts {
  /** How many states of the disk are opened. */
  readonly states: number
  readonly seed: number
  readonly sabotage?: Telling['sabotage']
  /** One state in so many is opened by the whole house, which goes on from there. */
  readonly whole: number
}

/**
 * Records every write and flush of the story, from an empty folder on, and cuts the power after each
 * of them: what was not flushed is kept, lost, kept in part or torn. Every state is opened.
 */
export async function cutPower({ states, seed, sabotage, whole }: PowerCuts): Promise<Trials> {
  const place = newPlace()
  try {
    const { calls, folder } = await record(place.path('story'), sabotage)
    const state = place.path('state')
    const ballast = join(folder, 'candour.sqlite.ballast')
    const chance = numbers(seed)
    const failures: string[] = []
    let trials = 0
    const each = Math.max(1, Math.ceil(states / calls.length))
    const step = Math.max(1, Math.floor((calls.length * each) / states))
    const disk = new Disk()
    let said = ''
    for (const [n, call] of calls.entries()) {
      if (call.name === 'say') said += call.bytes?.toString() ?? ''
      else disk.take(call)
      if (n % step !== seed % step) continue
      const heard = listen(said)
      for (let one = 0; one < each; one += 1) {
        const fate = fateOf(one, chance)
        disk.write(state, fate.choose)
        trials += 1
        // What was being erased is erased by the next start.
        const full = trials % whole === 0 || heard.open?.kind === 'erase'
        if (full) linkSync(ballast, join(state, 'candour.sqlite.ballast'))
        const found = full ? await check(state, heard) : await look(state, heard)
        const where = `after ${call.name} ${call.path} (${n}), ${fate.name}`
        failures.push(...found.map((fault) => `${where}: ${fault}`))
      }
    }
    return { trials, failures }
  } finally {
    place.remove()
  }
}

async function record(folder: string, sabotage: Telling['sabotage']) {
  const log = `${folder}.trace`
  writeFileSync(log, '')
  const ended = await tell(folder, { under: [...TRACING, '-o', log], sabotage })
  if (ended.code !== 0) throw new Error(`it cannot be recorded: ${ended.errors}`)
  const calls: readonly Call[] = readTrace(log, folder)
  rmSync(log)
  return { calls, folder }
}

/** The first of each moment are the plain ones; the others are as chance has it. */
function fateOf(n: number, chance: () => number): { name: string; choose: Fate } {
  if (n === 0) return { name: 'all lost', choose: () => 'lost' }
  if (n === 1) return { name: 'all kept', choose: () => 'kept' }
  if (n === 2) {
    return { name: 'last torn', choose: (_, at, last) => (at === last ? chance() : 'kept') }
  }
  const part = chance()
  const some: Fate = () => (chance() < part ? 'lost' : chance() < 0.1 ? chance() : 'kept')
  return { name: 'some lost', choose: some }
}

/** The database recovers, has what was acknowledged, and all of it verifies. */
async function look(folder: string, heard: Heard): Promise<string[]> {
  if (!heard.ready) return []
  const path = join(folder, 'candour.sqlite')
  try {
    connect(path).close()
    const reader = createSqliteReader({ path })
    const faults = missing(reader, heard)
    reader.close()
    return [...faults, ...(await examine(folder))]
  } catch (error) {
    return [`does not open: ${error instanceof Error ? error.message : String(error)}`]
  }
}

function missing(reader: Reader, { acked }: Heard): string[] {
  const counted = new Map<string, readonly [open: number, restricted: number]>()
  return acked.flatMap(({ id, who, heads, kind }) => {
    const [open, restricted] = counted.get(id) ?? countOf(reader, id)
    counted.set(id, [open, restricted])
    const whole = open >= heads.open && restricted >= heads.restricted
    return whole ? [] : [`${kind} of ${who} was acknowledged and is not there`]
  })
}

function countOf(reader: Reader, id: string): [open: number, restricted: number] {
  const streams = reader.load(id).map(({ stream }) => stream)
  const open = streams.filter((one) => one === 'open').length
  return [open, streams.length - open]
}
