import { setTimeout as pause } from 'node:timers/promises'
import { ENQUIRY } from '../support/enquiry.ts'

interface Asked {
  readonly id: string
  readonly content: string
}

export interface Message {
  readonly type: 'message'
  readonly from: object
  readonly value: object
  readonly channelData: object
}

export interface Sent {
  readonly status: number
  readonly text: string
  /** Whether it was told when to try again. */
  readonly after: boolean
}

interface Heard {
  readonly channelData?: { readonly candour?: { readonly question?: Asked } }
}

/** Which instance the next request goes to: what a load balancer would have chosen. */
export type Choose = () => string

const PATIENCE = 600_000
/** So often something is said to be wrong with the server, and it is believed. */
const BROKEN = 100

/**
 * Somebody who answers through whichever instance there is. What is not acknowledged is sent again,
 * the same message under the same key, to another one: until it is.
 */
export class Patient {
  readonly #choose: Choose
  readonly #name: string
  readonly #later: number
  #token = ''
  #id = ''
  #round = 1
  #said = 0
  #watermark = 0
  #asked: Asked = { id: '', content: '' }
  /** Milliseconds until what is never acknowledged is given up. */
  patience = PATIENCE
  /** How many messages were acknowledged. */
  taken = 0
  /** How many times something had to be sent again. */
  again = 0
  /** What they were told instead of an answer, where they were told something. */
  readonly refused: number[] = []

  /** `later`: each so many messages, a link to go on later is asked for, which no question guards. */
  constructor(choose: Choose, name: string, later = Infinity) {
    this.#choose = choose
    this.#name = name
    this.#later = later
  }

  async begin(): Promise<void> {
    const begun = await this.call('POST', '/tokens/generate', { site: 'demo' })
    this.#token = String(begun['token'])
    this.#id = String(begun['conversationId'])
    await this.call('POST', '/conversations', {})
  }

  async answer(times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      await this.call('POST', `/conversations/${this.#id}/activities`, await this.next())
      this.taken += 1
    }
  }

  get authorization(): string {
    return `Bearer ${this.#token}`
  }

  /** Where messages are sent to. */
  get path(): string {
    return `/v3/directline/conversations/${this.#id}/activities`
  }

  get conversation(): string {
    return this.#id
  }

  /** What this person is asked now. What they heard before is not read again, once they are known. */
  async asked(): Promise<Asked> {
    const from = this.taken > 0 ? this.#watermark : 0
    const heard = await this.call('GET', `/conversations/${this.#id}/activities?watermark=${from}`)
    this.#watermark = Number(heard['watermark'])
    const last = (heard['activities'] as Heard[]).at(-1)
    if (last) this.#asked = last.channelData?.candour?.question ?? { id: '', content: '' }
    const round = /^enquiry#(\d+)/.exec(this.#asked.id)?.[1]
    if (round) this.#round = Number(round)
    return this.#asked
  }

  /** One message under one key: what would be said next, or what else is given. */
  async next(value?: object): Promise<Message> {
    const given = value ?? this.#valueFor(await this.asked())
    const key = `${this.#name}-${(this.#said += 1)}`
    return { type: 'message', from: { id: 'x' }, value: given, channelData: { candour: { key } } }
  }

  /** Sends it once, to that instance, whatever comes of it. */
  async sendTo(at: string, message: Message): Promise<Sent> {
    const response = await fetch(at + this.path, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      body: JSON.stringify(message),
    })
    return {
      ...{ status: response.status, text: await response.text() },
      after: response.headers.has('retry-after'),
    }
  }

  #valueFor({ id, content }: Asked): object {
    if (this.taken > 0 && this.taken % this.#later === 0) return { command: 'continue-later' }
    return ENQUIRY[content]
      ? { question: id, ...ENQUIRY[content] }
      : { change: `enquiry#${this.#round}/full-name` }
  }

  async call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const until = performance.now() + this.patience
    for (let broken = 0; ;) {
      const found = await this.#try(method, path, body)
      if (typeof found === 'object') return found
      this.again += 1
      broken += found === '500' ? 1 : 0
      if (performance.now() > until || broken > BROKEN)
        throw new Error(`${method} ${path}: ${found}, again and again`)
      await pause(50)
    }
  }

  /** The answer, or why there was none; what is refused for good is thrown. */
  async #try(method: string, path: string, body?: object) {
    try {
      const response = await fetch(`${this.#choose()}/v3/directline${path}`, {
        method,
        headers: {
          ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        signal: AbortSignal.timeout(60_000),
      })
      if (response.ok) return (await response.json()) as Record<string, unknown>
      if (response.status < 500 && response.status !== 429)
        throw new RangeError(`${method} ${path}: ${response.status} ${await response.text()}`)
      this.refused.push(response.status)
      return String(response.status)
    } catch (error) {
      if (error instanceof RangeError) throw error
      return error instanceof Error ? error.name : 'unknown'
    }
  }
}
