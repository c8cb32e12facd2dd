import { DateTime } from 'luxon'
import type { Page } from 'playwright-core'

export const HOUR = 3_600_000
/** The most that the desk's control takes in one go. */
const MONTH = 30 * 24 * HOUR

/** The demo's clock, moved by the control that stands at the desk. */
export function demoClock(page: Page, url: string) {
  let ahead = 0
  const goOn = async (by: number) => {
    const control = page.getByRole('button', { name: 'Go on by 1 hour' })
    await control.evaluate((button, value) => button.setAttribute('value', value), String(by))
    // The page before says where the clock was, in the same words.
    const moved = page.waitForEvent('load')
    await control.click()
    await moved
    await page.getByRole('status').getByText('The demo clock is at').waitFor()
    ahead += by
  }
  return {
    /** Milliseconds since 1970; a little more once the page is there. */
    async moveTo(at: number): Promise<void> {
      await page.goto(`${url}/desk`)
      for (let left = at - Date.now() - ahead; left > 0; left = at - Date.now() - ahead) {
        await goOn(Math.min(left, MONTH))
      }
    },
  }
}

/** When London's clocks next go forward or back, more than a day from now. */
export function nextChange(goes: 'forward' | 'back'): number {
  const offset = (at: number) => DateTime.fromMillis(at, { zone: 'Europe/London' }).offset
  const wanted = goes === 'forward' ? 60 : -60
  let at = Math.ceil(Date.now() / HOUR) * HOUR + 24 * HOUR
  while (offset(at) - offset(at - HOUR) !== wanted) at += HOUR
  return at
}

/** `8:05 pm on 27 March 2027`: what a clock in London shows then. */
export function inLondon(at: number): string {
  const there = DateTime.fromMillis(at, { zone: 'Europe/London', locale: 'en-GB' })
  const [time, half] = there.toFormat('h:mm a').toLowerCase().split(' ')
  return `${time} ${half} on ${there.toFormat('d LLLL yyyy')}`
}
