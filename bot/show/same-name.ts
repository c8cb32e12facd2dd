/** Letters that no accent can be taken from, as those write them who have no key for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' },
}

const ACCENTS = /[\u0300-\u036f]/g
const BETWEEN = /[^\p{L}\p{M}\p{N}]/gu

/**
 * A name as it is compared: whoever hears it on the phone knows neither its accents nor where its
 * hyphens, apostrophes and capitals are. `Llŷr ap Siôn` and `llyr ap sion` are one.
 */
export function folded(name: string): string {
  const plain = name.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(BETWEEN, '')
  // What has no letter at all is its own.
  return [...plain].map((letter) => LETTERS[letter] ?? letter).join('') || name.toLowerCase()
}
