/** Stands above this script when it is served. */
declare const words: Readonly<
  Record<'open' | 'close' | 'title' | 'clinic' | 'accent' | 'silent' | 'again', string>
> & {
  /** Whom to ring: every second part is a number. */
  readonly net: readonly string[]
}

const NEUTRAL = 'https://www.bbc.co.uk/weather'
/** Milliseconds: over a bad line it takes a while, but once something is there it is there to speak. */
const SPEAKS_WITHIN = 15_000
const SPEAKS_ONCE_LOADED_WITHIN = 2_000
/** Milliseconds. What is left of the panel is out of sight meanwhile. */
const FRAME_ANSWERS_WITHIN = 500
const script = document.currentScript as HTMLScriptElement
const ours = new URL(script.src).origin
const site = script.dataset.site ?? ''

/** In `em` of what the reader has set: a site's own root size must not change them. */
const styles = `
:host { all: initial !important }
button { font: 600 1em/1.2 system-ui, sans-serif; cursor: pointer; border: 0 }
button:focus-visible { outline: 3px solid #fff; box-shadow: 0 0 0 6px #221d22 }
.open { position: fixed; z-index: 2147483000; inset-block-end: max(1em, env(safe-area-inset-bottom));
  inset-inline-end: 1em; min-height: 3.25em; padding: 0 1.4em; border-radius: 2em; color: #fff;
  background: ${words.accent}; box-shadow: 0 4px 18px #221d2240; border: 2px solid #fff }
dialog { position: fixed; z-index: 2147483000; inset: auto; inset-block-end: 1em; inset-inline-end: 1em;
  margin: 0; padding: 0; border: 1px solid #8a7d86; border-radius: 1em; overflow: hidden;
  width: min(26em, 100vw - 2em); height: min(46em, 100dvh - 2em); max-width: none; max-height: none;
  box-shadow: 0 12px 48px #221d2259; background: #fbf8f4 }
dialog[open] { display: flex; flex-direction: column }
.top { display: flex; align-items: center; justify-content: space-between; gap: .5em; flex: none;
  color: #fff; background: ${words.accent}; padding-inline-start: 1em; font: 600 1em/1.3 system-ui, sans-serif }
.close { color: inherit; background: none; min-height: 3em; padding: 0 1em; text-decoration: underline }
.close:focus-visible { outline-offset: -4px; box-shadow: none }
iframe { flex: 1; border: 0; width: 100%; background: #fbf8f4 }
[hidden] { display: none }
.silent { flex: 1; padding: 1em 1.25em; overflow: auto; color: #221d22; font: 1.0625em/1.55 system-ui, sans-serif }
.silent a { color: inherit; white-space: nowrap }
.silent button { min-height: 2.75em; padding: 0 1.4em; border-radius: .6em; color: #fff; background: ${words.accent} }
@media (prefers-color-scheme: dark) {
  dialog, iframe { background: #1a171b }
  .silent { color: #f3eef2 }
  .silent button { outline: 1px solid #f3eef2 }
}
@media (max-width: 480px) {
  dialog { inset: 0; width: 100%; height: 100dvh; border: 0; border-radius: 0 }
}`

const launcher = button('open', words.open, open)
const frame = document.createElement('iframe')
const panel = document.createElement('dialog')
const silent = sayNothingOpens()
const phone = matchMedia('(max-width: 480px)')
let loaded = false
let waiting = 0
let presses: number[] = []

function button(look: string, label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = look
  made.textContent = label
  made.addEventListener('click', press)
  return made
}

function tell(word: 'opened' | 'closed' | 'exit'): void {
  frame.contentWindow?.postMessage({ candour: word }, ours)
}

function open(): void {
  // Nothing of the chat is asked for before somebody wants it.
  if (!frame.src) ask()
  launcher.hidden = true
  if (phone.matches) panel.showModal()
  else panel.show()
  fit()
  frame.focus()
  if (loaded) tell('opened')
}

