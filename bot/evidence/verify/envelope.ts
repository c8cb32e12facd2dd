import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const text = z.string().min(1)
const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
const some = z.record(z.string(), z.unknown())

/**
 * As much of a record as can be checked without its statecharts. What its command, facts
 * and transitions mean is for the replay to say.
 */
export const envelope = z.strictObject({
  schema: z.literal('candour/record@1'),
  log: text,
  recordId: text,
  consultation: text,
  stream: z.enum(['open', 'restricted']),
  seq: z.int().nonnegative(),
  prev: hash,
  head: z.strictObject({ seq: z.int().nonnegative(), leaf: hash }).optional(),
  alone: z.literal(true).optional(),
  pad: z.string().regex(/^0*$/).optional(),
  mode: z.enum(['demo', 'pilot', 'production']),
  recordedAt: moment,
  recordedOn: z.string().regex(/^\d{4}-\d\d-\d\d$/),
  clockOffset: z.int(),
  command: z.strictObject({ at: moment, by: some, where: some, act: some }),
  transitions: z.array(some),
  opened: z.array(text),
  closed: z.array(some),
  facts: some,
  retracted: z.array(text),
  gates: z.array(some),
  shown: z.array(
    z.strictObject({
      ...{ id: text, version: z.int(), locale: text, digest: hash, text: z.string() },
      choices: z.array(some),
    }),
  ),
  digests: z.strictObject({
    ...{ content: hash, machines: hash, journey: text },
    ...{ pathways: z.array(text), engine: text },
  }),
  after: z.strictObject({ state: text, stage: text, asks: z.array(text) }),
})

export type Envelope = z.infer<typeof envelope>

export const leaf = z.strictObject({
  schema: z.literal('candour/leaf@1'),
  log: text,
  recordId: text,
  commit: hash,
})
export type Leaf = z.infer<typeof leaf>
