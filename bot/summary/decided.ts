import { day } from '../../content/helpers.ts'
import type { Act } from '../../machines/commands.ts'
import { dayOf } from '../../machines/time.ts'
import type { Payload } from '../evidence/record.ts'
import { answerOf, contentOf, eventInWords } from '../show/event.ts'
import { who } from '../show/words.ts'
import type { Block } from '../views/page.ts'
import type { Words } from '../words.ts'
import { isApart } from './apart.ts'

/** Acts of the clinic’s people that settle something for the patient; the rest is office work. */
const DECIDES = new Set<Act['type']>([
  ...(['answer', 'propose', 'plan', 'correct', 'pause', 'resume', 'withdraw'] as const),
  ...(['declined-by-practitioner', 'stand-in', 'end'] as const),
])

/** What the next of its kind replaces: two plans are not both decided. */
const REPLACED = new Set<Act['type']>(['propose', 'plan'])

/** Each decision that stands, with the reason that was written down, under who took it and on which day. */
export function decided(words: Words, payloads: readonly Payload[]): readonly Block[] {
  const days: { by: string; pairs: [string, string][] }[] = []
  for (const payload of standing(payloads.filter((one) => decides(words, one)))) {
    const { command } = payload
    const by = `${who(command.by)}, ${command.by.role}, ${day(dayOf(command.at))}`
    if (days.at(-1)?.by !== by) days.push({ by, pairs: [] })
    days.at(-1)?.pairs.push(pairOf(words, payload))
  }
  return days.flatMap(({ by, pairs }): Block[] => [
    { kind: 'heading', text: by },
    { kind: 'pairs', pairs },
  ])
}

function decides(words: Words, { command: { act, by } }: Payload): boolean {
  if (by.role === 'patient' || by.role === 'system' || !DECIDES.has(act.type)) return false
  return act.type !== 'answer' || !isApart(words, act.open)
}

function standing(payloads: readonly Payload[]): readonly Payload[] {
  const last = new Map(payloads.map((one) => [one.command.act.type, one]))
  return payloads.filter((one) => {
    const { type } = one.command.act
    return !REPLACED.has(type) || last.get(type) === one
  })
}

function pairOf(words: Words, payload: Payload): [string, string] {
  const asked = contentOf(words, payload)?.short
  const label = asked ?? eventInWords(words, payload, true)
  return [label, answerOf(words, payload) ?? words.catalogue.ui['summary-done'] ?? '']
}