function ask(): void {
  silent.hidden = true
  frame.hidden = false
  frame.src = `${ours}/widget/frame?site=${encodeURIComponent(site)}`
  hopeFor(SPEAKS_WITHIN)
}

/** A browser says of a frame that failed only what helps a programmer, or nothing at all. */
function hopeFor(milliseconds: number): void {
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    const had = panel.matches(':focus-within')
    silent.hidden = false
    frame.hidden = true
    // What is hidden has no focus, and Escape would close nothing.
    if (had) silent.focus()
  }, milliseconds)
}

function heard(): void {
  clearTimeout(waiting)
  waiting = 0
  silent.hidden = true
  frame.hidden = false
}

function sayNothingOpens(): HTMLElement {
  const note = document.createElement('div')
  note.className = 'silent'
  note.tabIndex = -1
  note.hidden = true
  note.append(
    paragraph([words.silent]),
    paragraph(words.net),
    button('again', words.again, () => {
      ask()
      frame.focus()
    }),
  )
  return note
}

function paragraph(parts: readonly string[]): HTMLElement {
  const made = document.createElement('p')
  for (const [at, part] of parts.entries()) made.append(at % 2 === 0 ? part : ring(part))
  return made
}

function ring(number: string): HTMLElement {
  const link = document.createElement('a')
  link.href = `tel:${number.replaceAll(' ', '')}`
  link.textContent = number
  return link
}

function close(): void {
  panel.close()
}

/** A phone's keyboard lies over the page: the panel ends where it begins, so that it hides no field. */
function fit(): void {
  // Whoever has enlarged the page moves about in it, and the panel stays as it is.
  const fills = phone.matches && visualViewport?.scale === 1 && visualViewport
  panel.style.setProperty('block-size', fills ? `${fills.height}px` : '')
  panel.style.setProperty('inset-block-start', fills ? `${fills.offsetTop}px` : '')
}

function leave(): void {
  panel.remove()
  launcher.remove()
  location.replace(NEUTRAL)
}

/** The frame ends the sitting; the page goes whether or not the frame still answers. */
function exit(): void {
  if (!loaded) return leave()
  panel.style.setProperty('visibility', 'hidden')
  tell('exit')
  setTimeout(leave, FRAME_ANSWERS_WITHIN)
}

function countShifts({ key, repeat, timeStamp }: KeyboardEvent): void {
  if (key !== 'Shift') presses = []
  else if (!repeat) presses = [...presses.filter((at) => timeStamp - at < 5_000), timeStamp]
  if (presses.length >= 3 && panel.open) exit()
}

function start(): void {
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  root.adoptedStyleSheets = [sheet]
  const top = document.createElement('div')
  top.className = 'top'
  top.append(words.clinic, button('close', words.close, close))
  frame.title = words.title
  frame.allow = 'clipboard-write'
  panel.setAttribute('aria-label', words.title)
  panel.append(top, frame, silent)
  root.append(launcher, panel)
  document.body.append(host)
}

frame.addEventListener('load', () => {
  if (!frame.src) return
  loaded = true
  if (waiting) hopeFor(SPEAKS_ONCE_LOADED_WITHIN)
  if (panel.open) tell('opened')
})
panel.addEventListener('close', () => {
  tell('closed')
  launcher.hidden = false
  launcher.focus()
})
panel.addEventListener('keydown', ({ key }) => key === 'Escape' && close())
addEventListener('keydown', countShifts)
visualViewport?.addEventListener('resize', fit)
visualViewport?.addEventListener('scroll', fit)
addEventListener(
  'message',
  ({ origin, source, data }: MessageEvent<{ candour?: string } | null>) => {
    if (origin !== ours || source !== frame.contentWindow) return
    heard()
    if (data?.candour === 'close') close()
    if (data?.candour === 'exit') leave()
  },
)
start()
