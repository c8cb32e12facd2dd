import { withoutLeaning } from '../acts/lean.ts'
import type { Act } from '../../machines/commands.ts'
import type { Payload } from '../evidence/record.ts'
import { answerInWords } from '../say-answer.ts'
import type { Words } from '../words.ts'
import { factInWords, gateLabel, humanise, inSentence, inWords } from './words.ts'

const DONE: Partial<Record<Act['type'], string>> = {
  change: 'Wants to change an answer',
  stop: 'Said stop',
  pause: 'Paused',
  resume: 'Went on after a pause',
  withdraw: 'Withdrew',
  ask: 'Asked a question',
  reply: 'Answered the patient’s question',
  'ask-for-a-person': 'Asked for a person',
  'ask-for-summary': 'Asked for a summary of the discussion',
  summary: 'Made the summary for the patient',
  remind: 'Saw to a reminder',
  attend: 'Attended to the patient',
  propose: 'Proposed a treatment',
  plan: 'Planned the treatment',
  correct: 'Corrected the date of birth',
  decline: 'Declined',
  'declined-by-practitioner': 'Declined, by a practitioner',
  again: 'Asked once more',
  'open-signing': 'Opened signing, in the room',
  'make-link': 'Made a one-use link',
  'continue-later': 'Asked for a link to go on later',
  language: 'Reads on in another language',
  link: 'Linked to a known person',
  end: 'Ended the consultation',
  pack: 'Made a file of this record',
  'ask-restricted-pack': 'Asked for a file of the restricted record',
  'restricted-pack': 'Made a file of the restricted record, as the second of two',
  policy: 'The clinic’s own time to think is longer now',
}

type Taken = Pick<Payload, 'transitions'> & { readonly command: Pick<Payload['command'], 'act'> }

/** What happened, in a few words. Which question was answered is for those who read answers. */
export function eventInWords(words: Words, taken: Taken, clinical: boolean): string {
  const { act } = taken.command
  switch (act.type) {
    case 'start':
      if (act.given.author !== undefined) return 'Began it'
      return act.via === 'public' ? 'Began on the clinic’s page' : 'Was invited'
    case 'answer':
      return `Answered: ${(clinical && shortOf(words, taken)) || humanise(pathwayIn(act.open))}`
    case 'say':
      return 'Typed something that was no answer'
    case 'choose':
      return `Chose “${choiceOf(words, act)}”`
    case 'stand-in':
      return `Demo stand-in for ${act.gates.map((gate) => inSentence(gateLabel(words, gate))).join(', ')}`
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

const pathwayIn = (open: string): string => open.split('#')[0] ?? ''

/** The content that a record's answer was given to. */
export function contentOf(words: Words, { command: { act }, transitions }: Taken) {
  if (act.type !== 'answer') return undefined
  const moved = transitions.find(({ open }) => open === withoutLeaning(act.open))
  const id = moved ? `${pathwayIn(act.open)}/${moved.from}` : ''
  return words.catalogue.has(id) ? words.catalogue.get(id) : undefined
}

const shortOf = (words: Words, taken: Taken) => contentOf(words, taken)?.short

/** `stopping-12` is answered in the words of `consultation/stopping`. */
function choiceOf({ catalogue }: Words, act: Extract<Act, { type: 'choose' }>): string {
  const id = `consultation/${act.prompt.replace(/-\d+$/, '')}`
  const label = catalogue.has(id) ? catalogue.get(id).choices[act.choice]?.label : undefined
  return label ?? humanise(act.choice)
}

/** What was said in answer, in the words the person read. */
export function answerOf(words: Words, payload: Payload): string | undefined {
  const { act } = payload.command
  if (act.type === 'answer') {
    const content = contentOf(words, payload)
    return content && answerInWords(content, { event: act.event, value: act.value })
  }
  if ('words' in act) return act.words
  if (act.type === 'plan') return factInWords(words, 'plan', act.plan)
  if (act.type === 'propose') return `${act.name} (${act.class})`
  if (act.type === 'correct')
    return `${inWords(words, act['birth-date'])}, seen: ${seenOf(words, act.seen)}`
  if (act.type === 'decline') return act.reason
  return undefined
}

const seenOf = ({ catalogue }: Words, document: string): string =>
  catalogue.get('age-check/document').choices[document]?.label ?? humanise(document)
