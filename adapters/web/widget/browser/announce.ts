import { quiet } from './aloud.ts'
import { h } from './dom.ts'
import { byId } from './page.ts'

let hushed = 0

/**
 * Speaks once. The transcript itself is not live, so nothing is read twice; and what was
 * spoken goes again, so that nobody meets it a second time below the page.
 */
export function announce(text: string): void {
  const before = hushed
  const spoken = h('p', {}, text)
  // Moving the focus cuts polite speech off; this waits until that has happened.
  setTimeout(() => before === hushed && byId('spoken').append(spoken), 100)
  setTimeout(() => spoken.remove(), 1_100)
}

/** What was private goes at once, spoken or not. */
export function hush(): void {
  hushed += 1
  byId('spoken').replaceChildren()
  quiet()
}
