import type { Catalogue } from '../content/catalogue.ts'
import type { Consultation } from '../machines/contract.ts'
import { askOf } from './advance.ts'
import type { Incoming } from './ports.ts'
import type { Saying } from './talk.ts'
import { answerInWords } from './say-answer.ts'
import { isHelp, patientAsked } from './understand.ts'
import type { PatientMessage } from './views/patient.ts'
import { promptContent, spokenTo, type Words } from './words.ts'

/**
 * What a message adds to a sitting: the patient's own words, and what is said to them. `now` is
 * what the patient has before them; nothing, as long as a door is closed.
 */
export function exchange(
  words: Words,
  now: Consultation | undefined,
  message: Incoming,
  messages: readonly PatientMessage[],
): Saying[] {
  const { key } = message
  const told = messages.map((one): Saying => ({ from: 'candour', message: one, key }))
  return [{ from: 'patient', message: echoOf(words, now, message), key }, ...told]
}

/** What asks for the date of birth, before anything of the consultation is asked. */
export const DOOR = 'door'

const NO_WORDS: PatientMessage = { text: '', private: true }

/** What was asked then may have been private, and what is asked now has other words. */
function isLate(now: Consultation, value: Incoming['value']): boolean {
  if (value?.question === undefined || value.question === DOOR) return false
  const open = patientAsked(now)
  return value.question !== (now.prompt?.id ?? (open?.question && askOf(open)))
}

/** A patient's own message as it stands in their transcript; a private one leaves no words. */
function echoOf(words: Words, now: Consultation | undefined, message: Incoming): PatientMessage {
  const { catalogue } = spokenTo(words, now)
  const { value, text } = message
  if (value?.language !== undefined) return languageNamed(words, value.language)
  if (value?.command) return buttonOf(catalogue, value.command)
  if (value?.change !== undefined) return { text: catalogue.ui['change'] ?? 'Change' }
  if (!now) return echoAtDoor(message)
  // Help that was typed leaves the same behind as its button, wherever it was typed.
  if (isHelp(words, now, message)) return buttonOf(catalogue, 'help-now')
  const open = now.prompt ? undefined : patientAsked(now)
  if (open?.question?.asks.kind === 'private' || isLate(now, value)) return NO_WORDS
  const id = now.prompt ? promptContent(now.prompt.kind) : open?.question?.id
  if (!value || id === undefined) return { text: text ?? '' }
  const answer =
    value.choice !== undefined
      ? { event: value.choice }
      : { event: 'answered', value: value.answer }
  return { text: answerInWords(catalogue.get(id), answer, catalogue.locale) }
}

/** At the door only what was typed is heard: no label of what lies behind it may stand here. */
function echoAtDoor({ value, text = '' }: Incoming): PatientMessage {
  if (!value) return { text }
  const { answer } = value
  if (typeof answer !== 'string') return { text: '', private: true }
  return { text: answerInWords({ choices: {} }, { event: 'answered', value: answer }) }
}

const BUTTONS: Readonly<Record<string, string>> = { 'help-now': 'need-help-now' }

const buttonOf = ({ ui }: Pick<Catalogue, 'ui'>, command: string): PatientMessage => ({
  text: ui[BUTTONS[command] ?? command] ?? command,
})

/** As its button says it, in that language itself. */
const languageNamed = (words: Words, locale: string): PatientMessage => ({
  text: words.in(locale).catalogue.ui['language-name'] ?? '',
})
