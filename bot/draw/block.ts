import { type Face, widthOf, wrap } from './measure.ts'
import type { Size } from './layout.ts'

/** What a line of text is, which decides how it looks. */
export type Role = 'heading' | 'title' | 'text' | 'choice' | 'guard' | 'clause' | 'foot'

/** What stands before the first line of a paragraph. */
export type Mark = 'choice' | 'person' | 'leads-to'

export interface Paragraph {
  readonly role: Role
  readonly text: string
  readonly mark?: Mark
  /** The transition that this says. */
  readonly way?: string
}

export interface Written extends Omit<Paragraph, 'mark'> {
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly width: number
}

export interface Marked {
  readonly mark: Mark
  readonly way?: string
  readonly x: number
  readonly y: number
}

/** Text that has its place, in a box of its own. */
export interface Block extends Size {
  readonly lines: readonly Written[]
  readonly marks: readonly Marked[]
}

/** With the distance from one line to the next. */
export const FACES: Readonly<Record<Role, Face & { readonly leading: number }>> = {
  heading: { size: 20, bold: true, leading: 26 },
  title: { size: 13, bold: true, leading: 17 },
  text: { size: 13, leading: 17 },
  choice: { size: 12.5, leading: 16 },
  guard: { size: 12, leading: 15 },
  clause: { size: 11, leading: 14 },
  foot: { size: 12, bold: true, leading: 16 },
}

const GUTTER = 18
/** Between what leads to one place and what leads to the next. */
const APART = 7

/** Paragraphs under each other, none wider than that. */
export function stack(
  paragraphs: readonly Paragraph[],
  { widest, padding }: { readonly widest: number; readonly padding: number },
): Block {
  const gutter = paragraphs.some(({ mark }) => mark) ? GUTTER : 0
  const lines: Written[] = []
  const marks: Marked[] = []
  let y = padding
  for (const [at, { mark, ...paragraph }] of paragraphs.entries()) {
    if (paragraphs[at - 1]?.mark === 'leads-to') y += APART
    const face = FACES[paragraph.role]
    const middle = y + face.leading / 2
    if (mark) marks.push({ ...paragraph, mark, x: padding + 6, y: middle })
    for (const text of wrap(paragraph.text, face, widest)) {
      y += face.leading
      const place = { x: padding + gutter, y: y - face.leading * 0.28 }
      lines.push({ ...paragraph, text, ...place, width: widthOf(text, face) })
    }
  }
  const width = Math.max(0, ...lines.map(({ x, width }) => x + width)) + padding
  return { lines, marks, width: Math.ceil(width), height: Math.ceil(y + padding) }
}
