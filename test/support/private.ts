import { setup } from 'xstate'
import { digest, readWords } from '../../adapters/files/content.ts'
import { machines } from '../../adapters/programs/house.ts'
import { createWords } from '../../bot/words.ts'
import { catalogue } from '../../content/catalogue.ts'
import type { Journey, Pathway } from '../../machines/contract.ts'
import { JOURNEYS, PATHWAYS } from '../../machines/index.ts'
import { pathway } from '../../machines/pathway.ts'
import { type ClinicOptions, demoClinic, openClinic } from './clinic.ts'

/** A private question of the tests' own, between the welcome and the age. */
const aside: Pathway = {
  id: 'aside@1',
  role: 'patient',
  reads: [],
  writes: [],
  machine: setup(pathway).createMachine({
    id: 'aside@1',
    context: {},
    initial: 'alone',
    states: {
      alone: {
        meta: { asks: { kind: 'private', options: ['safe', 'not-safe'], fact: 'help-details' } },
        on: { answered: 'thanked' },
      },
      thanked: { type: 'final' },
    },
  }),
  answers: {},
  outcomes: { thanked: { then: 'goes-on', clauses: ['JCCP-AX-VOL-3'], ensures: () => true } },
}

const file = (state: string, choices: string, body: string) => ({
  path: `en-GB/aside/${state}.md`,
  text: `---
id: aside/${state}
version: 1
audience: personal
private: true
clauses: [JCCP-AX-VOL-3]
slots: []
choices: ${choices}
reviewed: { on: 2026-11-21, againBy: 2027-11-21 }
---
${body}
`,
})

const sources = [
  ...readWords(),
  file(
    'alone',
    "{ safe: { label: 'I am fine' }, not-safe: { label: 'I am not' } }",
    'How are you?',
  ),
  file('thanked', '{}', 'Thank you.'),
]

const treatment = JOURNEYS['treatment@1'] as Journey
const [enquiry, ...later] = treatment.stages
const asking: Journey = {
  ...treatment,
  stages: [
    ...(enquiry
      ? [
          {
            ...enquiry,
            opens: [
              ...enquiry.opens.slice(0, 1),
              { pathway: 'aside@1' as const, when: () => true },
              ...enquiry.opens.slice(1),
            ],
          },
        ]
      : []),
    ...later,
  ],
}

/** A clinic whose journey asks one thing in private. */
export function openPrivately(options: ClinicOptions = {}) {
  const words = createWords(catalogue(sources, digest), demoClinic, digest, {
    ...machines,
    pathways: { ...PATHWAYS, 'aside@1': aside },
    journeys: { ...JOURNEYS, 'treatment@1': asking },
  })
  return openClinic({ ...options, words })
}
