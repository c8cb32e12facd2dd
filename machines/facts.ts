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
  'reflection-hours': z
    .int()
    .nonnegative()
    .max(24 * 366),
  // derived from other facts and the day: see bot/settle.ts
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
  // information
  'pack-delivered-at': instant,
  'pack-way': z.enum(['on-paper-at-the-clinic', 'read-here-only', 'by-email']),
  'risks-shown': z.literal(true),
  'risks-declined': z.literal(true),
  'options-shown': z.literal(true),
  'emotional-impact-discussed': z.literal(true),
  'patient-worries': clinical(text),
  // teach-back: the patient's own words, which no guard may read
  'teach-back-treatment': clinical(text),
  'teach-back-risks': clinical(text),
  'teach-back-choices': clinical(text),
  'said-back': z.literal(true),
  'explaining-wanted': z.literal(true),
  // understanding-check: `explained-at` tells two explanations in the same words apart
  'worries-answer': text,
  understood: z.literal(true),
  explanation: text,
  'explanation-of': text,
  'explained-at': instant,
  // derived from the written pack and the clinic's own hours: see `reflectionEnds`
  'reflection-ends-at': instant,
  // cooling-off
  'patient-says-enough-time': z.literal(true),
  'patient-says-enough-information': z.literal(true),
  // pre-consultation: what was said in this consultation, in own words or by a plain choice
  'health-conditions': clinical(text),
  'health-medicines': clinical(text),
  'health-allergies': clinical(text),
  'health-pregnancy': clinical(text),
  'health-earlier-treatments': clinical(text),
  'health-skin': clinical(text),
  'health-worries': clinical(text),
  'health-daily-life': clinical(text),
  'reason-confirmed': clinical(text),
  'hope-confirmed': clinical(text),
  'health-told': z.literal(true),
  /** By question, the own words of an earlier consultation; a plain choice is not among them. */
  'earlier-health': clinical(z.record(z.string(), text)),
  // the pathway sets these two for itself as it asks; no pathway writes them
  'earlier-words': clinical(text),
  'earlier-health-asked': z.array(z.string()),
  // psychological
  'wellbeing-considered': z.literal(true),
  'wellbeing-reason': text,
  'wellbeing-concern': text,
  'outside-assessment': z.strictObject({ by: text, words: text }),
  /** Until their words are there too; no pathway writes it. */
  'outside-assessor': text,
  // fees
  'fees-shown': z.literal(true),
  'interests-shown': z.literal(true),
  'complaints-shown': z.literal(true),
  'complication-reporting-shown': z.literal(true),
  'right-to-withdraw-shown': z.literal(true),
  // voluntariness: three private answers, of the restricted stream only; an option of the
  // question, or what was typed in its place
  'own-wish-said': clinical(text),
  'pressed-said': clinical(text),
  'only-the-clinic': clinical(text),
  /** That they were asked in the chat, whatever was said. */
  'voluntariness-asked': z.literal(true),
  // voluntariness-finding: its absence, for whatever reason, reads not yet
  'voluntary-affirmed': z.literal(true),
  // concern-response: of the restricted stream only
  'concern-reason': text,
  'concern-heard': clinical(text),
  'concern-steps': z.array(z.string().max(40)).max(12),
  'concern-choice': z.enum(['own-choice', 'danger-to-others', 'may-not-be-able']),
  'concern-told': text,
  // capacity: presumed, or found by a person for this decision, now
  capacity: z.enum(['presumed', 'found']),
  'capacity-doubt': text,
  'capacity-support': z.array(z.string().max(40)).min(1).max(12),
  'capacity-findings': z.record(z.string(), text),
  // suitability
  'expectations-reviewed': text,
  examination: z.enum(['done', 'not-needed']),
  'examination-words': text,
  'best-interest-reason': text,
  'alternatives-discussed': text,
  'second-opinion': z.enum(['not-wanted', 'heard']),
  'second-opinion-words': text,
  'assessment-complete': z.literal(true),
  // reconfirmation
  'change-on-the-day': text,
  'reconfirmed-on': z.strictObject({ day, by: text }),
  // aftercare: telling the GP afterwards is a choice of its own, apart from `gp-permission`
  'self-care-told': z.literal(true),
  'return-visit-known': z.enum(['known', 'not-known']),
  'gp-informed-after': z.enum(['yes', 'no']),
  // feedback: counted with those of others, and read by no guard
  'survey-satisfied': z.enum(['very-satisfied', 'satisfied', 'neither', 'dissatisfied']),
  'survey-listened': z.enum(['yes', 'partly', 'no']),
  'survey-as-explained': z.enum(['yes', 'partly', 'no']),
  'survey-in-yourself': clinical(z.enum(['better', 'the-same', 'worse'])),
  'survey-words': clinical(text),
  'survey-answered': z.literal(true),
  // practice: who started it, by the clinic's file, and which registers that says they are on
  author: text,
  'jccp-registrant': z.literal(true),
  'hcpc-registrant': z.literal(true),
  'cosrt-member': z.literal(true),
  // social-media-post
  'post-where': text,
  'post-draft': text,
  'post-materials': text,
  'post-right-shown': text,
  'post-advice': text,
  'post-checked': z.literal(true),
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

/** What a practitioner's judgement of safety rests on: when one changes, it is judged again. */
export const HEALTH = [
  ...(['health-conditions', 'health-medicines', 'health-allergies'] as const),
  ...(['health-pregnancy', 'health-earlier-treatments', 'health-skin'] as const),
]
