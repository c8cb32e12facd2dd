/** Markup that goes into a page as it stands. Only `html` can make it. */
class Markup {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

export type { Markup }
export type Part = Markup | string | number | false | undefined | readonly Part[]

/**
 * A piece of a page. Whatever is put into it is escaped unless it came out of `html`
 * itself, so that no page can forget to.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const [first = '', ...rest] = strings
  const text = parts.reduce<string>((before, part, at) => {
    if (/=\s*$/.test(before)) throw new TypeError(`An attribute needs quotes: ${before.slice(-40)}`)
    return before + written(part) + (rest[at] ?? '')
  }, first)
  return new Markup(text)
}

function written(part: Part): string {
  if (part === undefined || part === false) return ''
  if (typeof part === 'object') {
    return part instanceof Markup ? part.toString() : part.map(written).join('')
  }
  return escape(String(part))
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')
    .replace(UNSEEN, (sign) => `[U+${hex(sign)}]`)
}

/** Controls, and what turns the direction of the text around it: shown, so that nobody is fooled. */
const UNSEEN = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

function hex(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}
