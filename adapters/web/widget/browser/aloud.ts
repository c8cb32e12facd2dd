import { isPrivate, type Message } from './activity.ts'
import { button } from './dom.ts'
import { t } from './page.ts'

/** How long a browser may take to find its voices, in milliseconds. */
const VOICES_WITHIN = 1_000

let on = false
/** Differs after each stop, so that what ends late says nothing about what is read now. */
let turn = 0

export const canRead = 'speechSynthesis' in window

/** Answers false where the device has no voice of its own for this language. */
export async function startReading(message: Message | undefined): Promise<boolean> {
  await voicesFound()
  on = voice() !== undefined
  document.documentElement.classList.toggle('reading', on)
  hear(message)
  return on
}

export function endReading(): void {
  on = false
  document.documentElement.classList.remove('reading')
  quiet()
}

/** What is private is read only when it is asked for: somebody else may be in the room. */
export function hear(message: Message | undefined): void {
  if (on && message && !isPrivate(message)) read(message)
}

/** Stops at once, and leaves the setting as it is. */
export function quiet(): void {
  if (!canRead) return
  turn += 1
  speechSynthesis.cancel()
  tell(false)
}

/** Reads one message, or stops; only seen while reading is on. */
export function readButton(message: Message): HTMLButtonElement {
  const press = () => (isReading() ? quiet() : read(message))
  return button(t(isReading() ? 'stop-reading' : 'read-this'), press, 'plain reads')
}

function read(message: Message): void {
  const found = voice()
  if (!found) return
  const now = turn
  for (const [at, part, parts] of partsOf(message).map(
    (one, n, all) => [n, one, all.length] as const,
  )) {
    const said = new SpeechSynthesisUtterance(part)
    said.voice = found
    said.lang = found.lang
    if (at === parts - 1) said.onend = () => now === turn && tell(false)
    speechSynthesis.speak(said)
  }
  tell(true)
}

/** In pieces, because some browsers stop in the middle of what is long. */
function partsOf({ text, question }: Message): string[] {
  const { hint, choices = [], options = [] } = question ?? {}
  const labels = [...options, ...choices].map(({ label }) => label)
  const offered = labels.length > 0 ? [t('you-can-choose'), ...labels] : []
  return [...text.split('\n'), hint ?? '', ...offered].filter((part) => /\S/.test(part))
}

/** Any other voice would send what is read to whoever makes it. */
function voice(): SpeechSynthesisVoice | undefined {
  const { lang } = document.documentElement
  const own = speechSynthesis.getVoices().filter(({ localService }) => localService)
  const spoken = (one: SpeechSynthesisVoice) => one.lang.replace('_', '-')
  return (
    own.find((one) => spoken(one) === lang) ??
    own.find((one) => spoken(one).split('-')[0] === lang.split('-')[0])
  )
}

function voicesFound(): Promise<void> {
  if (speechSynthesis.getVoices().length > 0) return Promise.resolve()
  return new Promise((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true })
    setTimeout(resolve, VOICES_WITHIN)
  })
}

function isReading(): boolean {
  return document.documentElement.classList.contains('speaking')
}

function tell(speaking: boolean): void {
  document.documentElement.classList.toggle('speaking', speaking)
  for (const one of document.querySelectorAll('.reads'))
    one.textContent = t(speaking ? 'stop-reading' : 'read-this')
}
