import type { PatientMessage } from '../../../../bot/views/patient.ts'

export type Message = PatientMessage

/** What Candour adds to a Direct Line activity. */
interface Channel extends Partial<Omit<PatientMessage, 'text'>> {
  /** On the patient's own activities: the key they were sent with. */
  readonly key?: string
}

export interface Activity {
  readonly id: string
  readonly timestamp?: string
  readonly type?: string
  readonly from?: { readonly id?: string; readonly role?: string }
  readonly text?: string
  readonly channelData?: { readonly candour?: Channel }
}

export interface Frame {
  readonly activities: readonly Activity[]
  readonly watermark?: string
}

/** What came of a message: an older server, or a proxy, leaves the reply to the stream. */
export interface Answer extends Partial<Frame> {
  /** Ends in the number of the first activity of the reply. */
  readonly id: string
}

export type Command = 'stop' | 'ask-for-a-person' | 'continue-later' | 'summary'

export interface Value {
  readonly question?: string
  readonly choice?: string
  readonly answer?: unknown
  readonly change?: string
  readonly language?: string
  readonly command?: Command
}

/** Something to send, and the words in which the patient sees it again. */
export interface Draft {
  readonly label: string
  readonly text?: string
  readonly value?: Value
}

export function fromPatient({ from, channelData }: Activity): boolean {
  return from?.role === 'user' || channelData?.candour?.key !== undefined
}

export function messageOf({ text = '', channelData }: Activity): Message {
  return { ...channelData?.candour, text }
}

export function isPrivate(message: Message | undefined): boolean {
  return message?.private === true || message?.question?.kind === 'private'
}

/** The question that waits comes once more, after a late answer from another tab: not history yet. */
export function asksAgain({ question }: Message, before: Message | undefined): boolean {
  return question !== undefined && question.id === before?.question?.id
}

/**
 * Has a question, or says that there is none now: a private one may have been answered unseen, and
 * the clinic may have stopped what was being asked for.
 */
export function tellsWhereWeAre(message: Message): boolean {
  const { question, progress, state = 'active' } = message
  if (question !== undefined || progress !== undefined || isPrivate(message)) return true
  return state !== 'active' && state !== 'door'
}
