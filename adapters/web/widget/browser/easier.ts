import type { Message } from './activity.ts'
import { canRead, endReading, quiet, startReading } from './aloud.ts'
import { byId, t } from './page.ts'
import { setting } from './session.ts'

const large = setting('large')
const colours = setting('colours')

/** What somebody sets for themselves, in this tab and until they leave. */
export function wireEasier(now: () => Message | undefined): void {
  byId('tools').hidden = false
  wireLarge()
  wireColours()
  if (canRead) wireAloud(now)
}

function wireLarge(): void {
  const apply = () => {
    const on = large.get() === 'yes'
    document.documentElement.classList.toggle('large', on)
    byId('large').setAttribute('aria-pressed', String(on))
  }
  byId('large').addEventListener('click', () => {
    large.set(large.get() === 'yes' ? '' : 'yes')
    apply()
  })
  apply()
}

function wireColours(): void {
  const apply = (chosen: string) => {
    if (chosen) document.documentElement.dataset.colours = chosen
    else delete document.documentElement.dataset.colours
  }
  const ways = document.querySelectorAll<HTMLInputElement>('[name=colours]')
  for (const way of ways) {
    way.checked = way.value === colours.get()
    way.addEventListener('change', () => {
      colours.set(way.value)
      apply(way.value)
    })
  }
  apply(colours.get())
}

/** Off whenever a page is opened: nobody should be heard who did not ask for it there and then. */
function wireAloud(now: () => Message | undefined): void {
  const press = byId('aloud')
  const set = (on: boolean) => press.setAttribute('aria-pressed', String(on))
  press.hidden = false
  press.addEventListener('click', () => {
    const on = press.getAttribute('aria-pressed') !== 'true'
    set(on)
    if (!on) return endReading()
    void startReading(now()).then((can) => {
      set(can)
      byId('aloud-told').textContent = can ? '' : t('read-no-voice')
    })
  })
  addEventListener('pagehide', quiet)
  document.addEventListener('visibilitychange', () => document.hidden && quiet())
}
