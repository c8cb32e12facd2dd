import type { Journey, Known } from '../contract.ts'
import { lastDayOf } from '../parameters/feedback.ts'
import { dayOf, hoursBetween } from '../time.ts'
import * as gates from './gates.ts'

const { awaiting } = gates

const always = () => true
const adult = ({ facts }: Known) => facts['age-band'] === 'adult'
const young = ({ facts }: Known) => facts['age-band'] === '16-17'

/** The room is open for an hour; then the performer opens it again. */
const inTheRoom = ({ facts, at }: Known) => {
  const since = facts['in-the-room-since']
  return since !== undefined && hoursBetween(since, at) < 1
}

/** The patient said it back, or asked for it to be explained: either way a person looks. */
const taught = ({ facts }: Known) =>
  facts['said-back'] === true || facts['explaining-wanted'] === true

/** After what matters has been told, and no longer than somebody remembers how it was. */
const asksForFeedback = ({ facts, at }: Known) => {
  const treated = facts['reconfirmed-on']?.day
  return (
    facts['self-care-told'] === true && treated !== undefined && dayOf(at) <= lastDayOf(treated)
  )
}

/** A signature given before all of this holds would be void, so nobody is asked for one. */
const beforeConsent = [
  gates.capacityFound,
  gates.voluntarinessAffirmed,
  gates.assessmentComplete,
  gates.referralDecided,
  gates.feesDisclosed,
  gates.teachBackPassed,
  gates.coolingOffElapsed,
  gates.ageVerified,
  gates.consentPlanned,
  gates.adultOnBothDays,
  gates.oldEnoughByStatute,
  gates.oldEnoughByPolicy,
  gates.gpNeedConsidered,
  gates.adequateHistory,
  gates.interactionsChecked,
  gates.noOpenQuestions,
]

/** Consent rests on the age and the plan that it was given for. */
const beforeTreatment = [
  gates.adultOnBothDays,
  gates.oldEnoughByStatute,
  gates.oldEnoughByPolicy,
  gates.consentSoughtByTreatingPractitioner,
  gates.noOpenQuestions,
]

/** One request for one treatment, from the first message to its end. */
export const treatment: Journey = {
  id: 'treatment@1',
  // For everybody who was asked in private, whatever they said.
  apart: [
    { pathway: 'concern-response@1', when: ({ facts }) => facts['own-wish-said'] !== undefined },
  ],
  stages: [
    {
      name: 'enquiry',
      opens: [
        { pathway: 'welcome@1', when: always },
        { pathway: 'age@1', when: ({ facts }) => facts['privacy-notice-seen'] === true },
        { pathway: 'age-check@1', when: young },
        // At 16 and 17 a named person must be able to reach them; no treatment is asked about.
        { pathway: 'enquiry@1', when: (known) => adult(known) || young(known) },
      ],
      entry: [],
      gates: [gates.privacyNoticeShown, gates.adultOrYoungPersonsRoute, gates.enquiryTold],
    },
    {
      name: 'pre-consultation',
      opens: [
        { pathway: 'gp-contact@1', when: always },
        { pathway: 'pre-consultation@1', when: always },
        { pathway: 'voluntariness@1', when: always },
      ],
      entry: [],
      gates: [gates.gpPermissionAsked, gates.healthTold],
    },
    {
      name: 'consultation',
      opens: [
        { pathway: 'age-check@1', when: adult },
        // Capacity is for one decision, so the decision is planned first.
        { pathway: 'capacity@1', when: ({ facts }) => facts.plan !== undefined },
        { pathway: 'gp-weighing@1', when: always },
        { pathway: 'psychological@1', when: always },
        { pathway: 'suitability@1', when: always },
        { pathway: 'voluntariness-finding@1', when: always },
      ],
      entry: [gates.treatmentProposed],
      gates: [
        gates.ageVerified,
        gates.gpNeedConsidered,
        gates.adequateHistory,
        gates.interactionsChecked,
        gates.capacityFound,
        gates.voluntarinessAffirmed,
        gates.assessmentComplete,
        gates.expectationReviewed,
        gates.referralDecided,
      ],
    },
    {
      name: 'reflection',
      opens: [
        { pathway: 'fees@1', when: always },
        { pathway: 'information@1', when: always },
        { pathway: 'teach-back@1', when: ({ facts }) => facts['pack-delivered-at'] !== undefined },
        { pathway: 'understanding-check@1', when: taught },
        { pathway: 'cooling-off@1', when: ({ facts }) => facts.understood === true },
      ],
      entry: [],
      gates: [
        gates.feesDisclosed,
        gates.interestsDisclosed,
        gates.complaintsShown,
        gates.reportingRouteShown,
        gates.withdrawalRightTold,
        gates.writtenInformation,
        gates.risksShown,
        gates.optionsShown,
        gates.emotionalImpact,
        gates.worriesAnswered,
        gates.teachBackPassed,
        gates.coolingOffElapsed,
        gates.enoughTime,
        gates.enoughInformation,
      ],
    },
    {
      name: 'consent',
      opens: [
        {
          pathway: 'consent-signature@1',
          when: inTheRoom,
        },
        { pathway: 'consent@1', when: ({ facts }) => facts.signature !== undefined },
      ],
      entry: beforeConsent,
      gates: [
        gates.prescriberAuthorised,
        // To this performer, for this product, on this day: another plan is another delegation.
        { ...awaiting('delegation-safe', 'delegation', 'JCCP-PX-5'), restsOn: ['plan'] },
        awaiting('chaperone-offered', 'chaperone', 'SAFE-2'),
        awaiting('image-consent-purpose', 'images', 'SAFE-13', 'SAFE-17'),
        gates.writtenConsent,
        gates.identityChecked,
        gates.aloneConfirmed,
        gates.consentSoughtByTreatingPractitioner,
      ],
    },
    {
      name: 'treatment-day',
      opens: [{ pathway: 'reconfirmation@1', when: always }],
      entry: beforeTreatment,
      gates: [gates.reconfirmedOnDay],
    },
    {
      name: 'aftercare',
      opens: [
        { pathway: 'aftercare@1', when: always },
        // Nothing waits for it: a month after the treatment it closes by itself.
        { pathway: 'feedback@1', when: asksForFeedback },
      ],
      entry: [],
      gates: [gates.selfCareTold, gates.noOpenQuestions],
    },
    { name: 'ended', opens: [], entry: [], gates: [] },
  ],
}
