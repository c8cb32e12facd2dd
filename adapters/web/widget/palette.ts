import { accentOf, lightened } from './accent.ts'

export type Colour =
  'paper' | 'card' | 'ink' | 'soft' | 'line' | 'edge' | 'bad' | 'accent' | 'on-accent'
export type Palette = Readonly<Record<Colour, string>>

/** What a patient may choose; with none chosen, the device decides. */
export const COLOURS = ['light', 'dark', 'contrast'] as const
export type Colours = (typeof COLOURS)[number]

const LIGHT = {
  ...{ paper: '#fbf8f4', card: '#ffffff', ink: '#221d22', soft: '#5f555e' },
  ...{ line: '#e2d9d0', edge: '#84777f', bad: '#9c1f2e', 'on-accent': '#ffffff' },
}
const DARK = {
  ...{ paper: '#1a171b', card: '#252127', ink: '#f3eef2', soft: '#c3b8c1' },
  ...{ line: '#3d363f', edge: '#94879a', bad: '#ffa39d', 'on-accent': '#1a171b' },
}
/** Nothing in between: for eyes that need it. No clinic's colour is kept there. */
const CLEAR = {
  ...{ paper: '#ffffff', card: '#ffffff', ink: '#000000', soft: '#000000' },
  ...{ line: '#000000', edge: '#000000', bad: '#8a0014' },
  ...{ accent: '#1c1c74', 'on-accent': '#ffffff' },
}
const CONTRAST = {
  ...{ paper: '#000000', card: '#000000', ink: '#ffffff', soft: '#ffffff' },
  ...{ line: '#ffffff', edge: '#ffffff', bad: '#ffb3ad' },
  ...{ accent: '#ffe14d', 'on-accent': '#000000' },
}

/** The clinic's colour among ours. */
export function palettes(wanted?: string): Readonly<Record<Colours | 'clear', Palette>> {
  const accent = accentOf(wanted)
  const dark = { ...DARK, accent: lightened(accent) }
  return { light: { ...LIGHT, accent }, dark, contrast: CONTRAST, clear: CLEAR }
}

/** The patient's own choice first; without one, what the device asks for. */
export function paletteStyles(wanted?: string): string {
  const { light, dark, contrast, clear } = palettes(wanted)
  const device = (asks: string, ...declared: Declared) =>
    `@media ${asks}{:root:not([data-colours]){${all(...declared)}}}`
  const chosen = (name: Colours, ...declared: Declared) =>
    `:root[data-colours=${name}]{${all(...declared)}}`
  return [
    `:root{${all('light', light)}}`,
    device('(prefers-color-scheme:dark)', 'dark', dark),
    device('(prefers-contrast:more)', 'light', clear),
    device('(prefers-contrast:more) and (prefers-color-scheme:dark)', 'dark', contrast),
    chosen('light', 'light', light),
    chosen('dark', 'dark', dark),
    chosen('contrast', 'dark', contrast),
  ].join('\n')
}

type Declared = readonly [scheme: 'light' | 'dark', palette: Palette]

function all(...[scheme, palette]: Declared): string {
  const colours = Object.entries(palette).map(([name, value]) => `--${name}:${value}`)
  return [`color-scheme:${scheme}`, ...colours].join(';')
}
