import { z } from 'zod'
import type { Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { HELP, welcomeMachine } from './machine.ts'

/** At least one, each once: choosing nothing is a choice of its own. */
const help = z
  .array(z.enum(HELP))
  .min(1)
  .max(HELP.length)
  .refine((chosen) => new Set(chosen).size === chosen.length, 'an option is chosen twice')

export const welcome: Pathway = {
  id: 'welcome@1',
  role: 'patient',
  reads: [],
  writes: ['privacy-notice-seen', 'help-needed', 'help-details'],
  machine: welcomeMachine,
  answers: {
    'help-needed': help,
    'help-details': FACTS['help-details'],
  },
  outcomes: {
    welcomed: {
      then: 'goes-on',
      clauses: ['JCCP-41a', 'SAFE-53', 'COSRT-93', 'JCCP-AX-INFO-7'],
      ensures: (facts) =>
        facts['privacy-notice-seen'] === true && facts['help-needed'] !== undefined,
    },
  },
}
