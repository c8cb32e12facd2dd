import { dump, load } from 'js-yaml'
import { readBundle } from '../../adapters/files/content.ts'
import { wordsOf } from '../../adapters/programs/house.ts'
import type { Source } from '../../content/catalogue.ts'
import { demoClinic } from './clinic.ts'

/** Longer words with accents, read from the left and from the right: made, never written. */
export const PSEUDO = ['en-XA', 'ar-XB'] as const

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ODD = 'åβçđéғĝĥîĵķļмñöþǫŕšţûṽŵẋýžÅΒÇĐÉҒĜĤÎĴĶĻΜÑÖÞǪŔŠŢÛṼŴẊÝŽ'

/** Each sentence of the usual language, as if it were of another: what stays as it was is not from content. */
export function pseudoSources(locale: string, sources = readBundle()): Source[] {
  return sources
    .filter(({ path }) => path.startsWith('en-GB/'))
    .map(({ path, text }) => ({
      path: path.replace('en-GB', locale),
      text: path.endsWith('.yaml') ? screen(path, text, locale) : state(text),
    }))
}

/** The shipped words, with the pseudo-languages beside them. */
export const pseudoWords = () => {
  const sources = readBundle()
  const made = PSEUDO.flatMap((locale) => pseudoSources(locale, sources))
  return wordsOf([...sources, ...made], demoClinic)
}

function screen(path: string, text: string, locale: string): string {
  if (path.endsWith('lexicon.yaml')) return text
  const lines = load(text) as Record<string, string>
  const odd = Object.entries(lines).map(([key, line]) => [key, oddly(line, /\{[a-z-]+\}/)])
  return dump({ ...Object.fromEntries(odd), 'language-name': locale })
}

interface Front {
  readonly choices: Record<string, { readonly label: string; readonly also?: string[] }>
}

function state(text: string): string {
  const [, front = '', body = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? []
  const read = load(front) as Front & Record<string, unknown>
  const around = ['short', 'why', 'hint'].flatMap((name) => {
    const words = read[name]
    return typeof words === 'string' ? [[name, oddly(words)] as const] : []
  })
  const choices = Object.entries(read.choices).map(
    ([id, { label }]) => [id, { label: oddly(label) }] as const,
  )
  const made: object = {
    ...read,
    ...Object.fromEntries(around),
    choices: Object.fromEntries(choices),
  }
  return `---\n${dump(made)}---\n${oddly(body, /\{\{[\s\S]*?\}\}/)}`
}

/** A third longer, as German would be. What is filled in stays. */
function oddly(text: string, slot = /\{\{[\s\S]*?\}\}/): string {
  const slots = new RegExp(`(${slot.source})`, 'g')
  return text
    .split(slots)
    .map((part) => (slots.test(part) ? part : part.replace(/[A-Za-z]+/g, longer)))
    .join('')
}

function longer(word: string): string {
  const odd = [...word].map((letter) => ODD[PLAIN.indexOf(letter)] ?? letter).join('')
  return word.length > 3 ? odd + 'öééûûïï'.slice(0, Math.ceil(word.length / 3)) : odd
}

/** The words of a text that no content has said: letters without an accent. */
export function plainWords(text: string, known: readonly string[]): string[] {
  const rest = known
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, one) => left.replaceAll(one, ' '), text.replaceAll(MOMENT, ' '))
  return rest.match(/[A-Za-z]{2,}/g) ?? []
}

/** A moment as the language itself writes it; its little words are no content either. */
const MOMENT = /\S+ \S+ \d{4},? at \d+:\d\d(?:\s[AP]M)?/gi

/** What a page may say that is no content: the clinic's own data, and the names of months. */
export function data(value: unknown): string[] {
  if (typeof value === 'string') return [value, lowerFirst(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(data)
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

export const MONTHS = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2026, month)).toLocaleDateString('en-GB', { month: 'long', timeZone: 'UTC' }),
)
