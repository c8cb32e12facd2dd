import type { Page } from 'playwright-core'
import { objections, overflow, shot } from './tour.ts'

interface Mode {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly colorScheme: 'light' | 'dark'
  readonly contrast?: 'more'
  readonly forcedColors?: 'active'
  /** Letters twice as large. */
  readonly large?: true
}

const WIDE = { width: 1280, height: 900 }

/** How somebody may look at the desk. */
const MODES: Readonly<Record<string, Mode>> = {
  1280: { viewport: WIDE, colorScheme: 'light' },
  360: { viewport: { width: 360, height: 780 }, colorScheme: 'light' },
  dark: { viewport: WIDE, colorScheme: 'dark' },
  contrast: { viewport: WIDE, colorScheme: 'light', contrast: 'more' },
  'contrast-dark': { viewport: WIDE, colorScheme: 'dark', contrast: 'more' },
  'forced-colours': { viewport: WIDE, colorScheme: 'dark', forcedColors: 'active' },
  'large-text': { viewport: WIDE, colorScheme: 'light', large: true },
  // 1280 pixels at 400 %.
  'zoomed-in': { viewport: { width: 320, height: 256 }, colorScheme: 'light' },
}

const LARGE = 'large-text'

/** Looks at the same page in another way, without loading it again. */
async function lookedAtIn(page: Page, mode: Mode): Promise<void> {
  const { viewport, colorScheme, contrast, forcedColors, large } = mode
  await page.setViewportSize(viewport)
  await page.emulateMedia({
    colorScheme,
    contrast: contrast ?? 'no-preference',
    forcedColors: forcedColors ?? 'none',
    // A colour on its way to another is neither.
    reducedMotion: 'reduce',
  })
  await page.evaluate(
    ([id, wanted]) => {
      document.getElementById(id)?.remove()
      if (!wanted) return
      const style = document.createElement('style')
      style.id = id
      style.textContent = 'html { font-size: 200% }'
      document.head.append(style)
    },
    [LARGE, large === true] as const,
  )
}

/** What is wrong with a screen, a line each, however it is looked at; then it is as it was. */
export async function wrongIn(page: Page, screen: string): Promise<readonly string[]> {
  const before = page.viewportSize()
  const found: string[] = []
  for (const [mode, how] of Object.entries(MODES)) {
    const name = `${screen}-${mode}`
    await lookedAtIn(page, how)
    await shot(page, name)
    const which = WHOLE.includes(mode) ? undefined : 'of-style'
    found.push(...(await objections(page, which)).map((line) => `${name}: ${line}`))
    const wide = await overflow(page)
    if (wide > 0) found.push(`${name}: ${wide} pixels wider than the window`)
  }
  await lookedAtIn(page, { viewport: before ?? WIDE, colorScheme: 'light' })
  return found
}

/** In these all rules of axe are asked; a page has the same parts in the others. */
const WHOLE = ['1280', '360']
