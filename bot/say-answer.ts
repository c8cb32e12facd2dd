import type { Content } from '../content/template.ts'
import { day } from '../content/helpers.ts'
import type { Given } from '../machines/contract.ts'

/** An answer as the person who gave it would read it back. */
export function answerInWords(
  content: Pick<Content, 'choices'>,
  { event, value }: Pick<Given, 'event' | 'value'>,
): string {
  const label = (id: string) => content.choices[id]?.label ?? id
  if (event !== 'answered') return label(event)
  if (Array.isArray(value)) return value.map((one) => label(String(one))).join(', ')
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name)
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? '')
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : label(text)
}
