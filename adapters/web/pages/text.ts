import { phones } from '../written/sheet.ts'

/** Plain text in parts: a paragraph, or a list. */
export type Part = { readonly text: string } | { readonly list: readonly string[] }

/** Blank lines part paragraphs, lines with a dash are a list, all else is as it stands. */
export function partsOf(text: string): Part[] {
  return text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((part) => linesOf(part.split('\n')))
}

function linesOf(lines: readonly string[]): Part[] {
  const parts: Part[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (line.startsWith('- ')) {
      const before = last && 'list' in last ? last.list : undefined
      const list = { list: [...(before ?? []), line.slice(2)] }
      parts.splice(before ? -1 : parts.length, before ? 1 : 0, list)
    } else if (last && 'text' in last) parts.splice(-1, 1, { text: `${last.text}\n${line}` })
    else if (line.trim() !== '') parts.push({ text: line })
  }
  return parts
}

export function html(parts: readonly Part[]): string {
  return parts
    .map((part) =>
      'text' in part
        ? `<p>${phones(part.text).replaceAll('\n', '<br>\n')}</p>`
        : `<ul>${part.list.map((one) => `<li>${phones(one)}</li>`).join('')}</ul>`,
    )
    .join('\n')
}

const LONG = 30

/** How a page is laid out: what stands at its top, what asks, and the words before and after it. */
export interface Layout {
  /** Nothing where the question itself is the heading. */
  readonly heading: string | undefined
  readonly before: readonly Part[]
  readonly ask: string | undefined
  readonly after: readonly Part[]
}

/**
 * A question that few words lead up to is the heading, and they follow it; one at the end of a
 * page of reading is asked there, under a heading that says what the page is about.
 */
export function layoutOf(text: string, heading: string): Layout {
  const parts = partsOf(text)
  const at = askAt(parts)
  const asking = parts[at]
  if (!asking || !('text' in asking)) return { heading, before: parts, ask: undefined, after: [] }
  const [before, after] = [parts.slice(0, at), parts.slice(at + 1)]
  const ask = asking.text
  if (wordsIn(before) > LONG) return { heading, before, ask, after }
  return { heading: undefined, before: [], ask, after: [...before, ...after] }
}

/** One that ends in it, before one that quotes somebody's. */
function askAt(parts: readonly Part[]): number {
  const asks = (mark: RegExp) =>
    parts.findLastIndex((part) => 'text' in part && mark.test(part.text))
  const ends = asks(/[?؟]\s*$/)
  return ends >= 0 ? ends : asks(/[?؟]/)
}

function wordsIn(parts: readonly Part[]): number {
  const texts = parts.flatMap((part) => ('text' in part ? [part.text] : part.list))
  return texts.join(' ').split(/\s+/).length
}
