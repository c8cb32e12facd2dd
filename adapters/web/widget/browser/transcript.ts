import { blocks, button, h } from './dom.ts'
import { byId, t } from './page.ts'

/** Adds to the history above the question. */
export function addSaid(text: string, link?: string): void {
  if (!text && !link) return
  add('said', t('candour-said'), [...blocks(text), ...(link ? [linkBox(link)] : [])])
}

export function addAnswered(label: string): void {
  if (label) add('answered', t('you-said'), [h('p', {}, label)])
}

/** The place from which the newest exchange can be read. */
export function newest(): Element {
  const answers = document.querySelectorAll('#history > .answered:nth-last-child(-n + 4)')
  return [...answers].at(-1) ?? byId('card')
}

export function clearHistory(): void {
  byId('history').replaceChildren()
}

function add(kind: string, who: string, inside: readonly Node[]): void {
  const entry = h('li', { class: kind }, h('span', { class: 'unseen' }, `${who} `), ...inside)
  byId('history').append(entry)
}

/** Shown, not followed: opening it here would use it up. */
export function linkBox(link: string): HTMLElement {
  const href = new URL(link, location.origin).href
  const field = h('input', { id: 'link', readonly: true, value: href, dir: 'ltr' })
  const told = h('span', { role: 'status' })
  const copy = async () => {
    field.select()
    try {
      await navigator.clipboard.writeText(href)
      told.textContent = t('copied')
    } catch {
      told.textContent = t('link-copy-yourself')
    }
  }
  return h(
    'div',
    { class: 'link' },
    h('label', { for: 'link' }, t('link-label')),
    field,
    h('p', { class: 'hint' }, t('link-works-once')),
    button(t('copy-link'), () => void copy()),
    told,
  )
}
