import type { Content } from '../content/template.ts'
import type { Act } from '../machines/commands.ts'
import type { Consultation, Open } from '../machines/contract.ts'
import { PROMPT_CHOICES } from './acts/patient.ts'
import { askOf } from './advance.ts'
import { fold, heard, isHeardIn } from './heard.ts'
import type { Incoming } from './ports.ts'
import { askedOf } from './settle.ts'
import { promptContent, spokenTo, type Words } from './words.ts'

/** As much as a fact of free text holds. */
const LONGEST = 4000

/** An act to be taken, or words that say why there is none. */
export type Understood = { readonly act: Act } | { readonly say: string }

/**
 * Reads one message: buttons, structured answers, and whole utterances that stand in a
 * list. It never guesses: `not sure` is not a yes, and anything else is offered to a person.
 */
export function understand(usual: Words, now: Consultation, message: Incoming): Understood {
  const { value, text } = message
  const words = spokenTo(usual, now)
  if (value?.language !== undefined) return speaking(words, value.language)
  if (value?.command) return commanded(value.command)
  if (value?.change !== undefined) return changing(value.change)
  if (value && (value.choice !== undefined || value.answer !== undefined)) {
    const { question, choice, answer } = value
    const written = typeof answer === 'string' ? answer.trim() : ''
    // Somebody who writes stop where an answer goes is heard all the same.
    if (isHeardIn(words.catalogue.lexicon.stop, heard(written))) return { act: { type: 'stop' } }
    if (isHelp(words, now, message)) return commanded('help-now')
    if (written && choice === undefined && isOwnWords(now, question)) {
      return typed(words, now, written)
    }
    return answered(now, question, choice, answer)
  }
  return typed(words, now, (text ?? '').trim())
}

/** The whole of what was typed or written into a field says nothing but: help. */
export function isHelp(
  words: Words,
  now: Consultation,
  { text, value }: Pick<Incoming, 'text' | 'value'>,
): boolean {
  if (value?.question !== undefined && !isAsked(now, value.question)) return false
  const said = value ? value.answer : text
  if (typeof said !== 'string') return false
  const { 'help-now': help, 'in-danger': danger } = spokenTo(words, now).catalogue.lexicon
  const utterance = heard(said)
  return isHeardIn(help, utterance) || (!isPrivate(now) && isHeardIn(danger, utterance))
}

/** Only what is offered: a language that nobody signed is shown to nobody. */
export function speaking({ locales }: Words, locale: string): Understood {
  if (!locales.includes(locale)) return { say: 'consultation/stale' }
  return { act: { type: 'language', locale } }
}

function isPrivate(now: Consultation): boolean {
  return !now.prompt && patientAsked(now)?.question?.asks.kind === 'private'
}

/** A field for somebody's own words is one place to type, and what is typed means the same in each. */
function isOwnWords(now: Consultation, question: string | undefined): boolean {
  if (now.prompt || (question !== undefined && !isAsked(now, question))) return false
  return patientAsked(now)?.question?.asks.kind === 'text'
}

function isAsked(now: Consultation, question: string): boolean {
  const open = patientAsked(now)
  return question === (now.prompt?.id ?? (open?.question && askOf(open)))
}

function commanded(command: string): Understood {
  if (command === 'stop') return { act: { type: 'stop' } }
  if (command === 'help-now') return { act: { type: 'ask-for-a-person', urgent: true } }
  if (command === 'continue-later') return { act: { type: 'continue-later' } }
  if (command === 'summary') return { act: { type: 'ask-for-summary' } }
  return { act: { type: 'ask-for-a-person', urgent: false } }
}

/** `gp-contact#1/permission`, as the view gave it. */
function changing(change: string): Understood {
  const [open, state] = change.split('/')
  return open && state ? { act: { type: 'change', open, state } } : { say: 'consultation/stale' }
}

