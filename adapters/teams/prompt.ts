import type { Asking, StaffPrompt } from '../../bot/views/desk.ts'
import {
  alert,
  aside,
  type Button,
  buttons,
  type Card,
  card,
  type Element,
  fits,
  heading,
  words,
} from './cards.ts'
import { plain } from './markdown.ts'

/**
 * Only at the desk: what could tell somebody who looks over a shoulder, or at a phone that was
 * left lying, that a concern was raised; what is asked of a performer, in the room; and what
 * quotes a patient's own words about health, which no chat of a tenant is to keep.
 */
const AT_THE_DESK = new Set([
  ...['voluntariness-finding', 'concern-response', 'consent', 'reconfirmation'],
  ...['psychological', 'suitability', 'understanding-check'],
])

export function isForTeams({ pathway, question }: StaffPrompt): boolean {
  const [name = ''] = pathway.split('@')
  return !AT_THE_DESK.has(name) && question.kind !== 'private' && question.kind !== 'signature'
}

type Cards = WeakMap<StaffPrompt, Card | undefined>

/** Made when it is sent, and asked for again when it is answered. */
const made = new WeakMap<Asking, Cards>()

/** The card of a question that Teams may ask, unless the words before it are too many for one. */
export function cardHere(view: Asking, prompt: StaffPrompt): Card | undefined {
  const cards: Cards = made.get(view) ?? new WeakMap()
  made.set(view, cards)
  if (!cards.has(prompt)) cards.set(prompt, cardOf(view, prompt))
  return cards.get(prompt)
}

function cardOf(view: Asking, prompt: StaffPrompt): Card | undefined {
  const one = isForTeams(prompt) ? promptCard(view, prompt) : undefined
  return one && fits(one) ? one : undefined
}

/** The same card with what was typed, if there is room for it. */
export function cardAgain(view: Asking, prompt: StaffPrompt, { said, typed }: Again): Card {
  const whole = promptCard(view, prompt, { said, typed })
  return fits(whole) ? whole : promptCard(view, prompt, { said, typed: '' })
}

interface Again {
  /** Why the answer was not taken. */
  readonly said: string
  readonly typed: string
}

/** A question with its answers. The card carries names of things only, none of their content. */
function promptCard(view: Asking, prompt: StaffPrompt, again?: Again): Card {
  const { question, text } = prompt
  return card(
    heading(view.who),
    view.interruptions.includes('age') ? alert('This person says that they are under 18.') : [],
    again ? alert(again.said) : [],
    words(text),
    question.why === undefined ? [] : aside(`Why we ask: ${question.why}`),
    field(prompt, again?.typed),
    buttons(answers(view.consultation, prompt)),
  )
}

function answers(consultation: string, { open, ask, question }: StaffPrompt): readonly Button[] {
  const named = (event: string) => ({ consultation, open, ask, event })
  const save = question.choices.find(({ id }) => id === 'answered')?.label ?? 'Save this answer'
  const saving: Button[] =
    question.kind === 'choice'
      ? []
      : [{ title: save, verb: 'answer', data: named('answered'), withFields: true }]
  const choosing = question.choices
    .filter(({ id }) => id !== 'answered')
    .map(({ id, label }): Button => ({ title: label, verb: 'answer', data: named(id) }))
  return [...saving, ...choosing]
}

const LONGEST = 4000

function field({ question }: StaffPrompt, typed?: string): readonly Element[] {
  const { kind, hint, options = [] } = question
  const common = {
    ...{ id: 'value', label: 'Your answer', isRequired: true, errorMessage: 'Give an answer' },
    ...(typed === undefined || typed === '' ? {} : { value: typed }),
  }
  const placeholder = hint === undefined ? {} : { placeholder: hint }
  switch (kind) {
    case 'text':
      return [
        { type: 'Input.Text', ...common, ...placeholder, isMultiline: true, maxLength: LONGEST },
      ]
    case 'number':
      return [{ type: 'Input.Number', ...common, ...placeholder }]
    case 'date':
      return [{ type: 'Input.Date', ...common }]
    case 'many':
      return [
        {
          ...{ type: 'Input.ChoiceSet', ...common, isMultiSelect: true, style: 'expanded' },
          choices: options.map(({ id, label }) => ({ title: label, value: id })),
        },
      ]
    default:
      return []
  }
}

/** What is left of an answered card. Typed words are on record and no longer here. */
export function answeredCard(view: Asking, prompt: StaffPrompt, event: string, by: string): Card {
  const label = prompt.question.choices.find(({ id }) => id === event)?.label
  const answer = label === undefined || event === 'answered' ? 'In your own words' : label
  return card(
    heading(view.who),
    words(prompt.text, { isSubtle: true }),
    { type: 'TextBlock', text: `✓ ${plain(answer)}`, wrap: true, weight: 'Bolder' },
    aside(`Answered by ${by}. On record.`),
  )
}

export const closedCard = (said: string): Card => card(heading('Not taken'), words(said))
