import { setTimeout as pause } from 'node:timers/promises'

interface Asked {
  readonly id: string
  readonly content: string
}

/** What is answered to each question; the rest of the answers change the name again and again. */
const ANSWER: Readonly<Record<string, object>> = {
  'welcome/hello': { choice: 'go-on' },
  'welcome/privacy': { choice: 'understood' },
  'welcome/help-needed': { choice: 'no-help-needed' },
  'age/date-of-birth': { answer: '1990-04-03' },
  'age/right-date': { choice: 'right' },
  'enquiry/full-name': { answer: 'Sam Example' },
  'enquiry/called-by': { choice: 'same' },
  'enquiry/safe-contact': { choice: 'phone' },
  'enquiry/safe-contact-details': { answer: '020 7946 0999' },
  'enquiry/reason': { answer: 'Lines around my mouth.' },
  'enquiry/hoped-for': { choice: 'not-sure-yet' },
}

/** Which instance the next request goes to: what a load balancer would have chosen. */
export type Choose = () => string

const PATIENCE = 60_000

/**
 * Somebody who answers through whichever instance there is. What is not acknowledged is sent again,
 * the same message under the same key, to another one: until it is.
 */
export class Patient {
  readonly #choose: Choose
  readonly #name: string
  #token = ''
  #id = ''
  #round = 1
  /** How many messages were acknowledged. */
  taken = 0
  /** How many times something had to be sent again. */
  again = 0

  constructor(choose: Choose, name: string) {
    this.#choose = choose
    this.#name = name
  }

  async begin(): Promise<void> {
    const begun = await this.call('POST', '/tokens/generate', { site: 'demo' })
    this.#token = String(begun['token'])
    this.#id = String(begun['conversationId'])
    await this.call('POST', '/conversations', {})
  }

  async answer(times: number): Promise<void> {
    for (let n = 0; n < times; n += 1) await this.#answer(await this.asked())
  }

  get conversation(): string {
    return this.#id
  }

  /** What this person is asked now, from all that they ever heard. */
  async asked(): Promise<Asked> {
    const { activities } = await this.call('GET', `/conversations/${this.#id}/activities`)
    const last = (activities as { channelData?: { candour?: { question?: Asked } } }[]).at(-1)
    const asked = last?.channelData?.candour?.question ?? { id: '', content: '' }
    const round = /^enquiry#(\d+)/.exec(asked.id)?.[1]
    if (round) this.#round = Number(round)
    return asked
  }

  async #answer(asked: Asked): Promise<void> {
    const value = ANSWER[asked.content]
      ? { question: asked.id, ...ANSWER[asked.content] }
      : { change: `enquiry#${this.#round}/full-name` }
    const key = `${this.#name}-${this.taken}`
    const message = { type: 'message', from: { id: 'x' }, value, channelData: { candour: { key } } }
    await this.call('POST', `/conversations/${this.#id}/activities`, message)
    this.taken += 1
  }

  async call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
    const until = performance.now() + PATIENCE
    for (;;) {
      const found = await this.#try(method, path, body)
      if (typeof found === 'object') return found
      this.again += 1
      if (performance.now() > until) throw new Error(`${method} ${path}: ${found}, again and again`)
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
        signal: AbortSignal.timeout(20_000),
      })
      if (response.ok) return (await response.json()) as Record<string, unknown>
      if (response.status < 500 && response.status !== 429)
        throw new RangeError(`${method} ${path}: ${response.status} ${await response.text()}`)
      return String(response.status)
    } catch (error) {
      if (error instanceof RangeError) throw error
      return error instanceof Error ? error.name : 'unknown'
    }
  }
}
