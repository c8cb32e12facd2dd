import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { expect } from 'chai'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Where `npm run screens` wants its pictures; elsewhere none are taken. */
const PICTURES = process.env['SCREENS']

/**
 * Looks at a screen: axe finds nothing, nothing is wider than the window, and a picture is
 * kept when one is wanted. The context must bypass the CSP, for axe only.
 */
export async function look(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  await picture(page, name)
  // The widget's frame is empty until somebody opens it; where nothing comes, it is the browser's own.
  const shown = page.frames().filter((frame) => !/^(about:blank|chrome-error:)/.test(frame.url()))
  expect(shown, name).to.include(page.mainFrame())
  for (const frame of shown) {
    await frame.evaluate(axe)
    const { violations } = await frame.evaluate<AxeResults>('axe.run()')
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
    expect(found, `${name} at ${width} px`).to.deep.equal([])
    const wide = await frame.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(wide, `${name} scrolls sideways at ${width} px`).to.equal(false)
  }
}

/** As a device may ask for it: in the dark, with strong contrast, or both. */
const MODES = [
  { colorScheme: 'dark' },
  { contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
] as const
const PLAIN = { colorScheme: null, contrast: null } as const
/** A colour on its way to another is neither. */
const STILL = { reducedMotion: 'reduce' } as const

/** The same, then in each mode what a mode can change: all else is as it was. */
export async function lookInEachMode(page: Page, name: string): Promise<void> {
  await look(page, name)
  for (const mode of MODES) {
    await page.emulateMedia({ ...PLAIN, ...STILL, ...mode })
    const { violations } = await page.evaluate<AxeResults>(
      `axe.run({ runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } })`,
    )
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
    expect(found, `${name}, ${JSON.stringify(mode)}`).to.deep.equal([])
  }
  // Back at once, and not on the way while the next look is taken.
  await page.emulateMedia({ ...PLAIN, ...STILL })
  await page.evaluate('getComputedStyle(document.body).color')
  await page.emulateMedia({ reducedMotion: null })
}

/** Keeps a picture of what is not ours to judge, when one is wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  mkdirSync(PICTURES, { recursive: true })
  // What sticks to the window would stand in the middle of a picture of the whole page.
  for (const frame of page.frames())
    await frame.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
  // Where the page was scrolled from under it, it would lie on something by chance.
  await page.mouse.move(0, 0)
  const width = page.viewportSize()?.width ?? 0
  await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true })
}

/** The same at other widths, when pictures are wanted. */
export async function pictureAt(page: Page, name: string, widths: readonly number[]) {
  const before = page.viewportSize()
  if (!PICTURES || !before) return
  for (const width of widths) {
    if (width === before.width) continue
    await page.setViewportSize({ width, height: 800 })
    await picture(page, name)
  }
  await page.setViewportSize(before)
}
