import { type Authority, cited } from '../cited.ts'
import type { ClauseId } from '../clauses/ids.ts'
import type { FactName, Gate, Known } from '../contract.ts'
import { minimumAgeFor } from '../parameters/minimum-age.ts'
import { ageOn, type Day, dayOf } from '../time.ts'

/** A gate whose pathway is still to come: closed, unless a demo stands in for it in the open. */
export function awaiting(
  name: string,
  awaits: string,
  ...clauses: [ClauseId, ...ClauseId[]]
): Gate {
  return { name, awaits, met: cited(clauses, () => false) }
}

export const privacyNoticeShown: Gate = {
  name: 'privacy-notice-shown',
  met: cited(['JCCP-41a'], ({ facts }: Known) => facts['privacy-notice-seen'] === true),
}

export const adultOrYoungPersonsRoute: Gate = {
  name: 'adult-or-young-persons-route',
  met: cited(['JCCP-33', 'JCCP-KR-9', 'JCCP-AX-YP-1'], adultOrPassed),
}

/** An adult today, or 16 or 17 and through every step of the young person's route. */
export function adultOrPassed({ facts }: Known): boolean {
  if (facts['age-band'] === 'adult') return true
  return facts['age-band'] === '16-17' && facts['young-person-route'] === 'passed'
}

/** What the patient said is not read: the enquiry, once told, has left a way to reach them. */
export const enquiryTold: Gate = {
  name: 'enquiry-told',
  met: cited(['JCCP-17'], ({ facts }: Known) => facts['safe-contact'] !== undefined),
}

export const gpPermissionAsked: Gate = {
  name: 'gp-permission-asked',
  met: cited(['JCCP-28.1'], ({ facts }: Known) => facts['gp-permission'] !== undefined),
}

export const ageVerified: Gate = {
  name: 'age-verified',
  met: cited(['SAFE-26'], ({ facts }: Known) => facts['age-verified'] === true),
}

export const gpNeedConsidered: Gate = {
  name: 'gp-need-considered',
  met: cited(['JCCP-28'], ({ facts }: Known) => facts['gp-need'] !== undefined),
}

/** Whatever was said about contacting the GP: permission neither gives nor replaces a history. */
export const adequateHistory: Gate = {
  name: 'adequate-history',
  met: cited(
    ['JCCP-28.3', 'JCCP-PX-3.1'],
    ({ facts }: Known) => facts['history-adequate'] === true,
  ),
}

/** None was found, or the GP has answered yes. Silence and a refusal are neither. */
export const interactionsChecked: Gate = {
  name: 'interactions-checked',
  met: cited(
    ['JCCP-PX-7', 'JCCP-AX-GOOD-9'],
    ({ facts }: Known) =>
      facts['interaction-possible'] === 'none-found' ||
      (facts['interaction-possible'] === 'possible' && facts['gp-reply'] === 'positive'),
  ),
}

/** What the patient asked is open until the patient says that it is settled. */
export const noOpenQuestions: Gate = {
  name: 'no-open-questions',
  met: cited(['JCCP-AX-REV-1.1'], ({ questionsOpen }: Known) => questionsOpen === 0),
}

/** A fact that one outcome alone writes; its being there is the gate. */
function known(name: string, fact: FactName, ...clauses: [ClauseId, ...ClauseId[]]): Gate {
  return { name, met: cited(clauses, ({ facts }: Known) => facts[fact] !== undefined) }
}

/** That it was told, never what: no gate reads a word about health. */
export const healthTold = known(
  'health-and-psych-screen-complete',
  'health-told',
  ...(['JCCP-IN-6', 'SAFE-46', 'JCCP-17'] as const),
)
export const capacityFound = known('no-assumption-capacity', 'capacity', 'JCCP-AX-CAP-4')
/** Absence of suspicion is no statement: somebody must have said that it is their own wish. */
export const voluntarinessAffirmed = known(
  'voluntariness-affirmed',
  'voluntary-affirmed',
  ...(['JCCP-19.1', 'JCCP-KR-6'] as const),
)
export const assessmentComplete = known(
  'assessment-complete',
  'assessment-complete',
  ...(['JCCP-AX-GOOD-1', 'JCCP-KR-5', 'JCCP-18'] as const),
)
export const expectationReviewed = known(
  'expectation-reviewed',
  'expectations-reviewed',
  ...(['JCCP-14.1', 'JCCP-KA-5'] as const),
)
/** An open concern has an outside assessment behind it, or there is none. */
export const referralDecided = known(
  'referral-decision-recorded',
  'wellbeing-considered',
  ...(['JCCP-KR-4', 'JCCP-19.2'] as const),
)
export const complaintsShown = known('complaints-policy-shown', 'complaints-shown', 'JCCP-KR-26')
export const reportingRouteShown = known(
  'reporting-route-shown',
  'complication-reporting-shown',
  'JCCP-9',
)
export const withdrawalRightTold = known(
  'withdrawal-right-told',
  'right-to-withdraw-shown',
  'JCCP-27',
)
export const writtenInformation = known(
  'written-information-delivered',
  'pack-delivered-at',
  'JCCP-KR-3.1',
)
export const risksShown = known('serious-risks-shown', 'risks-shown', 'JCCP-AX-RISK-6')
export const optionsShown = known('alternatives-discussed', 'options-shown', 'JCCP-22')
export const emotionalImpact = known(
  'emotional-impact-discussed',
  'emotional-impact-discussed',
  'JCCP-24.1',
)
export const worriesAnswered = known('patient-worries-answered', 'worries-answer', 'JCCP-24')
export const teachBackPassed = known(
  'teach-back-passed',
  'understood',
  ...(['JCCP-AX-RISK-8.1', 'JCCP-AX-EXPR-1'] as const),
)
export const feesDisclosed = known('fees-disclosed', 'fees-shown', 'JCCP-29', 'JCCP-30')
export const interestsDisclosed = known(
  'interests-disclosed',
  'interests-shown',
  'JCCP-KR-22',
  'JCCP-56',
)
export const enoughTime = known('patient-says-enough-time', 'patient-says-enough-time', 'JCCP-KR-3')
export const enoughInformation = known(
  'patient-says-enough-information',
  'patient-says-enough-information',
  'JCCP-KR-3',
)

