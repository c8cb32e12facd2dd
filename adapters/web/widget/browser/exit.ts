import { endReading } from './aloud.ts'
import { byId, page } from './page.ts'
import { forget } from './session.ts'
import { tellHost } from './host.ts'

/** Says nothing about where somebody came from, and is a likely page to be looking at. */
const NEUTRAL = 'https://www.bbc.co.uk/weather'
const WITHIN = 5_000

let end: () => void = () => undefined

/** What has to be told to the server when somebody leaves. */
export function onLeave(act: () => void): void {
  end = act
}

export function leave(): void {
  endReading()
  blank()
  document.title = 'Weather'
  end()
  forget()
  if (!page.embedded) return location.replace(NEUTRAL)
  tellHost('exit')
  try {
    window.top?.location.replace(NEUTRAL)
  } catch {
    // The browser keeps the frame from moving its host; the loader has been told and does it.
  }
}

export function wireExit(): void {
  const press = (event: Event) => {
    event.preventDefault()
    leave()
  }
  byId('exit').addEventListener('click', press)
  byId('exit-first').addEventListener('click', press)
  countShifts(leave)
  // A page that the browser keeps for the Back button must not show what was on it.
  addEventListener('pagehide', blank)
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}

/** Shift by itself: a capital letter in an answer must not throw anybody out. */
function countShifts(act: () => void): void {
  let presses: number[] = []
  let alone = false
  addEventListener('keydown', ({ key, repeat }) => {
    if (key !== 'Shift') presses = []
    alone = key === 'Shift' && (alone || !repeat)
  })
  addEventListener('keyup', ({ key, timeStamp }) => {
    if (key !== 'Shift' || !alone) return
    alone = false
    presses = [...presses.filter((at) => timeStamp - at < WITHIN), timeStamp]
    if (presses.length >= 3) act()
  })
}

function blank(): void {
  document.documentElement.classList.add('blank')
  document.body.replaceChildren()
}
