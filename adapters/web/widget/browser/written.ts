import { h } from './dom.ts'
import { t } from './page.ts'
import { kept } from './session.ts'

/** Opens the written information in a page of its own. The token goes in the body, never in an address. */
export function writtenForm(): HTMLElement {
  const token = h('input', { type: 'hidden', name: 'token' })
  return h(
    'form',
    {
      ...{ method: 'post', action: '/written-information', target: '_blank', class: 'written' },
      rel: 'noopener noreferrer',
      submit: () => void (token.value = kept()?.token ?? ''),
    },
    token,
    h('p', { class: 'hint', id: 'written-hint' }, t('written-open-hint')),
    h('button', { class: 'main', 'aria-describedby': 'written-hint' }, t('written-open')),
  )
}
