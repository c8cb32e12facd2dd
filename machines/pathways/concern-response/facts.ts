import { z } from 'zod'
import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS } from '../../facts.ts'
import { concernResponseMachine, STEPS } from './machine.ts'

/** At least one, each once: that nothing was wanted is a step as well. */
const steps = z
  .array(z.enum(STEPS))
  .min(1)
  .max(STEPS.length)
  .refine((taken) => new Set(taken).size === taken.length, 'a step is there twice')

const nothingDone = (facts: FactValues) =>
  facts['concern-steps'] === undefined && facts['concern-choice'] === undefined

export const concernResponse: Pathway = {
  id: 'concern-response@1',
  role: 'safeguarding',
  restricted: true,
  reads: ['own-wish-said', 'pressed-said', 'only-the-clinic'],
  writes: ['concern-reason', 'concern-heard', 'concern-steps', 'concern-choice', 'concern-told'],
  machine: concernResponseMachine,
  answers: {
    reason: FACTS['concern-reason'],
    'what-was-heard': FACTS['concern-heard'],
    steps,
    'decision-reason': FACTS['concern-reason'],
    told: FACTS['concern-told'],
  },
  outcomes: {
    reviewed: {
      then: 'goes-on',
      clauses: ['SAFE-52', 'SAFE-55'],
      ensures: (facts) => facts['concern-reason'] !== undefined && nothingDone(facts),
    },
    responded: {
      then: 'goes-on',
      clauses: ['SAFE-52', 'SAFE-53', 'SAFE-55', 'COSRT-51', 'COSRT-49.2'],
      ensures: (facts) =>
        facts['concern-steps'] !== undefined &&
        facts['concern-choice'] !== undefined &&
        facts['concern-reason'] !== undefined &&
        facts['concern-told'] !== undefined,
    },
  },
}
