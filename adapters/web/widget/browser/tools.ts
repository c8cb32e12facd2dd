import type { Command, Draft } from './activity.ts'
import { byId, t } from './page.ts'
import { large } from './session.ts'

const COMMANDS: readonly Command[] = ['ask-for-a-person', 'stop', 'continue-later']

export function wireTools(send: (draft: Draft) => void): void {
  for (const command of COMMANDS) {
    byId(command).addEventListener('click', () => send({ label: t(command), value: { command } }))
  }
}

/** Continuing later needs something to continue with. */
export function showContinueLater(shown: boolean): void {
  byId('continue-later').hidden = !shown
}

export function hideTools(): void {
  for (const id of [...COMMANDS, 'see-answers']) byId(id).hidden = true
}

export function wireLarge(): void {
  const apply = () => {
    document.documentElement.classList.toggle('large', large.get())
    byId('large').setAttribute('aria-pressed', String(large.get()))
  }
  byId('large').addEventListener('click', () => {
    large.set(!large.get())
    apply()
  })
  apply()
}
