import { linkSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSqliteStore } from '../../../adapters/sqlite/store.ts'
import type { Store } from '../../../bot/ports.ts'
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

/** The store recovers, has what was acknowledged, and all of it verifies. */
async function look(folder: string, heard: Heard): Promise<string[]> {
  if (!heard.ready) return []
  try {
    const store = createSqliteStore({ path: join(folder, 'candour.sqlite') })
    const faults = await missing(store, heard).finally(() => store.close())
    return [...faults, ...(await examine(folder))]
  } catch (error) {
    return [`does not open: ${error instanceof Error ? error.message : String(error)}`]
  }
}

async function missing(store: Store, { acked, claims, open }: Heard): Promise<string[]> {
  const faults: string[] = []
  const left = new Set(acked.filter(({ kind }) => kind === 'exit' || kind === 'erase').map(whoOf))
  if (open?.kind === 'exit' || open?.kind === 'erase') left.add(open.who)
  for (const { id, who, heads, kind, message } of acked) {
    if (id === '') continue
    const now = await store.heads(id)
    if (now.open < heads.open || now.restricted < heads.restricted) {
      faults.push(`${kind} of ${who} was acknowledged and is not there`)
    }
    const claim = claims.find(([whose]) => whose === who)?.[1]
    if (!message || !claim || left.has(who)) continue
    if (!(await store.reply(claim.sitting, message.key))) {
      faults.push(`${kind} of ${who} was acknowledged and would be taken again`)
    }
  }
  return faults
}

const whoOf = ({ who }: { readonly who: string }) => who
