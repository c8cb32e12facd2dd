import type { Command, Draft, Message } from './activity.ts'
import { byId, t } from './page.ts'
import { kept as session } from './session.ts'

const COMMANDS: readonly Command[] = ['ask-for-a-person', 'stop', 'continue-later', 'summary']

export function wireTools(send: (draft: Draft) => void): void {
  for (const command of COMMANDS) {
    byId(command).addEventListener('click', () => send({ label: t(command), value: { command } }))
  }
  // Never in an address, and in the page only while it is sent.
  const token = byId('receipt').querySelector('input')
  byId('receipt').addEventListener('submit', () => {
    if (!token) return
    token.value = session()?.token ?? ''
    setTimeout(() => (token.value = ''))
  })
}

/** What can be done where the patient stands. Continuing later needs something to continue with. */
export function showTools(message: Message, kept: boolean): void {
  const { state = 'active', question, answers = [] } = message
  const shown: Readonly<Record<string, boolean>> = {
    'see-answers': answers.length > 0,
    'ask-for-a-person': state !== 'door' && state !== 'ended',
    // A prompt of the patient's own pause offers the same; the clinic's pause asks nothing.
    stop: state === 'active' || (state === 'paused' && !question),
    'continue-later': state === 'active' && kept,
    ...{ receipt: kept, summary: kept },
  }
  for (const [id, show] of Object.entries(shown)) byId(id).hidden = !show
}

export function hideTools(): void {
  for (const id of [...COMMANDS, 'see-answers', 'receipt', 'progress']) byId(id).hidden = true
}
