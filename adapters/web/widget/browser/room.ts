import { byId } from './page.ts'

/** In lines of the page's own size: a window with fewer has none to spare. */
const LOW = 24
/** As much of the window's height as what stays in view may take. */
const MOST = 1 / 4

/**
 * Leaves room to read, however text was enlarged: a media query knows the browser's size of text, but
 * not the page's, nor how many lines a name and two buttons take.
 */
export function wireRoom(): void {
  const root = document.documentElement
  const fit = () => {
    // Measured as it stands by itself.
    root.classList.remove('tall')
    const bars = [...document.querySelectorAll<HTMLElement>('.bar, .ways-out')]
    const most = Math.max(...bars.map(({ offsetHeight }) => offsetHeight))
    const low = innerHeight < LOW * parseFloat(getComputedStyle(root).fontSize)
    root.classList.toggle('tall', low || most > innerHeight * MOST)
  }
  new ResizeObserver(fit).observe(byId('exit'))
  addEventListener('resize', fit)
}
