import { z } from 'zod'
import { read } from './data.ts'

const words = z.string().trim().min(1).max(600)
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be in kebab-case')

export const CLASSES = ['toxin', 'filler', 'laser', 'peel', 'microneedling', 'other'] as const

/** Every option has risks of each of these kinds, doing nothing included. */
export const RISK_KINDS = ['side-effect', 'complication', 'not-working', 'emotional'] as const

const risk = z.strictObject({
  kind: z.enum(RISK_KINDS),
  what: words,
  /** Told to everybody, however rare. */
  serious: z.boolean().default(false),
  /** Only with its source: a number that we can't show where from isn't said. */
  frequency: z.strictObject({ words, source: z.url() }).optional(),
})

const option = z.strictObject({ id, name: words, what: words, risks: z.array(risk).min(1) })

const shape = z.strictObject({
  id,
  name: words,
  class: z.enum(CLASSES),
  prescriptionOnly: z.boolean(),
  /** What the public may read; a prescription-only medicine is never named to them. */
  publicName: words.optional(),
  purpose: z.enum(['cosmetic', 'medical']),
  risks: z.array(risk),
  options: z.array(option),
  reviewed: z.strictObject({ on: z.iso.date(), againBy: z.iso.date() }),
  status: z.enum(['draft', 'signed-off']).default('draft'),
})

/** A treatment as data. Without its risks it can't be offered. */
export const treatment = shape.superRefine((given, context) => {
  const fault = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  for (const kind of RISK_KINDS) {
    if (!given.risks.some((one) => one.kind === kind)) fault('risks', `none is a ${kind}`)
  }
  if (!given.risks.some(({ serious }) => serious)) fault('risks', 'none is serious')
  if (!given.options.some((one) => one.id === 'no-treatment')) {
    fault('options', 'no-treatment is missing')
  }
  if (given.prescriptionOnly && given.publicName === undefined) {
    fault('publicName', 'is needed where the medicine may not be named')
  }
})

export type Treatment = Readonly<z.infer<typeof treatment>>

/** Reads a treatment's file, or throws a ContentError with all that is wrong with it. */
export function parseTreatment(path: string, text: string): Treatment {
  return read(treatment, path, text)
}
