import { bandOf, moreNeeded } from '../../../bot/show/audit-bands.ts'
import type { AuditTable, AuditView } from '../../../bot/views/audit.ts'

const table = (
  id: string,
  title: string,
  of: string,
  counts: Record<string, number>,
): AuditTable => ({
  ...{ id, title, of, about: 'Everybody who was asked, and of whom it is still kept.' },
  rows: Object.entries(counts).map(([label, count]) => ({ label, band: bandOf(count) })),
})

/** What a clinic of some hundred consultations might see. */
export const auditView = (): AuditView => ({
  year: 2026,
  survey: { wanted: 20, band: bandOf(12), more: moreNeeded(12, 20) },
  tables: [
    table('outcomes', 'Consultations by outcome', 'Outcome', {
      Treated: 48,
      'Consented, not treated yet': 11,
      'Under way': 27,
      Paused: 3,
      'The patient withdrew': 9,
      'Declined by a practitioner': 6,
      'Refused for age': 0,
      'Ended without treatment': 14,
    }),
    table('reflection', 'Time to think', 'From the written information to consent', {
      'Less than 3 days': 2,
      '3 days to a week': 17,
      'One to two weeks': 31,
      'Two to four weeks': 8,
      'Four weeks or more': 1,
    }),
    table('gp', 'Contact with the GP', 'What the patient said', {
      'May be told': 12,
      'May not be told': 4,
      'Has no GP': 1,
    }),
    table('drop-off', 'Where people left', 'Question', {
      'GP contact: Telling your GP': 7,
      'Pre-consultation: Medicines': 5,
      'Each of the others': 0,
    }),
  ],
})
