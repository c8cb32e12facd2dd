import type { ReadLine, ReadsView } from '../../../bot/views/reads.ts'

const tom = { id: 'p-tom', who: 'Dr Tom Okafor', role: 'supervisor' } as const
const amira = { id: 'p-amira', who: 'Amira Haddad', role: 'performer' } as const
const priya = { consultation: 'c-4', of: 'Priya Nair' }

const LINES: readonly ReadLine[] = [
  {
    ...{ ...tom, ...priya, at: '2026-11-21T10:12:00.000Z' },
    ...{ what: 'Was refused the record', how: 'refused' },
  },
  {
    ...{ ...tom, ...priya, at: '2026-11-21T10:10:00.000Z' },
    ...{ what: 'Opened it in an emergency', how: 'in-emergency' },
  },
  {
    ...{ ...amira, ...priya, at: '2026-11-21T09:40:00.000Z' },
    ...{ what: 'Read the consultation', how: 'theirs' },
  },
  {
    ...{ ...amira, at: '2026-11-20T16:05:00.000Z' },
    ...{ what: 'Searched by name and saw 3 people', how: 'search' },
  },
]

/** The first page of a month in which much was read. */
export const readsView = (): ReadsView => ({
  lines: LINES,
  all: 240,
  staff: [
    { id: amira.id, name: amira.who },
    { id: tom.id, name: tom.who },
  ],
})
