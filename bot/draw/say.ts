import type { Catalogue } from '../../content/catalogue.ts'
import type { Pathway } from '../../machines/contract.ts'
import { nameOf } from '../house.ts'
import { humanise, inSentence } from '../show/words.ts'
import type { Asked, State, Way } from './chart.ts'

export type Kind =
  | 'question'
  | 'passed'
  | 'goes-on'
  | 'waits'
  | 'refused-for-age'
  | 'declined-by-practitioner'
  | 'withdrawn'

/** Who is named in the words of an end that sends the patient to them. */
const PEOPLE = ['questions-go-to', 'named-person-for-young-people', 'safeguarding-person']

/** Outcomes that a person takes up. */
const TAKEN_UP: readonly Kind[] = ['waits', 'refused-for-age', 'declined-by-practitioner']

/** How the parts of a statechart are said, in the words of the consultation itself. */
export function sayings({ ui, ...catalogue }: Catalogue, pathway: Pathway) {
  const own = nameOf(pathway.id)
  const contentOf = (state: string) => {
    const id = `${own}/${state}`
    return catalogue.has(id) ? catalogue.get(id) : undefined
  }
  const kindOf = ({ id, asks, final }: State): Kind =>
    (final ? pathway.outcomes[id]?.then : undefined) ?? (asks ? 'question' : 'passed')

  return {
    kindOf,
    title: ({ id, final }: State) =>
      final ? humanise(id) : (contentOf(id)?.short ?? humanise(id)),
    question: ({ id, asks }: State) => asks && questionIn(contentOf(id)?.body ?? ''),
    foot: (state: State) => ui[`drawing-${kindOf(state)}`] ?? '',
    toPerson: (state: State) =>
      TAKEN_UP.includes(kindOf(state)) ||
      (state.final && (contentOf(state.id)?.slots ?? []).some((slot) => PEOPLE.includes(slot))),
    person: ui['drawing-person'] ?? '',
    choice: ({ from, event }: Way, { asks }: State) => {
      if (event === '') return ''
      const label = contentOf(from)?.choices[event]?.label
      return (
        label ?? ui[`drawing-${event}-${asks?.kind}`] ?? ui[`drawing-${event}`] ?? humanise(event)
      )
    },
    guard: ({ guard, otherwise }: Way) => {
      if (guard) return `${ui['drawing-if']} ${guardInWords(guard)}`
      return otherwise ? (ui['drawing-otherwise'] ?? '') : ''
    },
  }
}

export type Sayings = ReturnType<typeof sayings>

export function guardInWords({ name, about }: Asked): string {
  return [inSentence(name), ...about.map((one) => `(${inSentence(one)})`)].join(' ')
}

/** What the words ask, or how they begin; what fills a slot is named. */
function questionIn(body: string): string | undefined {
  const plain = body
    .replace(/\{\{!.*?\}\}/gs, '')
    .replace(/\{\{~?(#|\/|else).*?\}\}/gs, '')
    .replace(/\{\{\s*(?:\S+\s+)?([\w-]+)\s*\}\}/g, (_, slot: string) => `(${inSentence(slot)})`)
  const sentences = plain.split(/(?<=[.!?][”"’]?)\s+|\n+/)
  const questions = sentences.filter((sentence) => /\?[”"’]?$/.test(sentence))
  // Short ones only lead up to the question itself, or repeat it.
  const [longest] = questions.toSorted((one, other) => other.length - one.length)
  return (
    longest ?? sentences.find((sentence) => !sentence.includes('(') && sentence.length <= SHORT)
  )
}

const SHORT = 90
