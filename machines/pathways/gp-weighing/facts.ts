import type { FactValues, Pathway } from '../../contract.ts'
import { FACTS, HEALTH } from '../../facts.ts'
import { gpWeighingMachine } from './machine.ts'

const noInteractionOrPositiveReply = (facts: FactValues) =>
  facts['interaction-possible'] === 'none-found' || facts['gp-reply'] === 'positive'

/** A need for the GP is met by a reply, or by weighing what the lack of one means. */
const needAnswered = (facts: FactValues) =>
  facts['gp-need'] === 'not-needed' ||
  facts['gp-reply'] === 'positive' ||
  facts['gp-reply-weighed'] !== undefined ||
  facts['gp-refusal-weighed'] !== undefined

export const gpWeighing: Pathway = {
  id: 'gp-weighing@1',
  role: 'practitioner',
  // What was told of health is not shown here; when it changes, this is weighed again.
  reads: ['gp-permission', 'gp-practice', ...HEALTH],
  writes: [
    'gp-need',
    'gp-need-reason',
    'interaction-possible',
    'gp-reply',
    'gp-reply-details',
    'gp-reply-weighed',
    'gp-refusal-weighed',
    'history-adequate',
    'history-sources',
  ],
  machine: gpWeighingMachine,
  answers: {
    'need-reason': FACTS['gp-need-reason'],
    'reply-details': FACTS['gp-reply-details'],
    'weigh-reply': FACTS['gp-reply-weighed'],
    'weigh-refusal': FACTS['gp-refusal-weighed'],
    'history-sources': FACTS['history-sources'],
    'decline-reason': FACTS['decline-reason'],
  },
  outcomes: {
    weighed: {
      then: 'goes-on',
      clauses: ['JCCP-28', 'JCCP-28.2', 'JCCP-28.3', 'JCCP-PX-3.1', 'JCCP-PX-7'],
      ensures: (facts) =>
        facts['gp-need'] !== undefined &&
        facts['gp-need-reason'] !== undefined &&
        facts['history-adequate'] === true &&
        noInteractionOrPositiveReply(facts) &&
        needAnswered(facts),
    },
    declined: {
      then: 'declined-by-practitioner',
      clauses: ['JCCP-28.2', 'JCCP-28.3', 'JCCP-PX-7'],
      ensures: (facts) => facts['history-adequate'] === undefined,
    },
  },
}
