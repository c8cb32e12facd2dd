import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Press } from '../../bot/ports.ts'
import type { Block, Page } from '../../bot/views/page.ts'
import { printable } from './printable.ts'

const { resolve } = createRequire(import.meta.url)
const FONTS = {
  regular: resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  bold: resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
}
/** The same page must give the same bytes, whenever it is made. */
const NO_DATE = new Date(0)
const MARGIN = 56
const INSET = 14

type Document = PDFKit.PDFDocument
type Options = PDFKit.Mixins.TextOptions
interface Kind {
  readonly font: keyof typeof FONTS
  readonly size: number
  /** Lines of room above it. */
  readonly above: number
}

const TEXT: Kind = { font: 'regular', size: 10, above: 0.1 }
const SMALL: Kind = { font: 'regular', size: 8, above: 0.1 }
const TERM: Kind = { ...TEXT, font: 'bold' }
const HEADING: Kind = { font: 'bold', size: 11, above: 0.8 }
const SECTION: Kind = { font: 'bold', size: 14, above: 1.2 }
const TITLE: Kind = { font: 'bold', size: 20, above: 0 }

/** Prints pages with Noto Sans inside, so that they look the same on every machine. */
export function createPress(): Press {
  return { pdf: async (page) => new Uint8Array(await print(page)) }
}

function print(page: Page): Promise<Buffer> {
  const document = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, lang: page.language, displayTitle: true, bufferPages: true },
    info: { Title: page.title, CreationDate: NO_DATE, ModDate: NO_DATE },
  })
  const done = buffer(document)
  for (const [name, file] of Object.entries(FONTS)) document.registerFont(name, file)
  say(document, TITLE, page.title)
  for (const line of page.from) say(document, TEXT, line)
  for (const line of page.notices) notice(document, line)
  for (const { title, blocks } of page.sections) {
    say(document, SECTION, title)
    for (const block of blocks) put(document, block)
  }
  numberPages(document)
  document.end()
  return done
}

function put(document: Document, block: Block): void {
  switch (block.kind) {
    case 'heading':
      keepWithNext(document)
      return say(document, HEADING, block.text)
    case 'list':
      for (const item of block.items) say(document, TEXT, `•  ${item}`, { indent: 0 })
      return
    case 'pairs':
      for (const [term, value] of block.pairs) pair(document, term, value)
      return
    case 'drawing':
      return say(document, SMALL, `A drawing of this is in record.html: ${block.shows}`)
    case 'words':
      return setIn(document, block.text)
    default:
      return say(document, block.kind === 'small' ? SMALL : TEXT, block.text)
  }
}

function say(document: Document, { font, size, above }: Kind, text: string, options?: Options) {
  document.font(font).fontSize(size)
  if (above > 0) document.moveDown(above)
  document.text(shaped(document, text), options)
}

function pair(document: Document, term: string, value: string): void {
  say(document, TERM, `${term}: `, { continued: true })
  document.font('regular').text(shaped(document, value))
}

/** What somebody read or said, with a line beside it. */
function setIn(document: Document, text: string): void {
  inset(document, TEXT, text, '#888888')
}

function notice(document: Document, text: string): void {
  inset(document, { ...TEXT, above: 0.6 }, text, '#0b5c5c')
}

function inset(document: Document, kind: Kind, text: string, colour: string): void {
  const { font, size, above } = kind
  document.font(font).fontSize(size).moveDown(above)
  const words = shaped(document, text)
  const width = document.page.width - 2 * MARGIN - INSET
  const height = document.heightOfString(words, { width })
  if (height < room(document, 0) - MARGIN && height > room(document)) document.addPage()
  const top = document.y
  document.text(words, MARGIN + INSET, top, { width })
  if (document.y > top) {
    document
      .moveTo(MARGIN + 4, top)
      .lineTo(MARGIN + 4, document.y)
      .lineWidth(2)
      .stroke(colour)
  }
  document.x = MARGIN
}

/** How much is left on the page, or of a page that begins at `top`. */
const room = (document: Document, top = document.y): number => document.page.maxY() - top

function keepWithNext(document: Document): void {
  if (room(document) < 70) document.addPage()
}

function numberPages(document: Document): void {
  const { count } = document.bufferedPageRange()
  for (let n = 0; n < count; n += 1) {
    document.switchToPage(n)
    // Below the margin a line would begin another page.
    document.page.margins.bottom = 0
    const at = document.page.height - MARGIN / 2
    document.font('regular').fontSize(8)
    document.text(`${n + 1} of ${count}`, MARGIN, at, { align: 'center', lineBreak: false })
  }
}

/** The font that is in use, of which PDFKit’s types say nothing. */
interface InUse {
  readonly _font: { readonly font: { hasGlyphForCodePoint(character: number): boolean } }
}

function shaped(document: Document, text: string): string {
  const { font } = (document as unknown as InUse)._font
  return printable(text, (character) => font.hasGlyphForCodePoint(character))
}
