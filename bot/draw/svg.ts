import { type Block, FACES, type Marked, type Written } from './block.ts'
import type { Point, Size } from './layout.ts'
import { legend } from './legend.ts'
import { widthOf } from './measure.ts'
import { arrow, outline } from './shape.ts'
import type { Link, Node, Placed } from './sheet.ts'
import { STYLE } from './style.ts'
import { attribute, escape, tag } from './tag.ts'

const MARGIN = 20
const HEAD = 62
const NARROWEST = 460

/** A page as an SVG that needs nothing besides itself, and looks the same everywhere. */
export function svg({ sheet, laid }: Placed): string {
  const key = legend(sheet.legend, Math.max(NARROWEST, laid.width))
  const width = Math.ceil(Math.max(NARROWEST, laid.width, titleWidth(sheet)) + 2 * MARGIN)
  const height = Math.ceil(HEAD + laid.height + key.height + 3 * MARGIN)
  const left = Math.round((width - laid.width) / 2)
  const parts = [
    `<title id="title">${escape(sheet.title)}</title>`,
    `<desc id="description">${escape(sheet.description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    text({ ...FACES.heading, role: 'heading', text: sheet.title, x: MARGIN, y: 34 }),
    text({ ...FACES.guard, role: 'guard', text: sheet.subtitle, x: MARGIN, y: 54 }),
    `<g transform="translate(${left} ${HEAD + MARGIN / 2})">`,
    ...sheet.links.map((link) => line(link, laid.lines.get(link.id)?.points ?? [])),
    ...sheet.nodes.map((node) => box(node, laid.boxes.get(node.id) ?? ORIGIN, sheet.steps)),
    ...sheet.links.map((link) => label(link, laid.lines.get(link.id)?.label, sheet.steps)),
    '</g>',
    `<g class="legend" transform="translate(${MARGIN} ${HEAD + laid.height + 2 * MARGIN})">`,
    key.svg,
    '</g>',
  ]
  return `${opening({ width, height })}\n${parts.filter((part) => part !== '').join('\n')}\n</svg>\n`
}

const ORIGIN: Point = { x: 0, y: 0 }

const titleWidth = ({ title, subtitle }: Placed['sheet']): number =>
  Math.max(widthOf(title, FACES.heading), widthOf(subtitle, FACES.guard))

function opening({ width, height }: Size): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-labelledby="title description">`
}

type Steps = Placed['sheet']['steps']

function box({ shape, block, taken, state }: Node, at: Point, steps: Steps): string {
  const own = attribute('data-state', state)
  const body = [outline(shape, block, taken), ...contents(block, steps)].join('')
  return tag('g', `class="${shape}${taken ? ' taken' : ''}"${own} ${moved(at)}`, body)
}

function label({ block, taken }: Link, at: Point | undefined, steps: Steps): string {
  if (!block || !at) return ''
  const { width, height } = block
  const back = `<rect class="back" width="${width}" height="${height}" rx="6"/>`
  return tag(
    'g',
    `class="label${taken ? ' taken' : ''}" ${moved(at)}`,
    [back, ...contents(block, steps)].join(''),
  )
}

function line({ taken }: Link, points: readonly Point[]): string {
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('')
  const drawn = `<path class="line" d="${path}"/>${arrow(points)}`
  return tag('g', `class="link${taken ? ' taken' : ''}"`, drawn)
}

const moved = ({ x, y }: Point): string => `transform="translate(${x} ${y})"`

function contents({ lines, marks }: Block, steps: Steps): readonly string[] {
  const said = new Set<string>()
  const first = ({ way }: Written) => {
    if (way === undefined || said.has(way)) return undefined
    said.add(way)
    return way
  }
  return [...marks.map((one) => mark(one, steps)), ...lines.map((one) => text(one, first(one)))]
}

function text(
  { role, text, x, y, width }: Pick<Written, 'role' | 'text' | 'x' | 'y'> & { width?: number },
  way?: string,
): string {
  const long = width ?? widthOf(text, FACES[role])
  const place = `x="${tenths(x)}" y="${tenths(y)}" textLength="${long}"`
  return tag(
    'text',
    `class="${role}" ${place} lengthAdjust="spacingAndGlyphs"${attribute('data-way', way)}`,
    escape(text),
  )
}

function mark({ mark, way, x, y }: Marked, steps: Steps): string {
  if (mark === 'person') {
    return `<path class="person" d="M${x - 6} ${y + 6}a6 6 0 0 1 12 0zM${x} ${y - 1.5}m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0"/>`
  }
  if (mark === 'leads-to') {
    return `<path class="leads-to" d="M${x - 5} ${y}h9M${x} ${y - 4}l4 4l-4 4"/>`
  }
  const gone = steps.get(way ?? '')
  if (!gone) return `<circle class="choosable" cx="${x}" cy="${y}" r="4"/>`
  const numbers = gone.filter((step) => step > 0).join(',') || '·'
  const half = Math.max(8, widthOf(numbers, STEP) / 2 + 4)
  const badge = `<rect class="step" x="${tenths(x - 2 * half + 7)}" y="${y - 8}" width="${2 * half}" height="16" rx="8"/>`
  return `${badge}<text class="number" text-anchor="middle" x="${tenths(x - half + 7)}" y="${y + 4}"${attribute('data-taken', way)}>${numbers}</text>`
}

const STEP = { size: 11, bold: true } as const
const tenths = (value: number): number => Math.round(value * 10) / 10
