import { createInterface } from 'node:readline/promises'
import { createCandour } from '../../bot/candour.ts'
import type { Activity, Claim } from '../../bot/ports.ts'
import { createChance } from '../config/chance.ts'
import { createClocks } from '../config/clocks.ts'
import { readSettings } from '../config/env.ts'
import { CONTENT, readBundle } from '../files/content.ts'
import { createMemoryKeys } from '../keys/memory.ts'
import { createMemoryStore } from '../memory/store.ts'
import { givenBy, readClinic, wordsOf } from './house.ts'

/** `npm run talk`: the conversation in a terminal, with nothing kept afterwards. */
async function main(): Promise<void> {
  const { clinicDir, mode } = readSettings(process.env)
  const chance = createChance()
  const clocks = createClocks()
  const clinic = readClinic(clinicDir ?? `${CONTENT}/clinics`)
  const { sittings } = createCandour(
    {
      ...{ store: createMemoryStore(), keys: createMemoryKeys({ chance }), clocks, chance },
      words: wordsOf(readBundle(), clinic),
    },
    {
      ...{ clinic: clinic.id, journey: 'treatment@1', mode },
      given: givenBy(clinic),
    },
  )
  const claim: Claim = {
    ...{ sitting: chance.id(), began: clocks.wall(), channel: 'terminal', visitor: true },
  }
  console.log('\nThis is a demonstration: nothing is kept. Ctrl+D ends it.')
  console.log('Answer with a number from the list, or in words.')
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  print(await sittings.visitor(claim))
  lines.setPrompt('\n> ')
  lines.prompt()
  let key = 0
  for await (const line of lines) {
    const last = (await sittings.activities(claim, 0))?.at(-1)
    const message = { key: `line-${(key += 1)}`, ...meant(last, line) }
    const taken = await sittings.take(claim, message)
    if (!taken.ok) break
    print(taken.activities)
    lines.prompt()
  }
  lines.close()
}

/** `2` picks the second choice; several numbers pick several options; all else is said as it is. */
function meant(last: Activity | undefined, line: string) {
  const question = last?.message.question
  const numbers = line
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  if (!question || line.trim() === '' || !numbers.every(Number.isInteger)) return { text: line }
  const listed = [...(question.options ?? []), ...question.choices]
  const picked = numbers.flatMap((number) => listed[number - 1]?.id ?? [])
  if (picked.length !== numbers.length) return { text: line }
  const [choice] = picked
  const isChoice = question.choices.some(({ id }) => id === choice)
  if (isChoice) return { value: { question: question.id, choice } }
  const answer = question.kind === 'many' ? picked : choice
  return { value: { question: question.id, answer } }
}

function print(activities: readonly Activity[]): void {
  for (const { from, message } of activities) {
    if (from === 'patient') continue
    console.log(`\n${message.text}`)
    const { question } = message
    if (question?.hint) console.log(`(${question.hint})`)
    const listed = [...(question?.options ?? []), ...(question?.choices ?? [])]
    listed.forEach(({ label }, index) => console.log(`  ${index + 1}  ${label}`))
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
