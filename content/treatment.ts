import { z } from 'zod'
import { read } from './data.ts'

const words = z.string().trim().min(1).max(600)
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be in kebab-case')

export const CLASSES = ['toxin', 'filler', 'laser', 'peel', 'microneedling', 'other'] as const

/** Nobody is told of a treatment without a risk of each of these kinds. */
export const RISK_KINDS = ['side-effect', 'complication', 'failure', 'doing-nothing'] as const

/** How far in it reaches. */
export const INVASIVENESS = ['surface', 'under-the-skin', 'deeper'] as const

/** What leaving costs, from the first talk to the middle of a course. */
export const WITHDRAWING = ['before-consent', 'after-consent', 'on-the-day', 'part-way'] as const

const risk = z
  .strictObject({
    kind: z.enum(RISK_KINDS),
    words,
    /** Told to everybody, however rare. */
    serious: z.boolean(),
    frequency: z
      .string()
      .regex(/^1 in [1-9][0-9,]* people$/, 'must be like: 1 in 100 people')
      .optional(),
    source: z.url().optional(),
  })
  .refine((one) => (one.frequency === undefined) === (one.source === undefined), {
    message: 'a frequency and its source come together: a number from nowhere is not said',
    path: ['source'],
  })

/** What may happen with an option. Each is said, if only to say that there is none. */
const optionRisks = z.strictObject({
  sideEffects: words,
  complications: words,
  failure: words,
  emotional: words,
})

const option = z.strictObject({
  id,
  name: words,
  what: words,
  /** Something that this clinic does not sell; the patient is told of it all the same. */
  elsewhere: z.boolean(),
  risks: optionRisks,
})

const withdrawing = z.strictObject({
  'before-consent': words,
  'after-consent': words,
  'on-the-day': words,
  'part-way': words,
} satisfies Record<(typeof WITHDRAWING)[number], z.ZodString>)

const shape = z.strictObject({
  id,
  name: words,
  class: z.enum(CLASSES),
  prescriptionOnly: z.boolean(),
  /** What the public may read; a prescription-only medicine is never named to them. */
  publicName: words.optional(),
  purpose: z.enum(['cosmetic', 'medical']),
  /** The clinic's own reading of the training framework: what somebody must have to give it. */
  level: z.int().min(2).max(8),
  intimate: z.boolean(),
  invasiveness: z.enum(INVASIVENESS),
  what: words,
  hopedFor: words,
  risks: z.array(risk),
  emotionalImpact: z.array(words).min(1),
  options: z.array(option),
  aftercare: z.array(words).min(1),
  costs: z.strictObject({ treatment: words, withdrawing, followUp: words, revision: words }),
  /** The clinic's own policy. No law sets a number of hours. */
  reflectionHours: z.int().positive(),
  reviewed: z.strictObject({ on: z.iso.date(), againBy: z.iso.date() }),
  status: z.enum(['draft', 'signed-off']).default('draft'),
})

/** A treatment as data. Without its risks it can't be offered. */
export const treatment = shape.superRefine(({ risks, options, ...given }, context) => {
  const fault = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  for (const kind of RISK_KINDS) {
    if (!risks.some((one) => one.kind === kind)) fault('risks', `none is a ${kind}`)
  }
  if (!risks.some(({ serious }) => serious)) fault('risks', 'none is serious')
  if (!options.some((one) => one.id === 'no-treatment')) {
    fault('options', 'no-treatment is missing')
  }
  if (!options.some((one) => one.id !== 'no-treatment' && one.elsewhere)) {
    fault('options', 'none is one that the clinic does not sell')
  }
  if (given.prescriptionOnly && given.publicName === undefined) {
    fault('publicName', 'is needed where the medicine may not be named')
  }
  if (given.class === 'toxin' && !given.prescriptionOnly) {
    fault('prescriptionOnly', 'a toxin is')
  }
})

export type Treatment = Readonly<z.infer<typeof treatment>>
export type Risk = Treatment['risks'][number]

/** Reads a treatment's file, or throws a ContentError with all that is wrong with it. */
export function parseTreatment(path: string, text: string): Treatment {
  return read(treatment, path, text)
}
