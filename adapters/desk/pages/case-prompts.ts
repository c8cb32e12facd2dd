import type { StaffPrompt } from '../../../bot/views/desk.ts'
import {
  checkboxes,
  dateField,
  type Form,
  type Option,
  textArea,
  textField,
  ticked,
} from '../forms.ts'
import { html, type Markup, type Part } from '../html.ts'
import { named } from '../words.ts'
import { actForm, pathOf, type Scene, section } from './scene.ts'

/** The prompted decisions that the viewer may answer now. */
export function prompts(scene: Scene): Part {
  const { prompts } = scene.view
  if (prompts.length === 0) return undefined
  return section(
    'prompts',
    'For you to decide',
    prompts.map((prompt) => one(scene, prompt)),
    prompts.length,
  )
}

function one(scene: Scene, prompt: StaffPrompt): Markup {
  const { open, ask, question, text, pathway, assignee, before } = prompt
  const key = `${open}-${ask}`
  const { id: me, name } = scene.session.by
  const mine = assignee !== undefined && [me, name].includes(assignee)
  return html`<article class="prompt" aria-label="${named(pathway)}">
    <p class="kind">${named(pathway)}${mine && ' · for you by name'}</p>
    ${before !== undefined && html`<p>You answered: <strong>${before}</strong></p>`}
    <div class="words">${text}</div>
    ${prompt.signInFirst && signInFirst(scene)}
    ${question.why !== undefined && html`<p class="hint">Why we ask: ${question.why}</p>`}
    ${
      question.kind === 'private'
        ? html`<p class="hint">Asked of the patient alone, in the chat.</p>`
        : actForm(scene, {
            act: 'answer',
            key,
            hidden: { open, ask, kind: question.kind },
            body: (form) => answer(form, prompt),
          })
    }
  </article>`
}

function signInFirst({ view }: Scene): Markup {
  const href = `/desk/sign-in/go?to=${encodeURIComponent(pathOf(view.consultation))}`
  return html`<div class="panel">
    <p>
      <strong>Sign in again before you take consent.</strong> It has to be you who is here now: your
      last sign-in must be less than ten minutes old.
    </p>
    <p><a class="button" href="${href}">Sign in again</a></p>
  </div>`
}

/** All choices look the same: the desk leans to none of them. */
function answer(form: Form, { question, pathway }: StaffPrompt): Part {
  const choices = question.choices.filter(({ id }) => id !== 'answered')
  const save = question.choices.find(({ id }) => id === 'answered')?.label ?? 'Save this answer'
  const typed = question.kind !== 'choice'
  return html`${typed && input(form, question, named(pathway))}
    <div class="row choices" role="group" aria-label="Answers: ${named(pathway)}">
      ${typed && html`<button name="event" value="answered">${save}</button>`}
      ${choices.map(({ id, label }) => html`<button name="event" value="${id}">${label}</button>`)}
    </div>`
}

function input(form: Form, question: StaffPrompt['question'], pathway: string): Markup {
  const field = { name: 'value', label: `Your answer: ${pathway}`, hint: question.hint }
  switch (question.kind) {
    case 'date':
      return dateField(form, field)
    case 'number':
      return textField(form, { ...field, numeric: true })
    case 'many':
      return checkboxes(form, { ...field, label: 'Tick all that apply' }, optionsOf(question))
    case 'signature':
      return html`${textField(form, { ...field, label: 'Type your full name to sign' })}
      ${ticked(form, 'agreed', 'checkbox', ['yes', 'I sign this, and it is my own name'])}`
    default:
      return textArea(form, field)
  }
}

function optionsOf({ options = [] }: StaffPrompt['question']): readonly Option[] {
  return options.map(({ id, label }) => [id, label])
}
