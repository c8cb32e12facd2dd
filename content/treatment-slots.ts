import type { Clinic } from './clinic.ts'
import type { Risk, Treatment } from './treatment.ts'
import { WITHDRAWING } from './treatment.ts'

/** What a clinic tells everybody, whatever the treatment. */
export type ClinicTexts = Pick<Clinic, 'interests' | 'complaints' | 'complicationReporting'>

/** The treatment of that name, as the consultation has it. */
export function treatmentNamed<one extends { readonly name: string }>(
  treatments: readonly one[],
  name: string,
): one | undefined {
  return treatments.find((one) => one.name === name)
}

/** What the words about a treatment are filled with: texts, and lists of texts. */
export function treatmentSlots(
  treatment: Treatment,
  clinic?: ClinicTexts,
): Record<string, unknown> {
  const { costs, options } = treatment
  return {
    'treatment-title': treatment.name,
    'treatment-what': treatment.what,
    'treatment-hoped-for': treatment.hopedFor,
    ...riskSlots(treatment),
    'emotional-impact': [...treatment.emotionalImpact],
    options: options.map(optionWords),
    aftercare: [...treatment.aftercare],
    'cost-of-treatment': costs.treatment,
    'cost-of-withdrawing': withdrawingWords(treatment).join(' '),
    'cost-of-follow-up': costs.followUp,
    'cost-of-revision': costs.revision,
    ...(clinic && {
      interests: clinic.interests,
      complaints: clinic.complaints,
      'complication-reporting': clinic.complicationReporting,
    }),
  }
}

/** Each risk is told once: the serious ones by themselves, however rare. */
export function riskSlots({ risks }: Treatment) {
  const told = (which: (one: Risk) => boolean) => risks.filter(which).map(riskWords)
  const lesser = (kind: Risk['kind']) => told((one) => one.kind === kind && !one.serious)
  return {
    'risks-side-effects': lesser('side-effect'),
    'risks-complications': lesser('complication'),
    'serious-risks': told(({ serious }) => serious),
    'risks-of-failure': lesser('failure'),
    'risks-of-doing-nothing': lesser('doing-nothing'),
  }
}

/** An option with its own risks, in one breath. */
export function optionWords({ name, what, risks }: Treatment['options'][number]): string {
  const { sideEffects, complications, failure, emotional } = risks
  return [`${name}: ${what}`, sideEffects, complications, failure, emotional].join(' ')
}

/** What leaving costs, at this point and at every later one. */
export function withdrawingWords({ costs }: Treatment): string[] {
  return WITHDRAWING.map((stage) => costs.withdrawing[stage])
}

/** How long this clinic gives to think. The longer of its two policies; neither is the law. */
export function reflectionHoursOf(
  { reflectionHours }: Pick<Treatment, 'reflectionHours'>,
  { policies }: Pick<Clinic, 'policies'>,
): number {
  return Math.max(reflectionHours, policies.reflectionHours ?? 0)
}

function riskWords({ words, frequency }: Risk): string {
  return frequency === undefined ? words : `${words} (${frequency})`
}
