import { z } from 'zod'
import type { Incoming } from '../../../bot/ports.ts'

const short = z.string().min(1).max(200)

/** What a client calls its stream. */
export const streamName = z.string().regex(/^[\w-]{1,100}$/)

const value = z.strictObject({
  question: short.optional(),
  choice: short.optional(),
  answer: z.unknown().optional(),
  change: short.optional(),
  language: short.optional(),
  command: z
    .enum(['stop', 'ask-for-a-person', 'help-now', 'continue-later', 'summary', 'exit'])
    .optional(),
})

/** Strict in what is read; the many other fields of an activity are nobody's business here. */
const message = z.object({
  id: short.nullish(),
  text: z.string().nullish(),
  value: value.nullish(),
  attachments: z.array(z.unknown()).max(0).nullish(),
  deliveryMode: z.string().max(200).nullish(),
  channelData: z
    .object({
      clientActivityID: short.nullish(),
      candour: z.object({ key: short.nullish(), stream: streamName.nullish() }).nullish(),
    })
    .nullish(),
})

/** Clients send these of their own accord. They say nothing that a consultation needs. */
const IGNORED = new Set(['typing', 'event', 'conversationUpdate'])

export interface Posted {
  readonly message: Incoming
  /** The reply is asked for in the answer to the POST, in place of that stream. */
  readonly expects?: { readonly stream: string | undefined }
}

/** `freshKey` serves a client that names its messages in no way: for it, a repeat is another one. */
export function readActivity(body: unknown, freshKey: () => string): Posted | 'ignored' | 'bad' {
  const { type } = (body ?? {}) as { readonly type?: unknown }
  if (typeof type === 'string' && IGNORED.has(type)) return 'ignored'
  const read = message.safeParse(body)
  if (type !== 'message' || !read.success) return 'bad'
  const { id, text, value: given, channelData, deliveryMode } = read.data
  if (!text && !given) return 'bad'
  const key = channelData?.candour?.key ?? channelData?.clientActivityID ?? id ?? freshKey()
  const said = { key, ...(text ? { text } : {}), ...(given ? { value: given } : {}) }
  if (deliveryMode !== 'expectReplies') return { message: said }
  return { message: said, expects: { stream: channelData?.candour?.stream ?? undefined } }
}
