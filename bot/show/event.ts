import type { Act } from '../../machines/commands.ts'
import type { Payload } from '../evidence/record.ts'
import { answerInWords } from '../say-answer.ts'
import type { Words } from '../words.ts'
import { humanise, inSentence, inWords } from './words.ts'

const DONE: Partial<Record<Act['type'], string>> = {
  change: 'Wants to change an answer',
  stop: 'Said stop',
  pause: 'Paused',
  resume: 'Went on after a pause',
  withdraw: 'Withdrew',
  ask: 'Asked a question',
  reply: 'Answered the patient’s question',
  'ask-for-a-person': 'Asked for a person',
  attend: 'Attended to the patient',
  propose: 'Proposed a treatment',
  plan: 'Planned the treatment',
  correct: 'Corrected the date of birth',
  decline: 'Declined',
  again: 'Asked once more',
  'open-signing': 'Opened signing, in the room',
  'make-link': 'Made a one-use link',
  'continue-later': 'Asked for a link to go on later',
  link: 'Linked to a known person',
  end: 'Ended the consultation',
}

/** What happened, in a few words; with what was said only for those who may read it. */
export function eventInWords(act: Act): string {
  switch (act.type) {
    case 'start':
      return act.via === 'public' ? 'Began on the clinic’s page' : 'Was invited'
    case 'answer':
      return `Answered ${inSentence(act.open.split('#')[0] ?? '')}`
    case 'say':
      return 'Typed something that was no answer'
    case 'choose':
      return `Chose ${inSentence(act.choice)}`
    case 'stand-in':
      return `Demo stand-in for ${act.gates.map((gate) => inSentence(gate)).join(', ')}`
    case 'assign':
      return `Assigned ${act.name} as ${act.role}`
    case 'tick':
      return 'A day came that changes something'
    case 'identify':
      return 'Gave the date of birth at the door'
    default:
      return DONE[act.type] ?? humanise(act.type)
  }
}

/** What was said in answer, in the words the person read. */
export function answerOf(
  words: Words,
  { command: { act }, transitions }: Payload,
): string | undefined {
  if (act.type === 'answer') {
    const moved = transitions.find(({ open }) => open === act.open)
    const id = moved ? `${act.open.split('#')[0] ?? ''}/${moved.from}` : ''
    if (!words.catalogue.has(id)) return undefined
    return answerInWords(words.catalogue.get(id), { event: act.event, value: act.value })
  }
  if ('words' in act) return act.words
  if (act.type === 'plan') return inWords(words, act.plan)
  if (act.type === 'propose') return `${act.name} (${act.class})`
  if (act.type === 'correct') return `${inWords(words, act['birth-date'])}, seen: ${act.seen}`
  if (act.type === 'decline') return act.reason
  return undefined
}
