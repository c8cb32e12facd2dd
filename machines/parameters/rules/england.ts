import { day } from '../../time.ts'
import { reviewed, reviewedMonthly, type RulePack } from './rule.ts'
import { unitedKingdom } from './united-kingdom.ts'

const childrenAct = 'https://www.legislation.gov.uk/ukpga/2021/19'
const from = day('2021-10-01')

/** Treatment given in England. */
export const england: RulePack = {
  id: 'rules-england@1',
  rules: [
    {
      id: 'under-18-toxin-and-filler',
      what: 'It is an offence to give toxin, or filler for looks, to somebody under 18. No permission changes that.',
      authority: 'statute',
      status: 'in-force',
      source: childrenAct,
      appliesTo: ['toxin', 'filler', 'children'],
      from,
      ...reviewed,
    },
    {
      id: 'under-18-arrangements',
      what: 'It is an offence of the business to arrange them for somebody under 18: a booking counts.',
      authority: 'statute',
      status: 'in-force',
      source: childrenAct,
      appliesTo: ['toxin', 'filler', 'children'],
      from,
      ...reviewed,
    },
    {
      id: 'capacity-from-16',
      what: 'From 16 everybody is presumed able to decide; an unwise decision shows nothing.',
      authority: 'statute',
      status: 'in-force',
      from: day('2007-10-01'),
      source: 'https://www.legislation.gov.uk/ukpga/2005/9',
      appliesTo: ['capacity', 'every-treatment'],
      ...reviewed,
    },
    {
      id: 'female-genital-mutilation-notice',
      what: 'A registered professional who learns of it in a girl under 18 tells the police within a month.',
      authority: 'statute',
      status: 'in-force',
      from: day('2015-10-31'),
      source: 'https://www.legislation.gov.uk/ukpga/2003/31/section/5B',
      appliesTo: ['safeguarding', 'children'],
      ...reviewed,
    },
    {
      // A power to make regulations, and none are made: nobody is licensed under it.
      id: 'licence-for-cosmetic-procedures',
      what: 'Regulations may ask for a licence of the person and of the premises. There are none yet.',
      authority: 'statute',
      status: 'enacted-not-commenced',
      source: 'https://www.legislation.gov.uk/ukpga/2022/31/section/180',
      appliesTo: ['every-treatment', 'premises'],
      ...reviewedMonthly,
    },
    ...unitedKingdom,
  ],
}
