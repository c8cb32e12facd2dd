import { z } from 'zod'
import type { Day, Instant } from './time.ts'

/** What somebody typed: something to read, and characters that exist. */
export const text = z
  .string()
  .max(4000)
  .regex(/\S/)
  .refine((typed) => typed.isWellFormed(), 'has half a character')
export const day = z.iso.date() as unknown as z.ZodType<Day>
export const instant = z.iso.datetime({ precision: 3 }) as unknown as z.ZodType<Instant>

/** What a patient says about health. No guard may read a fact that carries this tag. */
const clinical = <schema extends z.ZodType>(schema: schema): schema =>
  schema.meta({ clinical: true })

export const TREATMENT_CLASSES = [
  'toxin',
  'filler',
  'laser',
  'peel',
  'microneedling',
  'other',
] as const
export const treatmentClass = z.enum(TREATMENT_CLASSES)

/** Which premises the treatment will be given in decides the law. */
export const place = z.enum(['england', 'scotland', 'wales', 'northern-ireland'])

const plan = z.strictObject({
  performer: text,
  supervisor: text.optional(),
  premises: text,
  product: text,
  date: day,
})

/**
 * Everything that can be known about a consultation, by name. A pathway lists the
 * names it reads and writes; a fact changes nowhere else but in a desk act.
 */
export const FACTS = {
  // set when a consultation begins, or by the desk
  'place-of-treatment': place,
  'treatment-class': treatmentClass,
  'treatment-name': text,
  plan,
  'in-the-room-since': instant,
  'birth-date-at-door': day,
  /** The clinic's own minimum between the written pack and consent, in hours. */
  'reflection-hours': z.int().nonnegative().max(24 * 366),
  /** When the written pack was given: reflection runs from it. */
  'pack-delivered-at': instant,
  // derived from other facts and the day: see bot/settle.ts
  'reflection-ends-at': instant,
  'age-band': z.enum(['under-16', '16-17', 'adult']),
  'age-band-on-treatment-day': z.enum(['under-16', '16-17', 'adult']),
  // welcome
  'privacy-notice-seen': z.literal(true),
  'help-needed': z.array(z.string().max(40)).max(12),
  'help-details': clinical(text),
  // age
  'date-of-birth': day,
  'what-brought-a-young-person': clinical(text),
  // enquiry
  'full-name': text,
  'called-by': text,
  'safe-contact': z.enum(['phone', 'text', 'email', 'post', 'at-the-clinic-only']),
  'safe-contact-details': text,
  'reason-in-own-words': clinical(text),
  'hoped-for-outcome': clinical(text),
  // gp-contact
  'gp-permission': z.enum(['granted', 'refused', 'no-gp']),
  'gp-practice': text,
  'gp-refusal-reason': clinical(text),
  'gp-refusal-explored': z.literal(true),
  // age-check
  'age-verified': z.literal(true),
  'age-document': z.enum(['passport', 'driving-licence', 'pass-card', 'other-photo-document']),
  'young-person-route': z.enum(['passed']),
  'young-person-parents': z.enum(['will-be-involved', 'would-rather-not']),
  'young-person-findings': z.record(z.string(), text),
  'young-person-treatment-class': treatmentClass,
  // gp-weighing
  'gp-need': z.enum(['needed', 'not-needed']),
  'gp-need-reason': text,
  'interaction-possible': z.enum(['possible', 'none-found']),
  'gp-reply': z.enum(['positive', 'negative', 'none-needed']),
  'gp-reply-details': text,
  'gp-reply-weighed': text,
  'gp-refusal-weighed': text,
  'history-adequate': z.literal(true),
  'history-sources': text,
  // consent-signature and consent
  signature: z.strictObject({ name: text, at: instant, meaning: z.literal('consent') }),
  'seen-alone': z.literal(true),
  'identity-checked': z.literal(true),
  'consent-taken-by': text,
  'consent-taken-at': instant,
  // every pathway in which a practitioner may decline; no pathway writes it
  'decline-reason': text,
} as const

export type FactName = keyof typeof FACTS
export type FactValue<name extends FactName = FactName> = z.infer<(typeof FACTS)[name]>
export type FactValues = { readonly [name in FactName]?: FactValue<name> }

/** True for what a patient said about health, which no guard may read. */
export function isClinical(name: FactName): boolean {
  return FACTS[name].meta()?.['clinical'] === true
}
