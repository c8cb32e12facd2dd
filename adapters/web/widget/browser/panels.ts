import type { Draft, Message } from './activity.ts'
import { quiet } from './aloud.ts'
import { button, h } from './dom.ts'
import { byId, t } from './page.ts'
import { tellHost } from './host.ts'

const SCREENS = ['chat', 'help', 'answers'] as const
type Screen = (typeof SCREENS)[number]

let opener: Element | null = null

/** One screen at a time; the way out and the way to help stay around all of them. */
export function show(screen: Screen): void {
  const before = document.activeElement
  quiet()
  for (const name of SCREENS) byId(name).hidden = name !== screen
  if (screen !== 'chat') {
    if (!before?.closest('section')) opener = before
    byId(`${screen}-title`).focus()
    scrollTo({ top: 0, behavior: 'instant' })
  } else if (opener instanceof HTMLElement) {
    opener.focus()
    opener = null
  }
}

/** What is sent is answered in the chat: nobody goes back to where a panel was opened from. */
export function toChat(): void {
  opener = null
  show('chat')
}

export function wirePanels(): void {
  const opens = (way: Element, screen: Screen) =>
    way.addEventListener('click', (event) => {
      event.preventDefault()
      show(screen)
    })
  opens(byId('need-help'), 'help')
  opens(byId('see-answers'), 'answers')
  for (const back of document.querySelectorAll('.back')) opens(back, 'chat')
  byId('help').classList.add('wired')
  addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return
    if (byId('chat').hidden) show('chat')
    else tellHost('close')
  })
}

/**
 * All that was answered, each with a way to change it. True when the list was open and nothing is on
 * it any more: then the chat is shown, for what took it away is told there.
 */
export function showAnswers(given: Message['answers'], send: (draft: Draft) => void): boolean {
  const rows = (given ?? []).map(({ change, label, answer }) => {
    const act = () => send({ label: t('change-answer', { question: label }), value: { change } })
    const press = button(t('change'), act, 'plain')
    press.append(h('span', { class: 'unseen' }, ` ${label}`))
    return h(
      'div',
      {},
      h('dt', {}, label),
      h('dd', {}, answer ?? t('answered')),
      h('dd', {}, press),
    )
  })
  byId('given').replaceChildren(...rows)
  const left = rows.length === 0 && !byId('answers').hidden
  if (left) toChat()
  return left
}
