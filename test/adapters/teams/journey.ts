import * as gates from '../../../machines/journeys/gates.ts'
import type { Journey } from '../../../machines/contract.ts'
import { shipped } from '../../support/clinic.ts'

const always = () => true

/** The shortest way to a practitioner: what is asked before and after is not of Teams. */
const short: Journey = {
  id: 'treatment@1',
  stages: [
    {
      name: 'enquiry',
      opens: [
        { pathway: 'welcome@1', when: always },
        { pathway: 'age@1', when: ({ facts }) => facts['privacy-notice-seen'] === true },
        { pathway: 'enquiry@1', when: ({ facts }) => facts['age-band'] === 'adult' },
      ],
      entry: [],
      gates: [gates.privacyNoticeShown, gates.adultOrYoungPersonsRoute, gates.enquiryTold],
    },
    {
      name: 'pre-consultation',
      opens: [{ pathway: 'gp-contact@1', when: always }],
      entry: [],
      gates: [gates.gpPermissionAsked],
    },
    {
      name: 'consultation',
      opens: [
        { pathway: 'age-check@1', when: always },
        { pathway: 'gp-weighing@1', when: always },
        { pathway: 'capacity@1', when: always },
      ],
      entry: [],
      gates: [gates.ageVerified, gates.gpNeedConsidered, gates.adequateHistory],
    },
    { name: 'ended', opens: [], entry: [], gates: [] },
  ],
}

export const words = {
  ...shipped,
  house: { ...shipped.house, journeys: { ...shipped.house.journeys, 'treatment@1': short } },
}
