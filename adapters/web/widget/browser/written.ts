import type { Message } from './activity.ts'
import { h } from './dom.ts'
import { t } from './page.ts'
import { kept } from './session.ts'

/** What can be read in a page of its own, beside the chat. */
export function toOpen(message: Message | undefined): readonly HTMLElement[] {
  return [
    ...(message?.written ? [pageForm('/written-information', 'written-open')] : []),
    ...(message?.summary ? [pageForm('/summary', 'summary-open')] : []),
  ]
}

/** Opens such a page. The token goes in the body, never in an address. */
function pageForm(action: string, words: string): HTMLElement {
  const token = h('input', { type: 'hidden', name: 'token' })
  const hint = `${words}-hint`
  return h(
    'form',
    {
      ...{ method: 'post', action, target: '_blank', class: 'written' },
      rel: 'noopener noreferrer',
      submit: () => void (token.value = kept()?.token ?? ''),
    },
    token,
    h('p', { class: 'hint', id: hint }, t(hint)),
    h('button', { class: 'main', 'aria-describedby': hint }, t(words)),
  )
}
