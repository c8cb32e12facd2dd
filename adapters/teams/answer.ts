import { z } from 'zod'
import type { StaffPrompt } from '../../bot/views/desk.ts'

const id = z.string().min(1).max(100)

/** Everything that a button of ours can send. */
const pressed = z.union([
  z.strictObject({
    ...{ consultation: id, open: id, ask: z.int().positive(), event: id },
    value: z.union([z.string().max(10_000), z.number()]).optional(),
  }),
  z.strictObject({ consultation: id }),
  z.strictObject({ home: z.literal(1) }),
  z.strictObject({ start: z.literal('social-media-post') }),
])

export type Pressed = z.infer<typeof pressed>
export type Answer = Extract<Pressed, { open: string }>

export function readPressed(values: unknown): Pressed | undefined {
  return pressed.safeParse(values).data
}

export const typedIn = ({ value }: Answer): string => String(value ?? '').trim()

/** The act that a pressed button stands for, or what has to be put right first. */
export function actOf(
  answer: Answer,
  { question }: StaffPrompt,
): { readonly act: unknown } | { readonly fault: string } {
  const { open, ask, event } = answer
  const act = { type: 'answer', open, ask, event }
  if (event !== 'answered') return { act }
  const typed = typedIn(answer).replace(/\r\n?/g, '\n')
  if (typed === '') return { fault: 'Give an answer first. Nothing was recorded.' }
  if (question.kind === 'many') return { act: { ...act, value: typed.split(',') } }
  if (question.kind !== 'number') return { act: { ...act, value: typed } }
  return /^-?\d{1,9}$/.test(typed)
    ? { act: { ...act, value: Number(typed) } }
    : { fault: 'Give a whole number. Nothing was recorded.' }
}
