import { day } from '../../time.ts'
import { reviewed, reviewedMonthly, type RulePack } from './rule.ts'
import { unitedKingdom } from './united-kingdom.ts'

const proceduresAct = 'https://www.legislation.gov.uk/asp/2026/13'

/** Treatment given in Scotland. */
export const scotland: RulePack = {
  id: 'rules-scotland@1',
  rules: [
    {
      id: 'under-18-toxin-and-filler',
      what: 'Nobody under 18 is given toxin or filler: England’s line, applied here because we chose to.',
      authority: 'clinic-policy',
      status: 'policy',
      from: day('2021-10-01'),
      source: 'https://www.legislation.gov.uk/ukpga/2021/19',
      appliesTo: ['toxin', 'filler', 'children'],
      ...reviewed,
    },
    {
      id: 'under-18-procedures',
      what: 'It will be an offence to give a procedure of Schedule 1 to somebody under 18.',
      authority: 'statute',
      status: 'enacted-not-commenced',
      source: proceduresAct,
      appliesTo: ['toxin', 'filler', 'every-treatment', 'children'],
      ...reviewedMonthly,
    },
    {
      id: 'permitted-premises',
      what: 'A procedure of Schedule 1 will be given only in the kinds of premises that the Act permits, never in a home.',
      authority: 'statute',
      status: 'enacted-not-commenced',
      source: proceduresAct,
      appliesTo: ['premises', 'every-treatment'],
      ...reviewedMonthly,
    },
    ...unitedKingdom,
  ],
}
