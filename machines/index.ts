import type { Journey, Pathway, Pinned } from './contract.ts'
import { practice } from './journeys/practice.ts'
import { treatment } from './journeys/treatment.ts'
import { ageCheck } from './pathways/age-check/facts.ts'
import { age } from './pathways/age/facts.ts'
import { consentSignature } from './pathways/consent-signature/facts.ts'
import { consent } from './pathways/consent/facts.ts'
import { enquiry } from './pathways/enquiry/facts.ts'
import { feedback } from './pathways/feedback/facts.ts'
import { gpContact } from './pathways/gp-contact/facts.ts'
import { gpWeighing } from './pathways/gp-weighing/facts.ts'
import { coolingOff } from './pathways/cooling-off/facts.ts'
import { information } from './pathways/information/facts.ts'
import { teachBack } from './pathways/teach-back/facts.ts'
import { understandingCheck } from './pathways/understanding-check/facts.ts'
import { fees } from './pathways/fees/facts.ts'
import { preConsultation } from './pathways/pre-consultation/facts.ts'
import { psychological } from './pathways/psychological/facts.ts'
import { concernResponse } from './pathways/concern-response/facts.ts'
import { voluntarinessFinding } from './pathways/voluntariness-finding/facts.ts'
import { voluntariness } from './pathways/voluntariness/facts.ts'
import { aftercare } from './pathways/aftercare/facts.ts'
import { capacity } from './pathways/capacity/facts.ts'
import { reconfirmation } from './pathways/reconfirmation/facts.ts'
import { suitability } from './pathways/suitability/facts.ts'
import { socialMediaPost } from './pathways/social-media-post/facts.ts'
import { welcome } from './pathways/welcome/facts.ts'

/** Every pathway, by the name and version that a consultation is pinned to. */
export const PATHWAYS: Readonly<Record<Pinned, Pathway>> = byId([
  welcome,
  age,
  ageCheck,
  enquiry,
  gpContact,
  gpWeighing,
  information,
  teachBack,
  understandingCheck,
  coolingOff,
  consentSignature,
  consent,
  preConsultation,
  psychological,
  fees,
  voluntariness,
  voluntarinessFinding,
  concernResponse,
  capacity,
  suitability,
  reconfirmation,
  aftercare,
  feedback,
  socialMediaPost,
])

/** Every journey, likewise. */
export const JOURNEYS: Readonly<Record<Pinned, Journey>> = byId([treatment, practice])

function byId<item extends { readonly id: Pinned }>(items: readonly item[]): Record<Pinned, item> {
  return Object.fromEntries(items.map((item) => [item.id, item]))
}
