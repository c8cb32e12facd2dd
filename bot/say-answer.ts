import type { Content } from '../content/template.ts'
import { helpersFor } from '../content/helpers.ts'
import type { Given } from '../machines/contract.ts'
import { isDay } from '../machines/time.ts'

/** An answer as the person who gave it would read it back. */
export function answerInWords(
  content: Pick<Content, 'choices'>,
  { event, value }: Pick<Given, 'event' | 'value'>,
  locale = 'en-GB',
): string {
  const label = (id: string) => content.choices[id]?.label ?? id
  if (event !== 'answered') return label(event)
  // What a client sends may be anything; only texts are read back.
  if (Array.isArray(value)) {
    return value.map((one) => (typeof one === 'string' ? label(one) : '')).join(', ')
  }
  if (typeof value === 'object' && value !== null && 'name' in value) {
    return typeof value.name === 'string' ? value.name : ''
  }
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  return isDay(value) ? helpersFor(locale).day(value) : label(value)
}
