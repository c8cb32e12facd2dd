import type { Actor, Role } from '../../../machines/commands.ts'
import type { Claim, Desk, Sittings } from '../../../bot/ports.ts'

/** What somebody made up answers to a question: a choice, or a value. */
export type Reply = { readonly choice: string } | { readonly answer: unknown }
export type Replies = Readonly<Record<string, Reply>>

export const choose = (choice: string): Reply => ({ choice })
export const answer = (given: unknown): Reply => ({ answer: given })

/** No made-up person is asked more than this in one go. */
const MOST = 200

/** Answers as a patient until nothing more is asked, or until that content is asked. */
export async function patientAnswers(
  sittings: Sittings,
  claim: Claim,
  replies: Replies,
  until?: string,
): Promise<void> {
  for (let count = 0; count < MOST; count += 1) {
    const question = (await sittings.activities(claim, 0))?.at(-1)?.message.question
    if (!question || question.content === until) return
    const reply = replies[question.content]
    if (!reply) throw new Error(`nobody made up an answer to ${question.content}`)
    const value = { question: question.id, ...reply }
    const taken = await sittings.take(claim, { key: `demo-${count}-${question.id}`, value })
    if (!taken.ok) throw new Error(`${question.content} was not taken: ${taken.why}`)
  }
  throw new Error(`${until ?? 'the end'} is never reached`)
}

/** Answers what the desk prompts, until nothing is left or until that content is asked. */
export async function staffAnswer(
  desk: Desk,
  by: Actor,
  consultation: string,
  replies: Replies,
  until?: string,
): Promise<void> {
  for (let count = 0; count < MOST; count += 1) {
    const prompts = (await desk.look(by, consultation))?.prompts ?? []
    const next = prompts.find(
      ({ question }) => question.content !== until && replies[question.content],
    )
    if (!next) return
    const reply = replies[next.question.content]
    if (!reply) return
    const said =
      'choice' in reply ? { event: reply.choice } : { event: 'answered', value: reply.answer }
    const act = { type: 'answer', open: next.open, ask: next.ask, ...said }
    await take(desk, by, consultation, act)
  }
  throw new Error(`${until ?? 'the end'} is never reached`)
}

export async function take(
  desk: Desk,
  by: Actor,
  consultation: string,
  act: object,
): Promise<void> {
  const done = await desk.act(by, consultation, act)
  if (!done.ok) throw new Error(`${JSON.stringify(act)}: ${done.said}`)
}

export function colleague(
  people: readonly {
    readonly id: string
    readonly name: string
    readonly roles: readonly string[]
  }[],
  role: Role,
): Actor {
  const found = people.find(({ roles }) => roles.includes(role))
  if (!found) throw new Error(`nobody is a ${role}`)
  return { id: found.id, role, name: found.name, assurance: 'demo-sign-in' }
}
