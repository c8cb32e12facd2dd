import { h } from './dom.ts'
import { byId } from './page.ts'

/**
 * Speaks once. The transcript itself is not live, so nothing is read twice; and what was
 * spoken goes again, so that nobody meets it a second time below the page.
 */
export function announce(text: string): void {
  const spoken = h('p', {}, text)
  // Moving the focus cuts polite speech off; this waits until that has happened.
  setTimeout(() => byId('spoken').append(spoken), 100)
  setTimeout(() => spoken.remove(), 1_100)
}
