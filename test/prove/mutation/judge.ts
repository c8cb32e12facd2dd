/** Whether a mutant is noticed: by the invariants, by what is ensured, or by a transcript. */
import type { Pathway } from '../../../machines/contract.ts'
import { hold } from '../invariants/hold.ts'
import { ENDS, ENDS_AT_17, holdJourney, type Scope, SHORT } from '../journey/hold.ts'
import type { Mutant } from './mutants.ts'
import { comesOut, type Story, type Written } from './stories.ts'

export interface Verdict {
  readonly mutant: Pick<Mutant, 'id' | 'of'>
  /** What noticed it; nothing did when it is missing. */
  readonly by?: string
}

/** The few that say most about it come first, and no more than these are told. */
const STORIES = 6

/** What notices it: nothing, when it comes back empty. The stories are those that may, the likeliest first. */
export async function judge(
  mutant: Mutant,
  stories: readonly Written[],
): Promise<string | undefined> {
  const proved = mutant.kind === 'gate' ? undefined : byPathway(mutant)
  if (proved) return proved
  for (const story of stories) {
    if (!(await comesOut(story, mutant.registry()))) return story.name
  }
  return mutant.kind === 'gate' ? byJourney(mutant) : undefined
}

export function byPathway({ of, registry }: Mutant): string | undefined {
  const { pathways } = registry()
  try {
    const [broken] = hold(pathways[of as Pathway['id']] as Pathway).broken
    return broken && `${broken.id}: ${broken.says}`
  } catch (error) {
    return String(error)
  }
}

/** What is about age shows in somebody of 17; what may change in the room, after the signature. */
function scopesFor(gate: string): readonly Scope[] {
  if (/adult|old-enough|age/.test(gate)) return [ENDS, ENDS_AT_17]
  return /questions|planned|reconfirmed/.test(gate) ? [ENDS, ...SHORT.slice(2)] : [ENDS]
}

export function byJourney({ gate = '', registry }: Mutant): string | undefined {
  for (const scope of scopesFor(gate)) {
    const [broken] = holdJourney(registry(), scope, { first: true }).broken
    if (broken) return `${broken.id}: ${broken.says}`
  }
  return undefined
}

/** The transcripts that have to do with it. */
export function about({ of, way, gate }: Mutant, stories: readonly Story[]): readonly Story[] {
  const told = stories.filter(({ text, ways }) =>
    gate
      ? text.includes(`gate      ${gate}:`) || text.includes(`gate ${gate}:`)
      : ways.has(`${of} ${way}`),
  )
  // A short story that takes it says more of it, and sooner.
  return told.toSorted((one, other) => one.ways.size - other.ways.size).slice(0, STORIES)
}
