import { z } from 'zod'
import { command } from '../../machines/commands.ts'
import { day, instant } from '../../machines/facts.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const id = z.string().min(1).max(100)
/** Canonical JSON without floats: what two programs can't write differently. */
const plain: z.ZodType<unknown> = z.lazy(() =>
  z.union([
    z.string(),
    z.int(),
    z.boolean(),
    z.null(),
    z.array(plain),
    z.record(z.string(), plain),
  ]),
)

const consulted = z.strictObject({
  guard: id,
  held: z.boolean(),
  clauses: z.array(id),
  authority: id,
})
const transition = z.strictObject({
  open: id,
  pathway: id,
  from: id,
  event: id,
  to: id,
  guards: z.array(consulted),
  carried: z.literal(true).optional(),
})

/** The exact words that were put before a person, and the content they came from. */
const shown = z.strictObject({
  id,
  version: z.int(),
  locale: id,
  digest: hash,
  text: z.string().max(20_000),
  choices: z.array(z.strictObject({ id, label: z.string().max(300) })),
})

/** What a record says. Encrypted; only its blinded commitment is in clear. */
export const payload = z.strictObject({
  schema: z.literal('candour/record@1'),
  log: id,
  recordId: id,
  consultation: id,
  stream: z.enum(['open', 'restricted']),
  seq: z.int().nonnegative(),
  /** SHA-256 of the leaf before this one in the stream; 64 zeros for the first. */
  prev: hash,
  /** Of a restricted record: the head of the open stream that it was written at. */
  head: z.strictObject({ seq: z.int().nonnegative(), leaf: hash }).optional(),
  /** Of a restricted record: a turn of its own, with no open record beside it. */
  alone: z.literal(true).optional(),
  /** Of a restricted record, and only there: noughts, so that its length tells nothing. */
  pad: z.string().regex(/^0*$/).optional(),
  mode: z.enum(['demo', 'pilot', 'production']),
  recordedAt: instant,
  recordedOn: day,
  clockOffset: z.int(),
  command,
  transitions: z.array(transition),
  opened: z.array(id),
  closed: z.array(z.strictObject({ open: id, outcome: id })),
  facts: z.record(z.string(), plain),
  retracted: z.array(id),
  gates: z.array(
    z.strictObject({ gate: id, met: z.boolean(), stoodIn: z.literal(true).optional() }),
  ),
  shown: z.array(shown),
  digests: z.strictObject({
    content: hash,
    machines: hash,
    journey: id,
    pathways: z.array(id),
    engine: id,
  }),
  after: z.strictObject({ state: id, stage: id, asks: z.array(id) }),
})

export type Payload = z.infer<typeof payload>
export type Shown = z.infer<typeof shown>
