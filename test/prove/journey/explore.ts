/** Walks a whole journey, shortest ways first, with every pathway ending in every way it may. */
import { advance } from '../../../bot/advance.ts'
import type { House } from '../../../bot/house.ts'
import type { Command, Consultation } from '../../../machines/contract.ts'
import { instant } from '../../../machines/time.ts'
import { PRACTITIONER } from '../bounds.ts'
import { commanded, isRefused } from '../engine.ts'
import { stepOf, type Taken } from '../invariants/step.ts'
import { keyOf } from './fold.ts'
import { movesOf } from './moves.ts'
import type { Stubbed } from './stubs.ts'

export interface Place {
  readonly now: Consultation
  /** How many turns there were on the way. */
  readonly turns: number
  readonly from?: Place
  readonly by?: Command
}

export interface Explored {
  readonly places: number
  readonly steps: number
  readonly refusals: number
  readonly stages: ReadonlySet<string>
}

export interface Bound {
  /** How many changes of mind or of circumstances a path may hold. */
  readonly turns: number
  /** Whether turns are ends alone, and no change of mind or of circumstances. */
  readonly endsOnly?: boolean
  /** Whether every turn is tried once at the places where the paths can hold no more of them. */
  readonly last: boolean
  /** Begins where this first holds on a plain way, instead of at the beginning. */
  readonly from?: (now: Consultation) => boolean
  /** More places than this fail: nothing is left out in silence. */
  readonly limit: number
}

const BEGINNING = instant('2026-03-02T09:00:00.000Z')
const STAND_IN = [
  'prescriber-authorised',
  'delegation-safe',
  'chaperone-offered',
  'image-consent-purpose',
]

export function begin(house: House, take = advance): Consultation {
  const ids = { consultation: 'c', clinic: 'demo', person: 'p', journey: 'treatment@1' }
  const given = { 'place-of-treatment': 'england', 'reflection-hours': 72 }
  const start = { type: 'start', ...ids, via: 'invited', mode: 'demo', given } as const
  const begun = take(house, undefined, commanded(start, undefined, BEGINNING))
  if (isRefused(begun)) throw new Error(begun.detail)
  // A mutant may have lost a gate: there is then nothing to stand in for.
  const { stages = [] } = house.journeys['treatment@1'] ?? {}
  const there = stages.flatMap(({ entry, gates }) => [...entry, ...gates]).map(({ name }) => name)
  const gates = STAND_IN.filter((gate) => there.includes(gate))
  const act = { type: 'stand-in', gates } as const
  const ready = take(house, begun.next, commanded(act, PRACTITIONER, BEGINNING))
  if (isRefused(ready)) throw new Error(ready.detail)
  return ready.next
}

/** `see` is told of every step; what it answers `true` to ends the walk. */
export function explore(
  stubs: Stubbed,
  { turns, last, limit, from, endsOnly }: Bound,
  see: (taken: Taken, from: Place) => boolean,
  take = advance,
): Explored {
  const { house } = stubs
  const first = from ? plainly(stubs, from, take) : { now: begin(house, take), turns: 0 }
  const known = new Map<string, number>([[keyOf(house, first.now), 0]])
  const waiting: Place[] = [first]
  const stages = new Set<string>()
  let steps = 0
  let refusals = 0
  for (let at = 0; at < waiting.length; at += 1) {
    const place = waiting[at] as Place
    stages.add(`${place.now.state} ${place.now.stage}`)
    for (const { command, turn } of movesOf(stubs, place.now)) {
      if (endsOnly && turn && command.act.type !== 'answer') continue
      const spent = place.turns + (turn ? 1 : 0)
      if (spent > turns && !last) continue
      const result = take(house, place.now, command)
      steps += 1
      const taken = stepOf(place.now, command, result)
      const { after, refused } = taken
      if (see(taken, place)) return { places: known.size, steps, refusals, stages }
      if (refused) refusals += 1
      if (refused || spent > turns) continue
      const key = keyOf(house, after)
      const before = known.get(key)
      if (before !== undefined && before <= spent) continue
      known.set(key, spent)
      waiting.push({ now: after, turns: spent, from: place, by: command })
      if (known.size > limit) throw new Error(`more than ${limit} places`)
    }
  }
  return { places: known.size, steps, refusals, stages }
}

/** The first place on a way without turns where that holds. */
function plainly(
  stubs: Stubbed,
  holds: (now: Consultation) => boolean,
  take: typeof advance,
): Place {
  let found: Place | undefined
  const bound = { turns: 0, last: false, limit: 4_000 }
  explore(stubs, bound, (_, place) => holds(place.now) && ((found = place), true), take)
  if (!found) throw new Error('no plain way leads there')
  return { ...found, turns: 0 }
}

/** The commands that led there. */
export function wayTo(place: Place | undefined): readonly Command[] {
  return place ? [...wayTo(place.from), ...(place.by ? [place.by] : [])] : []
}
