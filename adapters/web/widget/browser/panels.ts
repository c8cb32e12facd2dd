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

/** All that was answered, each with a way to change it. */
export function showAnswers(given: Message['answers'], send: (draft: Draft) => void): void {
  const rows = (given ?? []).map(({ change, label, answer }) => {
    const act = () => {
      opener = null
      show('chat')
      send({ label: t('change-answer', { question: label }), value: { change } })
    }
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
}
