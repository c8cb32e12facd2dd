import type { Journey, Known } from '../contract.ts'
import * as gates from './gates.ts'

const { awaiting } = gates

const always = () => true
const adult = ({ facts }: Known) => facts['age-band'] === 'adult'
const young = ({ facts }: Known) => facts['age-band'] === '16-17'

/** A signature given before all of this holds would be void, so nobody is asked for one. */
const beforeConsent = [
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
      opens: [{ pathway: 'gp-contact@1', when: always }],
      entry: [],
      gates: [
        gates.gpPermissionAsked,
        awaiting('health-and-psych-screen-complete', 'pre-consultation', 'JCCP-IN-6', 'SAFE-46'),
      ],
    },
    {
      name: 'consultation',
      opens: [
        { pathway: 'age-check@1', when: adult },
        { pathway: 'gp-weighing@1', when: always },
      ],
      entry: [],
      gates: [
        gates.ageVerified,
        gates.gpNeedConsidered,
        gates.adequateHistory,
        gates.interactionsChecked,
        awaiting('no-assumption-capacity', 'capacity', 'JCCP-AX-CAP-4'),
        awaiting('voluntariness-affirmed', 'voluntariness-finding', 'JCCP-19.1', 'JCCP-KR-6'),
        awaiting('assessment-complete', 'suitability', 'JCCP-AX-GOOD-1', 'JCCP-KR-5', 'JCCP-18'),
        awaiting('expectation-reviewed', 'psychological', 'JCCP-14.1', 'JCCP-KA-5'),
      ],
    },
    {
      name: 'reflection',
      opens: [],
      entry: [],
      gates: [
        awaiting('written-information-delivered', 'information', 'JCCP-KR-3.1'),
        awaiting('serious-risks-shown', 'information', 'JCCP-AX-RISK-6'),
        awaiting('alternatives-discussed', 'information', 'JCCP-22'),
        awaiting('teach-back-passed', 'understanding-check', 'JCCP-AX-RISK-8.1', 'JCCP-AX-EXPR-1'),
        awaiting('fees-disclosed', 'fees', 'JCCP-29', 'JCCP-30'),
        awaiting('interests-disclosed', 'fees', 'JCCP-KR-22', 'JCCP-56'),
        awaiting('cooling-off-elapsed', 'cooling-off', 'JCCP-25', 'JCCP-26', 'JCCP-AX-YP-3'),
        awaiting('patient-says-enough-time', 'cooling-off', 'JCCP-KR-3'),
        awaiting('patient-says-enough-information', 'cooling-off', 'JCCP-KR-3'),
      ],
    },
    {
      name: 'consent',
      opens: [
        {
          pathway: 'consent-signature@1',
          when: ({ facts }) => facts['in-the-room-since'] !== undefined,
        },
        { pathway: 'consent@1', when: ({ facts }) => facts.signature !== undefined },
      ],
      entry: beforeConsent,
      gates: [
        gates.prescriberAuthorised,
        awaiting('delegation-safe', 'delegation', 'JCCP-PX-5'),
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
      opens: [],
      entry: beforeTreatment,
      gates: [awaiting('reconfirmed-on-day', 'reconfirmation', 'JCCP-AX-REV-1', 'JCCP-16.1')],
    },
    {
      name: 'aftercare',
      opens: [],
      entry: [],
      gates: [awaiting('self-care-told', 'aftercare', 'JCCP-37')],
    },
    { name: 'ended', opens: [], entry: [], gates: [] },
  ],
}
