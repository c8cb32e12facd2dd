import type { Journey, Pathway, Pinned } from './contract.ts'
import { treatment } from './journeys/treatment.ts'
import { ageCheck } from './pathways/age-check/facts.ts'
import { age } from './pathways/age/facts.ts'
import { consentSignature } from './pathways/consent-signature/facts.ts'
import { consent } from './pathways/consent/facts.ts'
import { enquiry } from './pathways/enquiry/facts.ts'
import { gpContact } from './pathways/gp-contact/facts.ts'
import { gpWeighing } from './pathways/gp-weighing/facts.ts'
import { welcome } from './pathways/welcome/facts.ts'

/** Every pathway, by the name and version that a consultation is pinned to. */
export const PATHWAYS: Readonly<Record<Pinned, Pathway>> = byId([
  welcome,
  age,
  ageCheck,
  enquiry,
  gpContact,
  gpWeighing,
  consentSignature,
  consent,
])

/** Every journey, likewise. */
export const JOURNEYS: Readonly<Record<Pinned, Journey>> = byId([treatment])

function byId<item extends { readonly id: Pinned }>(items: readonly item[]): Record<Pinned, item> {
  return Object.fromEntries(items.map((item) => [item.id, item]))
}
