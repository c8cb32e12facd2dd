import { isPrivate, type Message } from './activity.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

interface Kept {
  readonly of: Message | undefined
  readonly fields: readonly Field[]
  readonly focused: Element | null
  /** Gone from the screen to be sent, not for a message that came by itself. */
  readonly sending: boolean
}

/** Whose fields stand in the card. */
let drawn: Message | undefined
let kept: Kept | undefined

/**
 * Before the card is emptied. What was written to a private question is not kept once it has left the
 * screen: whoever comes back to it may have somebody beside them.
 */
export function keepWritten(sending: boolean): void {
  const fields = fieldsNow()
  // Trouble stands there, or that something is sent, or what is said before the question comes again.
  const waits = !sending && kept && fields.every(({ value }) => !value)
  if (fields.length === 0 || waits) return
  const gone = sending && isPrivate(drawn)
  kept = gone ? undefined : { of: drawn, fields, focused: document.activeElement, sending }
}

/** After a message was drawn: what was written belongs to its own question, a sentence to whatever comes by itself. */
export function putBack(message: Message | undefined): void {
  const { of, fields = [], focused, sending } = kept ?? {}
  drawn = message
  if (sending && of?.question && !message?.question) return
  kept = undefined
  const same = of?.question?.id === message?.question?.id
  if (!same && (sending || isPrivate(of))) return
  for (const [at, field] of fieldsNow().entries()) {
    const sentence = field.id === 'typed'
    const before = sentence ? fields.find(({ id }) => id === 'typed') : same && fields[at]
    if (before) restore(field, before, before === focused)
  }
}

/** What has been sent does not come back. */
export function dropWritten(): void {
  kept = undefined
}

function restore(field: Field, before: Field, focused: boolean): void {
  field.value = before.value
  if ('checked' in field && 'checked' in before) field.checked = before.checked
  if (field.value) field.closest('details')?.setAttribute('open', '')
  if (focused) field.focus()
}

function fieldsNow(): Field[] {
  return [...document.querySelectorAll<Field>('#card form:not(.written) :is(input, textarea)')]
}
