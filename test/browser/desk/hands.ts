import { expect } from 'chai'
import type { Page } from 'playwright-core'

/** Nobody presses Tab more often than this to come to what they want. */
const MOST = 60

/** What has the focus: its label or its words, and whether anybody can see that it has it. */
interface Focus {
  readonly name: string
  readonly seen: boolean
}

/** Runs in the page. */
function focus(): Focus {
  const one = document.activeElement
  if (!one || one === document.body) return { name: '', seen: true }
  const labels = 'labels' in one ? (one as HTMLInputElement).labels : null
  const words = one.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? one.textContent ?? ''
  const { top, bottom, height } = one.getBoundingClientRect()
  const { outlineStyle, outlineWidth } = getComputedStyle(one)
  const drawn = outlineStyle !== 'none' && outlineWidth !== '0px'
  const inside = height === 0 || (bottom > 0 && top < innerHeight)
  return { name: words.replace(/\s+/g, ' ').trim(), seen: drawn && inside }
}

/** Somebody without a mouse: what they press is noted, and what they come by can be seen. */
export function hands(page: Page, note: (line: string) => void) {
  async function tabTo(wanted: string | RegExp): Promise<void> {
    for (let pressed = 1; pressed <= MOST; pressed += 1) {
      await page.keyboard.press('Tab')
      const { name, seen } = await page.evaluate(focus)
      expect(seen, `nobody sees that ${name} has the focus`).to.equal(true)
      if (typeof wanted === 'string' ? name === wanted : wanted.test(name)) {
        note(`keys   Tab ${pressed} times, to “${name}”`)
        return
      }
    }
    throw new Error(`Tab never comes to ${String(wanted)}`)
  }
  return {
    /** Done when the next page is there: also where it has the address of the one before. */
    async presses(wanted: string | RegExp, url: string | RegExp): Promise<void> {
      await tabTo(wanted)
      note('keys   Enter')
      await page.evaluate('document.documentElement.dataset.before = "yes"')
      await page.keyboard.press('Enter')
      await page.locator('html:not([data-before])').waitFor({ state: 'attached' })
      await page.waitForURL(url)
    },
    async types(wanted: string | RegExp, words: string): Promise<void> {
      await tabTo(wanted)
      note(`keys   ${words}`)
      await page.keyboard.type(words)
    },
  }
}
