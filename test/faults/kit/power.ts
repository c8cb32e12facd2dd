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

/** So many fates of a moment at most: where little was in doubt, there are no more that differ. */
const FATES = 60

/**
 * Records every write and flush of the story, from an empty folder on, and cuts the power after each
 * of them: what was not flushed is kept, lost, kept in part or torn. Each state that differs from
 * those before is opened.
 */
export async function cutPower({ states, seed, sabotage, whole }: PowerCuts): Promise<Trials> {
  const place = newPlace()
  try {
    const { calls, folder } = await record(place.path('story'), sabotage)
    const paths = { state: place.path('state'), ballast: join(folder, 'candour.sqlite.ballast') }
    const chance = numbers(seed)
    const step = Math.max(1, Math.floor((calls.length * PLAIN) / states))
    const seen = new Set<string>()
    const failures: string[] = []
    for (let n = 0; n < FATES && seen.size < states; n += 1) {
      for (const { moment, call, said, heard, disk } of momentsOf(calls)) {
        // Before it was ready nothing was promised but that it starts.
        const asked = moment % step === seed % step && (heard.ready || n < PLAIN)
        if (!asked || seen.size >= states) continue
        const fate = fateOf(n, chance)
        const { digest, lay } = disk.left(fate.choose)
        if (seen.size === seen.add(`${digest} ${said}`).size) continue
        lay(paths.state)
        const found = await open(paths, heard, !heard.ready || seen.size % whole === 0)
        const where = `after ${call.name} ${call.path} (${moment}), ${fate.name}`
        failures.push(...found.map((fault) => `${where}: ${fault}`))
      }
    }
    return { trials: seen.size, failures }
  } finally {
    place.remove()
  }
}

interface Moment {
  readonly moment: number
  readonly call: Call
  /** How much had been said until then, and what. */
  readonly said: number
  readonly heard: Heard
  readonly disk: Disk
}

function* momentsOf(calls: readonly Call[]): Generator<Moment> {
  const disk = new Disk()
  let said = ''
  let heard = listen(said)
  for (const [moment, call] of calls.entries()) {
    if (call.name === 'say') heard = listen((said += call.bytes?.toString() ?? ''))
    else disk.take(call)
    yield { moment, call, said: said.length, heard, disk }
  }
}

interface Paths {
  readonly state: string
  readonly ballast: string
}

/** `whole`: by the house itself, which goes on from there. */
async function open({ state, ballast }: Paths, heard: Heard, whole: boolean): Promise<string[]> {
  const faults = whole ? [] : await look(state, heard)
  // What was being erased is erased by the next start.
  const half = heard.open?.kind === 'erase' && faults.length > 0
  if (!whole && !half) return faults
  linkSync(ballast, join(state, 'candour.sqlite.ballast'))
  return check(state, heard)
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
const PLAIN = 3

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
