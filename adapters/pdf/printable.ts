/**
 * What the font can print. A character that it has no shape for stands as its number, so
 * that nothing is left out unseen; the page for the browser has it as it was typed.
 */
export function printable(text: string, covers: (character: number) => boolean): string {
  const all = Array.from(text.replaceAll('\r\n', '\n').replaceAll('\t', '    '))
  return all.map((one) => (one === '\n' || isCovered(one, covers) ? one : numbered(one))).join('')
}

function isCovered(one: string, covers: (character: number) => boolean): boolean {
  const character = one.codePointAt(0) ?? 0
  return character >= 32 && covers(character)
}

function numbered(one: string): string {
  const character = one.codePointAt(0) ?? 0
  return `[U+${character.toString(16).toUpperCase().padStart(4, '0')}]`
}
