/** How hard a text is to read. An estimate, to be argued with: it can't tell what is clear. */

/** Shorter texts tell nothing: one long name would make them hard. */
const ENOUGH_WORDS = 40

/** The words of a template, with a plain word where a slot is filled in. */
export function plainText(body: string): string {
  return body
    .replace(/\{\{!.*?\}\}/gs, '')
    .replace(/\{\{[~]?(#|\/|else).*?\}\}/gs, '')
    .replace(/\{\{.*?\}\}/gs, 'Name')
}

/** Sentences, items of lists and lines, in order. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?:][”"')]*)\s+|\n+/)
    .map((sentence) => sentence.replace(/^[-•]\s*/, '').trim())
    .filter((sentence) => words(sentence).length > 0)
}

export function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []
}

/**
 * The age at which most could read it: Flesch and Kincaid's school grade, and the five years
 * before school. `undefined` for a text too short to tell.
 */
export function readingAge(text: string): number | undefined {
  const all = words(text)
  if (all.length < ENOUGH_WORDS) return undefined
  const perSentence = all.length / sentences(text).length
  const perWord = all.reduce((sum, word) => sum + syllables(word), 0) / all.length
  return Math.max(5, 0.39 * perSentence + 11.8 * perWord - 15.59 + 5)
}

function syllables(word: string): number {
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|[^aeiouyl]ed|[^l]e)$/, '')
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 0)
}
