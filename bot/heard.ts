/** No utterance of a list is longer; what is longer tells something. */
const LONGEST = 200

/** One form for what looks the same: case, width, apostrophes, spaces and the full stop at the end. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['\u2018\u2019]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[.!]+$/, '')
    .trim()
}

/**
 * The utterance without what somebody puts around it: `ok, stop please?` is a stop. Only for what
 * is heard whatever was asked: to a question of ours, `yes?` is not a yes.
 */
export function heard(text: string): string {
  const plain = fold(text)
  if (text.length > LONGEST) return plain
  const bare = fold(plain.replace(PICTURES, ' '))
    .replace(ENDS, '')
    .replace(/^(?:(?:ok|okay|iawn|please|pls|plz)[ ,.!]+)+/, '')
    .replace(/(?:[ ,.]+(?:please|pls|plz|plîs|plis|os gwelwch yn dda))+$/, '')
    .replace(ENDS, '')
  // `🆘` and `ok` by themselves are all that was said.
  return bare || plain
}

const ENDS = /[ ?.!,]+$/

/** Emoji, with the joiners, colours of skin and letters of flags that they are made of. */
const PICTURES =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f\u20e3]/gu

/** Whether it is in the list, whatever stands around either; `utterance` as it is `heard`. */
export function isHeardIn(list: readonly string[], utterance: string): boolean {
  const forms = known.get(list) ?? new Set(list.map(heard))
  known.set(list, forms)
  return forms.has(utterance)
}

/** The lists of a lexicon never change, and each message is looked for in several. */
const known = new WeakMap<readonly string[], ReadonlySet<string>>()
