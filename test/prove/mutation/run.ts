/** Judges every mutant, and holds those that survive against the list of reasons. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { judge, type Verdict } from './judge.ts'
import { allMutants, type Mutant } from './mutants.ts'
import { stories } from './stories.ts'

const reviewed = z.array(
  z.strictObject({ because: z.string().min(40), mutants: z.array(z.string()).min(1) }),
)

export type Reviewed = z.infer<typeof reviewed>

export function reviewedSurvivors(): Reviewed {
  const file = join(import.meta.dirname, 'survivors.yaml')
  return reviewed.parse(parse(readFileSync(file, 'utf8')))
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

export async function judgeAll(
  mutants: readonly Mutant[] = allMutants(),
): Promise<readonly Verdict[]> {
  const told = await stories()
  const verdicts: Verdict[] = []
  for (const mutant of mutants) verdicts.push(await judge(mutant, told))
  return verdicts
}

export function countOf(of: string, verdicts: readonly Verdict[]): readonly [number, number] {
  const mine = verdicts.filter(({ mutant }) => mutant.of === of)
  const killed = mine.filter(({ by }) => by).length
  return [killed, mine.length - killed]
}
