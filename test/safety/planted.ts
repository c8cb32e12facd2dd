/**
 * `npm run planted` plants a fault for each of twenty seeds and keeps what noticed it in
 * docs/safety/planted.md. What nothing noticed needs a reason in test/prove/plant/uncaught.yaml,
 * else the run ends with 1.
 */
import { availableParallelism } from 'node:os'
import { writeFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { z } from 'zod'
import { plant, type Planted } from '../prove/plant/plant.ts'
import { PLANTED_PAGE, read } from './pages.ts'

export const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1)

const reasons = z.array(
  z.strictObject({
    path: z.string(),
    code: z.string(),
    becomes: z.string(),
    because: z.string().min(40),
  }),
)
export type Reasons = z.infer<typeof reasons>

export const uncaught = (): Reasons => reasons.parse(load(read('test/prove/plant/uncaught.yaml')))

export function reasonFor({ path, code, instead }: Planted, list: Reasons): string | undefined {
  return list.find((one) => one.path === path && one.code === code && one.becomes === instead)
    ?.because
}

export function page(all: readonly Planted[], list: Reasons): string {
  const caught = all.filter(({ by }) => by !== undefined).length
  return [
    ...['# Faults planted at random, and what noticed them', ''],
    'Written by `npm run planted`. Each seed makes one small thing wrong in a guard, a date, a gate or the engine, in a process of its ' +
      'own; then the invariants, what is ensured, and the transcripts look for it. Tests of single parts and recorded digests are left ' +
      'out. A seed names another place once the code has changed: this is of the code as it was when it ran.',
    ...['', `${caught} of ${all.length} were caught.`, ''],
    ...['| seed | where | the line | becomes | caught by |', '| --- | --- | --- | --- | --- |'],
    ...all.map((one) => row(one, list)),
    '',
  ].join('\n')
}

function row(one: Planted, list: Reasons): string {
  const { seed, path, line, code, before, instead, by } = one
  const reason = reasonFor(one, list) ?? 'nobody has written why it may be'
  const verdict = by ?? `**not caught**: ${reason}`
  const change = `${cell(before)} → ${cell(instead)}`
  return `| ${seed} | ${path}:${line} | ${cell(code)} | ${change} | ${verdict.replaceAll('|', '\\|')} |`
}

/** Code within a table: a bar would end its cell. */
const cell = (code: string): string => `\`${code.replaceAll('|', '\\|')}\``

async function run(): Promise<void> {
  const waiting = [...SEEDS]
  const all: Planted[] = []
  const one = async () => {
    for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift())
      all.push(await plant(seed))
  }
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, one))
  all.sort((a, b) => a.seed - b.seed)
  const list = uncaught()
  writeFileSync(new URL(`../../${PLANTED_PAGE}`, import.meta.url), page(all, list))
  const missing = all.filter((each) => each.by === undefined && !reasonFor(each, list))
  console.log(`wrote ${PLANTED_PAGE}; ${missing.length} not caught and without a reason`)
  process.exitCode = missing.length === 0 ? 0 : 1
}

if (import.meta.main) await run()