function answered(
  now: Consultation,
  question: string | undefined,
  choice: string | undefined,
  answer: unknown,
): Understood {
  if (now.prompt) {
    if (question !== undefined && question !== now.prompt.id) return { say: 'consultation/stale' }
    return { act: { type: 'choose', prompt: now.prompt.id, choice: choice ?? '' } }
  }
  const open = patientAsked(now)
  if (!open?.question) return { say: 'consultation/stale' }
  if (question !== undefined && question !== askOf(open)) return { say: 'consultation/stale' }
  const asked = { type: 'answer', open: open.key, ask: open.question.ask } as const
  if (choice !== undefined) {
    return {
      act: isPrivate(now)
        ? { ...asked, event: 'answered', value: choice }
        : { ...asked, event: choice },
    }
  }
  return { act: { ...asked, event: 'answered', value: answer } }
}

function typed(words: Words, now: Consultation, text: string): Understood {
  const said = fold(text)
  const utterance = heard(text)
  const { lexicon } = words.catalogue
  const open = patientAsked(now)
  // The question that a stop led to is answered before a stop is heard again.
  const prompted = now.prompt && chosen(words, now, open, said)
  if (prompted) return answered(now, undefined, prompted, undefined)
  if (isHeardIn(lexicon.stop, utterance)) return { act: { type: 'stop' } }
  if (text.length > LONGEST) return { say: 'consultation/not-an-answer-text' }
  // Before all that takes words as an answer, the private ones too: help is never missed.
  if (isHelp(words, now, { text })) return commanded('help-now')
  if (isPrivate(now)) return answered(now, undefined, undefined, text)
  if (isHeardIn(lexicon.person, utterance)) return commanded('ask-for-a-person')
  if (isHeardIn(lexicon.summary, utterance)) return commanded('summary')
  const choice = chosen(words, now, open, said)
  if (choice) return answered(now, undefined, choice, undefined)
  if (said === '') return { say: 'consultation/not-understood' }
  if (!now.prompt && open?.question?.asks.kind === 'text') {
    return answered(now, undefined, undefined, text)
  }
  const number =
    !now.prompt && open?.question?.asks.kind === 'number' ? /^\d{1,9}$/.exec(said) : null
  if (number) return answered(now, undefined, undefined, Number(said))
  const date = !now.prompt && open?.question?.asks.kind === 'date' ? dateIn(said) : undefined
  if (date) return answered(now, undefined, undefined, date)
  return { act: { type: 'say', words: text } }
}

/** A label, or one of the other whole utterances that its content lists; only one may match. */
function chosen(words: Words, now: Consultation, open: Open | undefined, said: string) {
  const id = now.prompt ? promptContent(now.prompt.kind) : open?.question?.id
  const allowed = now.prompt ? PROMPT_CHOICES[now.prompt.kind] : (open?.question?.choices ?? [])
  if (id === undefined) return undefined
  const { choices } = words.catalogue.get(id)
  const matches = allowed.filter((choice) => saysOf(choices, choice).includes(said))
  const found = matches.length === 0 ? forUnsure(words, id, allowed, said) : matches
  return found.length === 1 ? found[0] : undefined
}

function saysOf(choices: Content['choices'], choice: string): string[] {
  const { label, also = [] } = choices[choice] ?? { label: choice }
  return [label, ...also].map(fold)
}

/**
 * What is offered to somebody who is not sure, said in any of the ways to say it. A translation need
 * not list them: it is the same choice as in the usual language.
 */
function forUnsure({ catalogue }: Words, id: string, allowed: readonly string[], said: string) {
  const unsure = catalogue.lexicon['not-sure']
  if (!isHeardIn(unsure, heard(said))) return []
  const all = [catalogue.get(id), catalogue.get(id, catalogue.locales[0])]
  return allowed.filter((choice) =>
    all.some(({ choices }) => saysOf(choices, choice).some((one) => isHeardIn(unsure, heard(one)))),
  )
}

export function patientAsked(now: Consultation): Open | undefined {
  return askedOf(now).find(({ role, question }) => role === 'patient' && question)
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

export const understoodDate = (text: string): string | undefined => dateIn(fold(text))

/** Day, month, year in that order, as people in the UK write it. Whether it exists is checked later. */
function dateIn(said: string): string | undefined {
  const found = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.,-]+(\d{4})$/.exec(said)
  const [, day, month, year] = found ?? []
  if (!day || !month || !year) return /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : undefined
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.slice(0, 3)) + 1
  if (number < 1) return undefined
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}
