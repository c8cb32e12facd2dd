import type { Consultation } from '../machines/contract.ts'
import type { Incoming } from './ports.ts'
import { answerInWords } from './say-answer.ts'
import { patientAsked } from './understand.ts'
import type { PatientMessage } from './views/patient.ts'
import { promptContent, type Words } from './words.ts'

/** A patient's own message as it stands in their transcript; a private one leaves no words. */
export function echoOf(words: Words, now: Consultation, { value, text }: Incoming): PatientMessage {
  const { catalogue } = words
  if (value?.command) return { text: catalogue.ui[value.command] ?? value.command }
  if (value?.change !== undefined) return { text: catalogue.ui['change'] ?? 'Change' }
  const open = now.prompt ? undefined : patientAsked(now)
  if (open?.question?.asks.kind === 'private') return { text: '', private: true }
  const id = now.prompt ? promptContent(now.prompt.kind) : open?.question?.id
  if (!value || id === undefined) return { text: text ?? '' }
  const answer = value.choice !== undefined
    ? { event: value.choice }
    : { event: 'answered', value: value.answer }
  return { text: answerInWords(catalogue.get(id), answer) }
}
