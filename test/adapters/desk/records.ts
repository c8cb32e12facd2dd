import type { RecordLine, RecordPage } from '../../../bot/views/desk.ts'

const LEAF =
  '{"commit":"9f2c51d7a8e04b63","log":"harbour","recordId":"r-13","schema":"candour/leaf@1"}'

const AGED: RecordLine = {
  stream: 'open',
  seq: 3,
  recordId: 'r-3b1f',
  at: '2026-11-18T09:05:00.000Z',
  recordedAt: '2026-11-18T09:05:01.000Z',
  who: 'Priya Nair',
  role: 'patient',
  assurance: 'link-and-birth-date',
  channel: 'widget',
  event: 'Answered: The date you gave',
  answer: 'Yes, that is right',
  transitions: [
    {
      pathway: 'age@1',
      from: 'right-date',
      event: 'right',
      to: 'adult',
      carried: false,
      guards: [
        {
          guard: 'under-16',
          held: false,
          authority: 'statute',
          clauses: [
            { id: 'JCCP-33', source: 'JCCP/CPSA guidance 2nd ed. 2020, 33', duty: 'must' },
            {
              id: 'SAFE-21',
              source: 'Botulinum Toxin and Cosmetic Fillers (Children) Act 2021',
              duty: 'must',
            },
          ],
        },
      ],
    },
  ],
  facts: [{ label: 'Age today', value: 'adult' }],
  gates: [{ gate: 'age-verified', label: 'Age seen on a document', met: false, stoodIn: false }],
  shown: [
    {
      id: 'age/right-date',
      digest: '4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce',
      text: 'You were born on 4 May 1991. Is that right?',
    },
  ],
  after: 'active, enquiry',
  leaf: LEAF,
  prev: '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b',
  standing: 'sealed',
}

export const RECORD: RecordPage = {
  consultation: 'c-4',
  who: 'Priya Nair',
  demo: true,
  verified: true,
  records: [
    AGED,
    {
      ...AGED,
      seq: 4,
      recordId: 'r-4c77',
      who: 'Amira Haddad',
      role: 'performer',
      assurance: 'demo-sign-in',
      channel: 'desk',
      event: 'Demo stand-in for expectations reviewed',
      transitions: [],
      facts: [],
      gates: [
        { gate: 'expectation-reviewed', label: 'Expectations reviewed', met: true, stoodIn: true },
      ],
      shown: [],
    },
    { ...AGED, stream: 'restricted', seq: 0, recordId: 'r-0d11', event: 'Declined', shown: [] },
  ],
}
