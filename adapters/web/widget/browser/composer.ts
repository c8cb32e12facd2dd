import type { AskedQuestion, Progress } from '../../../../bot/views/patient.ts'
import type { Draft, Message } from './activity.ts'
import { readButton } from './aloud.ts'
import { blocks, button, h } from './dom.ts'
import { draftOf, fieldsOf, type Fields, type Missing, textFields } from './fields.ts'
import { byId, t } from './page.ts'
import { linkBox } from './transcript.ts'
import { dropWritten, keepWritten, putBack } from './unsent.ts'
import { toOpen } from './written.ts'

type Send = (draft: Draft) => void
type Make = (label: string, answer: unknown) => Draft

/** The question that waits, and every way to answer it. */
export function showQuestion(message: Message | undefined, send: Send): void {
  const asked = message?.question
  const title = h('h2', { id: 'chat-title', tabindex: '-1' }, headingOf(message))
  const words = h('div', { class: 'words' }, ...wordsOf(message))
  const ways = asked ? waysOf(asked, send) : []
  const reads = message && readButton(message)
  keepWritten(false)
  card(title, words, reads, ...toOpen(message), ...ways, typed(send, message))
  putBack(message)
}

export function showSending(): void {
  const status = h('p', { class: 'waiting', tabindex: '-1' }, t('sending'))
  keepWritten(true)
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
  dropWritten()
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
  const { progress, question, state = 'active' } = message ?? {}
  if (state !== 'active') return t(`state-${state}`)
  return progress ? progressWords(progress, question) : t(question ? 'question' : 'chat-title')
}

/** Where nothing is asked there is no part to be in the middle of. */
export function progressWords(progress: Progress, question: AskedQuestion | undefined): string {
  return question ? t('progress', { ...progress }) : progress.part
}

function wordsOf(message: Message | undefined): HTMLElement[] {
  if (!message) return []
  const shown = blocks(message.text)
  const { question } = message
  const has = (mark: RegExp) => shown.findLast(({ textContent }) => mark.test(textContent))
  const only = question && shown.length === 1 ? shown[0] : undefined
  // One that ends in it, before one that quotes somebody's.
  const ask = has(/\?\s*$/) ?? has(/\?/) ?? only
  ask?.classList.add('ask')
  // Somebody who signs is told last what it says; elsewhere the last line is about whom to ring.
  ;(ask ?? shown.at(question?.kind === 'signature' ? -1 : 0))?.setAttribute('id', 'ask')
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

/** A sentence of one's own is possible whatever else is asked. */
function typed(send: Send, message: Message | undefined): HTMLElement | undefined {
  const { question: asked, state, text = '' } = message ?? {}
  // At the door nobody is known, and after the end nothing is passed on.
  if (asked?.kind === 'text' || state === 'door' || state === 'ended') return undefined
  // Said in private it counts for this question alone; to any other it would be repeated aloud.
  const make: Make = (label) =>
    asked?.kind === 'private'
      ? { label, value: { question: asked.id, answer: label } }
      : { label, text: label }
  const net = t('safety-net')
  const note = text.includes(net) ? t('nobody-reads') : `${t('nobody-reads')} ${net}`
  const written = form(textFields(t('in-your-own-words'), note, 'typed'), make, send)
  return asked ? disclosure(t('write-something-else'), written) : written
}

function form(fields: Fields, make: Make, send: Send, hinted?: boolean): HTMLElement {
  const problem = h('p', {
    role: 'alert',
    class: 'trouble',
    id: hinted === undefined ? 'problem-typed' : 'problem',
  })
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
    // Before the fields, where whoever reads on from the question comes by it.
    problem,
    h('div', hinted === undefined ? {} : group, ...fields.shown),
    h('button', { class: 'main' }, fields.submit),
  )
}

function tellMissing(problem: HTMLElement, { missing, at }: Missing): void {
  problem.textContent = missing
  for (const old of problem.parentElement?.querySelectorAll('[aria-invalid]') ?? []) {
    old.removeAttribute('aria-invalid')
    describe(old, problem.id, false)
  }
  at.setAttribute('aria-invalid', 'true')
  describe(at, problem.id, true)
  at.focus()
}

function describe(field: Element, id: string, added: boolean): void {
  const before = field.getAttribute('aria-describedby')?.split(' ') ?? []
  const ids = [...before.filter((one) => one !== id), ...(added ? [id] : [])]
  if (ids.length > 0) field.setAttribute('aria-describedby', ids.join(' '))
  else field.removeAttribute('aria-describedby')
}

function disclosure(label: string, inside: Node): HTMLElement {
  return h('details', {}, h('summary', {}, label), inside)
}
