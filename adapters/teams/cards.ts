import { paragraphs, plain } from './markdown.ts'

export type Element = Readonly<Record<string, unknown>>

/** An Adaptive Card 1.5, which is what Teams reads. Always an object, never a template. */
export interface Card {
  readonly type: 'AdaptiveCard'
  readonly $schema: string
  readonly version: '1.5'
  readonly body: readonly Element[]
}

/** What goes out: a card, or a sentence. */
export type Piece = { readonly card: Card } | { readonly text: string }

/** What answers one thing that somebody did. `instead` takes the place of the card that they used. */
export interface Spoken {
  readonly instead?: Card
  readonly send: readonly Piece[]
}

export function card(...body: readonly (Element | readonly Element[])[]): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: body.flat(),
  }
}

/** Teams takes 28 KB in one message; what comes around a card is far less than the rest. */
const LARGEST = 24 * 1024

export const fits = (one: Card): boolean => Buffer.byteLength(JSON.stringify(one)) <= LARGEST

export const heading = (text: string): Element => ({
  ...{ type: 'TextBlock', text: plain(text), wrap: true },
  ...{ weight: 'Bolder', size: 'Medium', style: 'heading' },
})

export const words = (text: string, more: Element = {}): readonly Element[] =>
  paragraphs(text).map((each) => ({ type: 'TextBlock', text: each, wrap: true, ...more }))

export const aside = (text: string): readonly Element[] =>
  words(text, { isSubtle: true, size: 'Small' })

export const alert = (text: string): readonly Element[] =>
  words(text, { color: 'Attention', weight: 'Bolder' })

export interface Button {
  readonly title: string
  readonly verb: 'answer' | 'open'
  readonly data: Readonly<Record<string, string | number>>
  /** Whether it sends the fields of the card, and so wants them filled in. */
  readonly withFields?: boolean
}

/** Teams shows six buttons in a row and drops the rest. */
const IN_A_ROW = 6

export function buttons(all: readonly Button[]): readonly Element[] {
  const rows = Math.ceil(all.length / IN_A_ROW)
  return Array.from({ length: rows }, (_, row) => ({
    type: 'ActionSet',
    actions: all.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW).map(button),
  }))
}

/** `fallback` is for clients that know no Action.Execute: the same data as a message. */
function button({ title, verb, data, withFields = false }: Button): Element {
  const both = { title, data, associatedInputs: withFields ? 'auto' : 'none' }
  return {
    ...{ type: 'Action.Execute', verb, ...both },
    fallback: { type: 'Action.Submit', ...both },
  }
}
