/** Nobody is left alone with a no: whom the words name, and for whom it stands at the desk. */
import { currentShown } from '../../../bot/reply.ts'
import { queueOf } from '../../../bot/show/queue.ts'
import { patientAsked } from '../../../bot/understand.ts'
import type { Words } from '../../../bot/words.ts'
import type { Consultation } from '../../../machines/contract.ts'
import { shipped } from '../../support/clinic.ts'
import { LEAD, PERFORMER, PRACTITIONER, RECEPTION, SUPERVISOR } from '../bounds.ts'
import type { OfJourney, Taken } from './step.ts'

const DESK = [PRACTITIONER, PERFORMER, SUPERVISOR, LEAD, RECEPTION]

/** By the words: they are the same for many places. */
const screens = new WeakMap<Words, Map<string, string>>()

/** What the patient is told, and what the staff are shown: a test may hand in worse ones. */
export interface Reaching {
  readonly words: Words
  readonly queue: typeof queueOf
}

export function reaching({ words, queue }: Reaching): readonly OfJourney[] {
  return [
    {
      id: 'D5',
      says: 'whoever is told no is told whom to ring, by name and with a number',
      when: refused,
      then: ({ after }) => namesSomebody(textOf(words, after), words),
    },
    {
      id: 'D5',
      says: 'whoever is told no is known at the desk, with the name of whom they will ask for',
      when: refused,
      then: ({ after }) =>
        DESK.some((viewer) =>
          queue(words, [after], viewer).some(({ what }) => hasName(what, words)),
        ),
    },
    {
      id: 'D6',
      says: 'whoever has nothing to answer is told whom to ring',
      when: waits,
      then: ({ after }) => textOf(words, after).includes(words.clinic.phone),
    },
    {
      id: 'D6',
      says: 'whoever waits, or has gone, stands at the desk before a named role',
      when: waits,
      then: ({ after }) => DESK.some((viewer) => queue(words, [after], viewer).length > 0),
    },
  ]
}

function refused({ before, after }: Taken): boolean {
  return after.state === 'refused' && before.state !== 'refused'
}

/** Not once it has ended: then nobody waits. */
function waits({ after }: Taken): boolean {
  return after.state !== 'ended' && !after.prompt && patientAsked(after) === undefined
}

/** What stands on the patient's screen. It hangs on few things, and is made once for each. */
function textOf(words: Words, now: Consultation): string {
  const { state, stage, refusedFor, pausedBy, facts } = now
  const key = [state, stage, refusedFor, pausedBy, facts.signature !== undefined].join(' ')
  const shown = screens.get(words) ?? new Map<string, string>()
  screens.set(words, shown)
  const text = shown.get(key) ?? currentShown(words, now)?.text ?? ''
  shown.set(key, text)
  return text
}

/** Somebody of the clinic by name, and the clinic's number. */
export function namesSomebody(text: string, words: Words): boolean {
  return hasName(text, words) && text.includes(words.clinic.phone)
}

function hasName(text: string, { clinic }: Words): boolean {
  return clinic.people.some(({ name }) => text.includes(name))
}

export const REACHED = reaching({ words: shipped, queue: queueOf })
