import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { socialMediaPostMachine } from './machine.ts'

const notCleared = (facts: FactValues) => facts['post-checked'] === undefined

export const socialMediaPost: Pathway = {
  id: 'social-media-post@1',
  role: 'practitioner',
  reads: ['jccp-registrant', 'hcpc-registrant', 'cosrt-member'],
  writes: [
    'post-where',
    'post-draft',
    'post-materials',
    'post-right-shown',
    'post-advice',
    'post-checked',
  ],
  machine: socialMediaPostMachine,
  answers: {
    where: FACTS['post-where'],
    draft: FACTS['post-draft'],
    materials: FACTS['post-materials'],
    'right-shown': FACTS['post-right-shown'],
    advice: FACTS['post-advice'],
  },
  outcomes: {
    'may-go-out': {
      then: 'goes-on',
      clauses: [
        ...(['SM-9', 'SM-10', 'SM-16', 'SM-24', 'SM-27', 'JCCP-AX-SM-4', 'JCCP-AX-SM-7'] as const),
        ...(['HCPC-13', 'HCPC-28'] as const),
      ],
      ensures: (facts) =>
        facts['post-checked'] === true &&
        facts['post-where'] !== undefined &&
        facts['post-draft'] !== undefined,
    },
    'not-posted': {
      then: 'goes-on',
      clauses: ['SM-26', 'JCCP-AX-SM-1', 'JCCP-AX-SM-5', 'HCPC-19'],
      ensures: notCleared,
    },
    blocked: {
      then: 'goes-on',
      clauses: [
        ...(['SM-7', 'SM-8', 'SM-11', 'SM-14', 'SM-17', 'SM-20', 'JCCP-AX-SM-2'] as const),
        ...(['JCCP-AX-SM-3', 'JCCP-AX-SM-6', 'JCCP-AX-SM-9', 'HCPC-23', 'HCPC-24'] as const),
        ...(['HCPC-34', 'COSRT-99', 'SAFE-18'] as const),
      ],
      ensures: notCleared,
    },
  },
}