/** The clinic's minimum, counted from the written pack. Exactly that long is enough. */
export const coolingOffElapsed: Gate = {
  name: 'cooling-off-elapsed',
  met: cited(['JCCP-25', 'JCCP-26', 'JCCP-AX-YP-3'], ({ facts, at }: Known) => {
    const ends = facts['reflection-ends-at']
    return ends !== undefined && at >= ends
  }),
}

/** Asked afresh on the very day; a yes of another day is no yes. */
export const reconfirmedOnDay: Gate = {
  name: 'reconfirmed-on-day',
  met: cited(['JCCP-AX-REV-1', 'JCCP-16.1'], ({ facts }: Known) => {
    const { plan, 'reconfirmed-on': asked } = facts
    return plan !== undefined && asked?.day === plan.date && asked.by === plan.performer
  }),
}

/** A clinician names the treatment before anything about it is found. */
export const treatmentProposed: Gate = {
  name: 'treatment-proposed',
  met: cited(
    ['JCCP-18'],
    ({ facts }: Known) =>
      facts['treatment-name'] !== undefined && facts['treatment-class'] !== undefined,
  ),
}

export const selfCareTold = known('self-care-told', 'self-care-told', 'JCCP-37')

export const consentPlanned: Gate = {
  name: 'consent-planned',
  met: cited(['JCCP-16'], ({ facts }: Known) => facts.plan !== undefined),
}

/** On the day of consent and on the day of treatment, which is why a date must be planned. */
export const adultOnBothDays: Gate = {
  name: 'adult-on-both-days',
  met: cited(['JCCP-33', 'JCCP-KR-9'], (known: Known) => {
    const treated = known.facts['age-band-on-treatment-day']
    if (treated === 'adult' && known.facts['age-band'] === 'adult') return true
    const young = known.facts['young-person-route'] === 'passed'
    return young && adultOrPassed(known) && (treated === '16-17' || treated === 'adult')
  }),
}

/** Old enough for this treatment there, today and on the day; unknown reads as not. */
function oldEnough(authority: Authority, { facts, at }: Known): boolean {
  const { plan, 'date-of-birth': birth, 'place-of-treatment': place } = facts
  const treatment = facts['treatment-class']
  if (!plan || !birth || !place || !treatment) return false
  return [dayOf(at), plan.date].every((on: Day) => {
    const line = minimumAgeFor(place, treatment, on)
    return line?.authority !== authority || ageOn(birth, on) >= line.years
  })
}

export const oldEnoughByStatute: Gate = {
  name: 'old-enough-by-statute',
  met: cited(['SAFE-20', 'SAFE-21'], (known: Known) => oldEnough('statute', known), 'statute'),
}

/** The same line where that nation's law has not drawn it. */
export const oldEnoughByPolicy: Gate = {
  name: 'old-enough-by-policy',
  met: cited(['SAFE-21'], (known: Known) => oldEnough('clinic-policy', known), 'clinic-policy'),
}

export const writtenConsent: Gate = {
  name: 'written-consent',
  met: cited(['JCCP-AX-EXPR-4'], ({ facts }: Known) => facts.signature !== undefined),
}

export const aloneConfirmed: Gate = {
  name: 'alone-confirmed',
  met: cited(['JCCP-AX-VOL-3'], ({ facts }: Known) => facts['seen-alone'] === true),
}

export const identityChecked: Gate = {
  name: 'identity-checked',
  met: cited(['SAFE-26'], ({ facts }: Known) => facts['identity-checked'] === true),
}

export const consentSoughtByTreatingPractitioner: Gate = {
  name: 'consent-sought-by-treating-practitioner',
  met: cited(['JCCP-KR-2', 'JCCP-16'], ({ facts }: Known) => {
    const taker = facts['consent-taken-by']
    if (taker === undefined) return false
    return taker === facts.plan?.performer || taker === facts.plan?.supervisor
  }),
}

/** A class that needs no prescription needs no prescriber; a class not yet known may. */
export const prescriberAuthorised: Gate = {
  name: 'prescriber-authorised',
  awaits: 'prescribing',
  met: cited(['JCCP-PX-1'], ({ facts }: Known) => {
    const treatment = facts['treatment-class']
    return treatment !== undefined && treatment !== 'toxin'
  }),
}
