/** A counterexample, played back through the real engine: does it really come to that? */
import { advance } from '../../bot/advance.ts'
import { values } from '../../bot/work.ts'
import type { Command, Consultation, FactValues, Pathway } from '../../machines/contract.ts'
import { bring, isRefused, opened, openOf } from './engine.ts'
import { alone, houseOf, REAL } from './house.ts'
import type { Broken } from './invariants/hold.ts'
import { OF_JOURNEY } from './invariants/journey.ts'
import { OF_PATHWAYS } from './invariants/pathways.ts'
import { type Answered, stepOf } from './invariants/step.ts'
import type { BrokenPath } from './journey/hold.ts'
import type { Whole } from './journey/told.ts'

/** Of one pathway by itself, answer by answer, on the statechart that is handed in. */
export function comesToIt(pathway: Pathway, { id, says, given, path }: Broken): boolean {
  const rule = OF_PATHWAYS.find((one) => one.id === id && one.says === says)
  if (!rule) throw new Error(`${id}: ${says} cannot be played back`)
  const house = houseOf({
    pathways: { ...REAL.pathways, [pathway.id]: pathway },
    journeys: { 'alone@1': alone(pathway) },
  })
  let now = opened(house, pathway, given)
  for (const event of path) {
    if (!now || !openOf(now, pathway)) return false
    const result = advance(house, now, bring(now, pathway, event))
    if (isRefused(result)) return false
    const [before, after] = [stands(now, pathway), stands(result.next, pathway)]
    const step: Answered = {
      ...{ from: before.state, event, to: after.state },
      ...{ before: before.facts, after: { ...before.facts, ...after.facts } },
    }
    if (rule.when(step) && !rule.then(step)) return true
    now = result.next
  }
  return false
}

/** Where the pathway stands, or how it ended, and what it knows. */
function stands(now: Consultation, pathway: Pathway): { state: string; facts: FactValues } {
  const open = openOf(now, pathway)
  if (open) return { state: open.snapshot.value, facts: open.snapshot.context as FactValues }
  const closed = [...now.restricted.closed, ...now.closed].findLast(
    (one) => one.pathway === pathway.id,
  )
  return { state: closed?.outcome ?? '', facts: values(now.facts) }
}

/** Of a whole consultation, command by command, with the engine that is handed in. */
export function happens(
  { id, says }: Pick<BrokenPath, 'id' | 'says'>,
  { house, begun, commands }: Pick<Whole, 'house' | 'begun' | 'commands'>,
  take: typeof advance = advance,
): boolean {
  const rule = OF_JOURNEY.find((one) => one.id === id && one.says === says)
  let now: Consultation = begun
  return commands.some((command: Command) => {
    const result = take(house, now, command)
    const step = stepOf(now, command, result)
    now = step.after
    return rule !== undefined && rule.when(step) && !rule.then(step)
  })
}
