const PAPER = { light: '#fbf8f4', dark: '#1a171b' }
/** WCAG 2.2 AA for text. */
const ENOUGH = 4.5
const OURS = '#5b3358'

/** The clinic's colour, where text in it and on it can be read; ours where not. */
export function accentOf(wanted?: string): string {
  return wanted && isColour(wanted) && contrast(wanted, PAPER.light) >= ENOUGH ? wanted : OURS
}

/** On dark paper the same colour is made lighter until it can be read. */
export function accentStyles(wanted?: string): string {
  const accent = accentOf(wanted)
  return (
    `:root{--accent:${accent};--on-accent:#fff}` +
    `@media (prefers-color-scheme:dark){:root{--accent:${lightened(accent)};--on-accent:${PAPER.dark}}}`
  )
}

/** WCAG's ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Mixed with white until it can be read on dark paper. */
export function lightened(colour: string, share = 0): string {
  const found = mixed(colour, 255, share)
  return share >= 1 || contrast(found, PAPER.dark) >= 7 ? found : lightened(colour, share + 0.05)
}

/** What is wrong with a clinic's colour, and one like it that would do. */
export function accentFault(wanted: string): string | undefined {
  if (accentOf(wanted) === wanted) return undefined
  const found = contrast(wanted, PAPER.light).toFixed(1)
  return `${wanted} cannot be read on ${PAPER.light}: the contrast is ${found} to 1, and ${ENOUGH} is needed. ${darkened(wanted)} would do`
}

function darkened(colour: string, share = 0): string {
  const found = mixed(colour, 0, share)
  return contrast(found, PAPER.light) >= ENOUGH ? found : darkened(colour, share + 0.05)
}

function mixed(colour: string, towards: number, share: number): string {
  const values = channels(colour).map((value) => Math.round(value + (towards - value) * share))
  return `#${values.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
