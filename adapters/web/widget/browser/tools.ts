import type { Command, Draft, Message } from './activity.ts'
import { byId, t } from './page.ts'
import { kept as session } from './session.ts'

const COMMANDS: readonly Command[] = ['ask-for-a-person', 'stop', 'continue-later', 'summary']

/** For how long, in milliseconds, and how near, in pixels, a second tap of the same finger is none. */
const SECOND = 600
const NEAR = 40
const USED = '#see-answers, #ask-for-a-person, #stop, #continue-later, #summary'
let tapped: { readonly x: number; readonly y: number; at: number } | undefined

export function wireTools(send: (draft: Draft) => void): void {
  for (const command of COMMANDS) {
    byId(command).addEventListener('click', () => send({ label: t(command), value: { command } }))
  }
  const around = document.querySelector('.page')
  around?.addEventListener('click', dropSecondTap, true)
  // Whoever has written something since has seen what is there.
  around?.addEventListener('input', () => (tapped = undefined))
  // Never in an address, and in the page only while it is sent.
  const token = byId('receipt').querySelector('input')
  byId('receipt').addEventListener('submit', () => {
    if (!token) return
    token.value = session()?.token ?? ''
    setTimeout(() => (token.value = ''))
  })
}

/**
 * A tool that was used gives its place to another, and the page moves: a second tap must not press what
 * has come under the finger. The ways out and keys are never held back.
 */
function dropSecondTap(event: Event): void {
  if (!(event instanceof MouseEvent) || event.detail === 0) return
  const { clientX: x, clientY: y, timeStamp: at, target } = event
  if (tapped && at - tapped.at < SECOND && Math.hypot(x - tapped.x, y - tapped.y) < NEAR) {
    event.preventDefault()
    event.stopPropagation()
  } else tapped = target instanceof Element && target.closest(USED) ? { x, y, at } : undefined
}

/** What can be done where the patient stands. Continuing later needs something to continue with. */
export function showTools(message: Message, kept: boolean): void {
  const { state = 'active', question, answers = [] } = message
  const shown: Readonly<Record<string, boolean>> = {
    'see-answers': answers.length > 0,
    'ask-for-a-person': state !== 'door' && state !== 'ended',
    // A prompt of the patient's own pause offers the same; the clinic's pause asks nothing.
    stop: state === 'active' || (state === 'paused' && !question),
    'continue-later': (state === 'active' || state === 'paused') && kept,
    ...{ receipt: kept, summary: kept },
  }
  for (const [id, show] of Object.entries(shown)) byId(id).hidden = !show
  // Whoever waits for an answer taps again about when it comes.
  if (tapped) tapped.at = performance.now()
}

export function hideTools(): void {
  for (const id of [...COMMANDS, 'see-answers', 'receipt', 'progress']) byId(id).hidden = true
}
