import { z } from 'zod'
import { command } from '../../machines/commands.ts'
import { day, instant } from '../../machines/facts.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const id = z.string().min(1).max(100)
/** Canonical JSON without floats: what two programs can't write differently. */
const plain = z.custom<unknown>(isPlain)

function isPlain(value: unknown): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (typeof value !== 'object' || value === null) {
    return value === null || typeof value === 'string' || typeof value === 'boolean'
  }
  const members: unknown[] = Array.isArray(value) ? value : Object.values(value)
  return members.every((one) => (one === undefined && !Array.isArray(value)) || isPlain(one))
}

// The names stand in the order of the canonical form, which then needs no sorting.

const consulted = z.strictObject({
  authority: id,
  clauses: z.array(id),
  guard: id,
  held: z.boolean(),
})
const transition = z.strictObject({
  carried: z.literal(true).optional(),
  event: id,
  from: id,
  guards: z.array(consulted),
  open: id,
  pathway: id,
  to: id,
})

/** The exact words that were put before a person, and the content they came from. */
const shown = z.strictObject({
  choices: z.array(z.strictObject({ id, label: z.string().max(300) })),
  digest: hash,
  id,
  locale: id,
  text: z.string().max(20_000),
  version: z.int(),
})

/** What a record says. Encrypted; only its blinded commitment is in clear. */
export const payload = z.strictObject({
  after: z.strictObject({ asks: z.array(id), stage: id, state: id }),
  /** Of a restricted record: a turn of its own, with no open record beside it. */
  alone: z.literal(true).optional(),
  clockOffset: z.int(),
  closed: z.array(z.strictObject({ open: id, outcome: id })),
  command,
  consultation: id,
  digests: z.strictObject({
    content: hash,
    engine: id,
    journey: id,
    machines: hash,
    pathways: z.array(id),
  }),
  facts: z.record(z.string(), plain.optional()),
  gates: z.array(
    z.strictObject({ gate: id, met: z.boolean(), stoodIn: z.literal(true).optional() }),
  ),
  /** Of a restricted record: the head of the open stream that it was written at. */
  head: z.strictObject({ leaf: hash, seq: z.int().nonnegative() }).optional(),
  log: id,
  mode: z.enum(['demo', 'pilot', 'production']),
  opened: z.array(id),
  /** Of a restricted record, and only there: noughts, so that its length tells nothing. */
  pad: z.string().regex(/^0*$/).optional(),
  /** SHA-256 of the leaf before this one in the stream; 64 zeros for the first. */
  prev: hash,
  recordId: id,
  recordedAt: instant,
  recordedOn: day,
  retracted: z.array(id),
  schema: z.literal('candour/record@1'),
  seq: z.int().nonnegative(),
  shown: z.array(shown),
  stream: z.enum(['open', 'restricted']),
  transitions: z.array(transition),
})

export type Payload = z.infer<typeof payload>
export type Shown = z.infer<typeof shown>
