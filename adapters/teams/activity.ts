import { z } from 'zod'

const id = z.string().min(1).max(500)
const guid = z.guid().toLowerCase()

/**
 * As much of an activity as is needed. What is not named here is dropped before the Bot Framework
 * sees it, so that nothing of it can steer a turn: no `deliveryMode`, no `relatesTo`, no `callerId`.
 */
const shape = z.object({
  type: z.enum(['message', 'invoke', 'conversationUpdate', 'installationUpdate']),
  id,
  channelId: z.literal('msteams'),
  serviceUrl: z.url().max(500),
  from: z.object({ id, aadObjectId: guid }),
  recipient: z.object({ id }),
  conversation: z.object({
    id,
    tenantId: guid,
    conversationType: z.enum(['personal', 'groupChat', 'channel']),
    isGroup: z.boolean().optional(),
  }),
  channelData: z.object({ tenant: z.object({ id: guid }) }),
  text: z.string().max(10_000).nullish(),
  name: z.string().max(100).nullish(),
  replyToId: id.nullish(),
  value: z.record(z.string(), z.unknown()).nullish(),
})

export type TeamsActivity = z.infer<typeof shape>

export function readActivity(body: unknown): TeamsActivity | undefined {
  return shape.safeParse(body).data
}

export const isPersonal = ({ conversation }: TeamsActivity): boolean =>
  conversation.conversationType === 'personal' && conversation.isGroup !== true

/** What somebody did, free of the channel's form. */
export type Heard =
  | { readonly kind: 'text'; readonly text: string }
  /** A card's button; `values` is its data together with its fields. */
  | { readonly kind: 'pressed'; readonly values: Readonly<Record<string, unknown>> }
  /** Nothing that asks for an answer. */
  | { readonly kind: 'nothing' }

const executed = z.object({
  action: z.object({
    type: z.literal('Action.Execute'),
    verb: z.enum(['answer', 'open']),
    data: z.record(z.string(), z.unknown()),
  }),
})

export function heardIn({ type, name, text, value }: TeamsActivity): Heard {
  if (type === 'message')
    return value ? { kind: 'pressed', values: value } : { kind: 'text', text: text ?? '' }
  if (type !== 'invoke' || name !== 'adaptiveCard/action') return { kind: 'nothing' }
  const { data } = executed.safeParse(value)
  return data ? { kind: 'pressed', values: data.action.data } : { kind: 'nothing' }
}
