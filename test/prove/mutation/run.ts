/** Judges every mutant, and holds those that survive against the list of reasons. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'
import { z } from 'zod'
import type { Crew } from '../run/crew.ts'
import { about, type Verdict } from './judge.ts'
import { allMutants, type Mutant } from './mutants.ts'
import { names, written } from './stories.ts'

const reviewed = z.array(
  z.strictObject({ because: z.string().min(40), mutants: z.array(z.string()).min(1) }),
)

export type Reviewed = z.infer<typeof reviewed>

export function reviewedSurvivors(): Reviewed {
  const file = join(import.meta.dirname, 'survivors.yaml')
  return reviewed.parse(load(readFileSync(file, 'utf8')))
}

/** Who survives without a reason, and who is on the list though something notices it by now. */
export function unreviewed(verdicts: readonly Verdict[], list: Reviewed): readonly string[] {
  const excused = new Set(list.flatMap(({ mutants }) => mutants))
  const known = new Set(verdicts.map(({ mutant }) => mutant.id))
  return [
    ...verdicts
      .filter(({ mutant, by }) => !by && !excused.has(mutant.id))
      .map(({ mutant }) => `${mutant.id}: survives, and nobody has written why it may`),
    ...verdicts
      .filter(({ mutant, by }) => by && excused.has(mutant.id))
      .map(({ mutant, by }) => `${mutant.id}: no longer survives (${by}); take it off the list`),
    ...[...excused].filter((id) => !known.has(id)).map((id) => `${id}: is no mutant any more`),
  ]
}

/** Every mutant, by whatever thread is free: the transcripts are told first, to know which are about it. */
export async function judgeAll(
  crew: Crew,
  mutants: readonly Mutant[] = allMutants(),
): Promise<readonly Verdict[]> {
  const all = names()
  const ways = await crew.all('story', all)
  const stories = all.map((name, at) => ({ ...written(name), ways: new Set(ways[at]) }))
  const by = await crew.all(
    'mutant',
    mutants.map((one) => ({ id: one.id, stories: about(one, stories).map(({ name }) => name) })),
  )
  return mutants.map((mutant, at) => {
    const noticed = by[at]
    return noticed === undefined ? { mutant } : { mutant, by: noticed }
  })
}

export function countOf(of: string, verdicts: readonly Verdict[]): readonly [number, number] {
  const mine = verdicts.filter(({ mutant }) => mutant.of === of)
  const killed = mine.filter(({ by }) => by).length
  return [killed, mine.length - killed]
}
