import type { GivenAnswer, PatientMessage } from '../../../bot/views/patient.ts'
import type { WebSocket } from 'ws'
import { script } from './script.ts'

interface Said {
  readonly id: string
  readonly timestamp: string
  readonly type: 'message' | 'typing' | 'event'
  readonly from: { readonly id: string; readonly role: 'user' | 'bot' }
  readonly text: string
  readonly channelData: object
}

export interface Sent {
  readonly text?: string
  readonly channelData: { readonly candour: { readonly key: string; readonly stream?: string } }
  readonly deliveryMode?: string
  readonly value?: {
    readonly question?: string
    readonly choice?: string
    readonly answer?: unknown
    readonly change?: string
    readonly command?: string
  }
}

/** Nothing else is asked, and no answer can be looked at, until this is answered. */
const STOPPED = {
  text: 'I have stopped. For now?',
  state: 'paused',
  question: {
    id: 'stopping-1',
    content: 'consultation/stopping',
    kind: 'choice',
    choices: [{ id: 'carry-on', label: 'Carry on' }],
  },
} as const

/** A sitting that walks the script, and can be made to fail in ways that a real one does. */
export class Mock {
  readonly said: Said[] = []
  readonly sent: Sent[] = []
  readonly keys = new Map<string, { id: string }>()
  /** Each with the name that its page gave it. */
  readonly sockets = new Map<WebSocket, string>()
  readonly answers: GivenAnswer[] = []
  step = 0
  ended = false
  /** How many of the next messages get this status, and whether they are kept all the same. */
  fail = { times: 0, status: 503, kept: false }
  refusesSockets = false
  /** Whoever asks for a new stream is answered after this. */
  slow: Promise<void> | undefined
  /** What was sent is taken at once, and answered after this. */
  late: Promise<void> | undefined
  /** Leaves every reply to the stream, as the first servers did. */
  old = false
  /** What is said now is not heard by anybody’s socket. */
  deaf = false

  #asking = ''
  /** The stream that does not hear what is said just now. */
  #held: string | undefined

  begin(): void {
    if (this.said.length === 0) this.ask()
  }

  ask(text?: string): void {
    this.#asking = `open#1/${this.said.length}`
    this.#askAgain(text)
  }

  /** The same question: whoever asked for something else is still asked it. */
  #askAgain(text?: string): void {
    const step = script[this.step]
    if (!step) return
    const { question, ...rest } = step
    const id = this.#asking
    this.say({
      ...rest,
      text: [text, step.text].filter(Boolean).join('\n\n'),
      answers: this.answers,
      ...(question && { question: { ...question, id } }),
    })
  }

  say({ text, ...candour }: PatientMessage): void {
    this.#push('bot', text, { candour })
  }

  /** What a channel sends besides messages. */
  stir(type: 'typing' | 'event'): void {
    this.#push('bot', 'No message.', { candour: { progress: {} } }, type)
  }

  /** Another visitor, of whom nothing is known. */
  forget(): void {
    for (const list of [this.said, this.sent, this.answers]) list.length = 0
    this.step = 0
  }

  take(sent: Sent): object {
    const { key, stream } = sent.channelData.candour
    const expects = sent.deliveryMode === 'expectReplies' && !this.old
    const before = this.keys.get(key)
    if (before) return expects ? before : { id: before.id }
    this.sent.push(sent)
    const from = this.said.length
    this.#held = expects ? stream : undefined
    const id = this.#push('user', wordsOf(sent), { candour: { key } })
    this.#reply(sent)
    this.#held = undefined
    const reply = { id, ...this.since(from) }
    this.keys.set(key, reply)
    return expects ? reply : { id }
  }

  #reply({ value, text }: Sent): void {
    if (value?.command === 'continue-later') {
      this.say({ text: 'Here is your link.', link: '/l/made-up', answers: this.answers })
      return this.#askAgain()
    }
    if (value?.command === 'stop') return this.say(STOPPED)
    if (value?.question === STOPPED.question.id) return this.#askAgain('Welcome back.')
    if (value?.command) return this.#askAgain('All right.')
    if (value?.change) return this.ask('You can change that.')
    if (text === 'help') return this.#askAgain('Here is help.')
    if (text !== undefined) return this.ask('Shall I pass this on?')
    const done = script[this.step]
    if (done?.question && done.question.kind !== 'private') {
      this.answers.push({
        change: `c${this.step}`,
        label: done.text.split('\n')[0] ?? '',
        answer: 'Given',
      })
    }
    this.step += 1
    this.ask()
  }

  #push(
    role: 'user' | 'bot',
    text: string,
    channelData: object,
    type: Said['type'] = 'message',
  ): string {
    const id = `made-up|${String(this.said.length).padStart(7, '0')}`
    const timestamp = new Date().toISOString()
    const activity: Said = {
      id,
      timestamp,
      type,
      from: { id: role, role },
      text,
      channelData,
    }
    this.said.push(activity)
    const frame = JSON.stringify(this.since(this.said.length - 1))
    const hear = [...this.sockets].filter(([, name]) => !this.deaf && name !== this.#held)
    for (const [socket] of hear) socket.send(frame)
    return id
  }

  since(from: number): object {
    return { activities: this.said.slice(from), watermark: String(this.said.length) }
  }
}

function wordsOf({ text, value }: Sent): string {
  const { choice, answer, command, change } = value ?? {}
  return text ?? choice ?? command ?? change ?? JSON.stringify(answer)
}
