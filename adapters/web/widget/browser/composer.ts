import type { AskedQuestion } from '../../../../bot/views/patient.ts'
import type { Draft, Message } from './activity.ts'
import { blocks, button, h } from './dom.ts'
import { draftOf, fieldsOf, type Fields, type Missing, textFields } from './fields.ts'
import { byId, t } from './page.ts'
import { linkBox } from './transcript.ts'

type Send = (draft: Draft) => void
type Make = (label: string, answer: unknown) => Draft

/** The question that waits, and every way to answer it. */
export function showQuestion(message: Message | undefined, send: Send): void {
  const asked = message?.question
  const title = h('h2', { id: 'chat-title', tabindex: '-1' }, headingOf(message))
  const words = h('div', { class: 'words' }, ...wordsOf(message))
  const ways = asked ? waysOf(asked, send) : []
  const keep = halfWritten()
  card(title, words, ...ways, typed(send, asked))
  keep()
}

export function showSending(): void {
  const status = h('p', { class: 'waiting', tabindex: '-1' }, t('sending'))
  card(status)
  // The button that had the focus is gone; it must not fall back to the top of the page.
  status.focus()
}

/** What went wrong, said at once, with what can be done about it. */
export function showTrouble(words: string, ...ways: readonly [string, () => void][]): void {
  const alert = h('p', { role: 'alert', class: 'trouble' })
  const buttons = ways.map(([label, act]) => button(label, act, 'choice'))
  card(alert, h('div', { class: 'ways' }, ...buttons))
  alert.textContent = words
  buttons[0]?.focus()
}

export function showEnd(words: string, again?: () => void): void {
  const title = h('h2', { id: 'chat-title', tabindex: '-1' }, t('error-closed'))
  card(title, ...blocks(words), again && button(t('start-again'), again, 'choice'))
}

export function focusQuestion(): void {
  const title = document.getElementById('chat-title') ?? byId('card')
  title.focus({ preventScroll: true })
}

function card(...inside: readonly (Node | undefined)[]): void {
  byId('card').replaceChildren(...inside.filter((one) => one !== undefined))
}

function headingOf(message: Message | undefined): string {
  const { progress } = message ?? {}
  if (progress) return t('progress', { ...progress })
  return t(message?.question ? 'question' : 'write-something-else')
}

function wordsOf(message: Message | undefined): HTMLElement[] {
  if (!message) return []
  const shown = blocks(message.text)
  const asks = ({ textContent }: HTMLElement) => textContent.trimEnd().endsWith('?')
  const ask =
    shown.findLast(asks) ?? (message.question && shown.length === 1 ? shown[0] : undefined)
  ask?.classList.add('ask')
  ;(ask ?? shown.at(-1))?.setAttribute('id', 'ask')
  return message.link ? [...shown, linkBox(message.link)] : shown
}

function waysOf(asked: AskedQuestion, send: Send): (HTMLElement | undefined)[] {
  const question = asked.id
  const fields = fieldsOf(asked)
  const answer: Make = (label, given) => ({ label, value: { question, answer: given } })
  const options = asked.kind === 'private' ? (asked.options ?? []) : []
  const picks = [
    ...options.map(({ id, label }) => button(label, () => send(answer(label, id)), 'choice')),
    ...asked.choices.map(({ id, label }) => {
      const choose = () => send({ label, value: { question, choice: id } })
      return button(label, choose, fields ? 'choice other' : 'choice')
    }),
  ]
  return [
    asked.hint ? h('p', { class: 'hint', id: 'hint' }, asked.hint) : undefined,
    asked.why ? disclosure(t('why-we-ask'), h('p', {}, asked.why)) : undefined,
    fields && form(fields, answer, send, asked.hint !== undefined),
    picks.length > 0
      ? h('div', { class: 'ways', role: 'group', 'aria-labelledby': 'ask' }, ...picks)
      : undefined,
  ]
}

/** A sentence that somebody is writing survives a message that comes by itself. */
function halfWritten(): () => void {
  const find = () => document.querySelector<HTMLTextAreaElement>('#typed')
  const before = find()
  const typing = before !== null && before === document.activeElement
  return () => {
    const now = find()
    if (!now || !before?.value) return
    now.value = before.value
    now.closest('details')?.setAttribute('open', '')
    if (typing) now.focus()
  }
}

/** A sentence of one's own is possible whatever is asked. */
function typed(send: Send, asked: AskedQuestion | undefined): HTMLElement | undefined {
  if (asked?.kind === 'text') return undefined
  const make: Make = (label) => ({ label, text: label })
  const written = form(
    textFields(t('in-your-own-words'), `${t('nobody-reads')} ${t('safety-net')}`, 'typed'),
    make,
    send,
  )
  return asked ? disclosure(t('write-something-else'), written) : written
}

function form(fields: Fields, make: Make, send: Send, hinted?: boolean): HTMLElement {
  const problem = h('p', { role: 'alert', class: 'trouble' })
  const submit = (event: Event) => {
    event.preventDefault()
    const draft = draftOf(fields, make)
    if ('missing' in draft) tellMissing(problem, draft)
    else send(draft)
  }
  const described = { 'aria-describedby': hinted ? 'hint' : undefined }
  const group = { role: 'group', 'aria-labelledby': 'ask', ...described }
  return h(
    'form',
    { submit, novalidate: true },
    h('div', hinted === undefined ? {} : group, ...fields.shown),
    problem,
    h('button', { class: 'main' }, fields.submit),
  )
}

function tellMissing(problem: HTMLElement, { missing, at }: Missing): void {
  problem.textContent = missing
  for (const old of problem.parentElement?.querySelectorAll('[aria-invalid]') ?? []) {
    old.removeAttribute('aria-invalid')
  }
  at.setAttribute('aria-invalid', 'true')
  at.focus()
}

function disclosure(label: string, inside: Node): HTMLElement {
  return h('details', {}, h('summary', {}, label), inside)
}
