import type { Actor, Consultation, Given, Open } from '../../machines/contract.ts'
import type { QueueItem } from '../views/desk.ts'
import { who } from './words.ts'

const UNREAD = 'What was said in private waits to be read'

const TALK = 'to talk with them, on their own'

/** What the safeguarding lead may have said last, of what still waits. */
const SAID: Readonly<Record<string, string>> = {
  ...{ act: TALK, 'not-yet': TALK, 'danger-now': 'somebody is in danger now' },
  'talked-alone': 'talked with, on their own; what follows is to be written down',
  'could-not-talk': 'it was not possible to talk; why is to be written down',
  'nothing-to-do': 'nothing further is needed; why is to be written down',
}

/**
 * One for everybody who was asked in private, so that its being there tells nothing. How far it
 * is, and that it is urgent, is in the words of the safeguarding lead alone: for anybody else, and
 * for whoever only counts, each is like every other.
 */
export function apartIn(
  { restricted }: Consultation,
  viewer: Actor | undefined,
): readonly Omit<QueueItem, 'consultation' | 'who' | 'birthDate' | 'due'>[] {
  return restricted.open.map((open) => ({
    ...{ kind: 'prompt', what: UNREAD, since: open.since, urgent: false, role: open.role },
    ...(viewer?.role === 'safeguarding' ? decidedIn(open, viewer) : {}),
  }))
}

function decidedIn({ given }: Open, viewer: Actor): Partial<Pick<QueueItem, 'what' | 'urgent'>> {
  const last = given.findLast(({ event }) => Object.hasOwn(SAID, event))
  if (!last) return {}
  // Until all of it is written down: what was done about danger may still be under way.
  return { what: sentence(last, viewer), urgent: last.event === 'danger-now' }
}

const sentence = ({ by, event }: Given, viewer: Actor): string =>
  `${by.id === viewer.id ? 'You' : who(by)} said: ${SAID[event] ?? ''}`
